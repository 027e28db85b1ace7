package org.plimsoll.solvency.waterfall;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What can bear a loss.
///
/// @param pots the money in each layer that is a sum of money; a layer that is absent has none
/// @param profits the profitable accounts, highest rank for deleveraging first
public record LossBearers(Map<Layer, BigDecimal> pots, List<Profit> profits) {
  /// The gain of one account.
  ///
  /// @param account its name
  /// @param amount positive
  public record Profit(String account, BigDecimal amount) {
    /// Checks the bounds.
    ///
    /// @throws IllegalArgumentException if the amount is not positive
    public Profit {
      if (amount.signum() <= 0) {
        throw new IllegalArgumentException("amount " + amount + " of " + account + " not positive");
      }
    }
  }

  /// Copies both.
  ///
  /// @throws IllegalArgumentException if a pot is negative or no sum of money, or an account is
  ///   named twice
  public LossBearers {
    pots = Collections.unmodifiableMap(copy(pots));
    profits = List.copyOf(profits);
    Set<String> names = new TreeSet<>();
    for (Profit profit : profits) {
      if (!names.add(profit.account())) {
        throw new IllegalArgumentException("account " + profit.account() + " is named twice");
      }
    }
  }

  BigDecimal pot(Layer layer) {
    return pots.getOrDefault(layer, BigDecimal.ZERO);
  }

  private static Map<Layer, BigDecimal> copy(Map<Layer, BigDecimal> pots) {
    Map<Layer, BigDecimal> copied = new EnumMap<>(Layer.class);
    pots.forEach((layer, money) -> {
      if (!layer.isPot() || money.signum() < 0) {
        throw new IllegalArgumentException("pot " + layer + " of " + money + " is out of bounds");
      }
      copied.put(layer, money);
    });
    return copied;
  }
}
