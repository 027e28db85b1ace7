package org.plimsoll.solvency.waterfall;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.plimsoll.solvency.waterfall.LossAllocation.Share;
import org.plimsoll.solvency.waterfall.LossBearers.Profit;

/// Pours a loss down the layers of a profile, in whole units of money.
///
/// Each layer bears what it can before the next is asked; no account bears more than its profit.
public final class LossWaterfall {
  private final LossBearers bearers;
  private final int scale;
  private final List<Share> shares = new ArrayList<>();
  private final List<Profit> profits = new ArrayList<>();
  private BigDecimal left;
  private BigDecimal remainder = BigDecimal.ZERO;

  private LossWaterfall(BigDecimal loss, LossBearers bearers, int scale) {
    this.bearers = bearers;
    this.scale = scale;
    this.left = loss;
    this.profits.addAll(bearers.profits());
  }

  /// Returns who bears `loss`.
  ///
  /// @param loss not negative
  /// @param scale decimal places of the smallest unit of money; 2 for cents
  /// @throws IllegalArgumentException if the loss is negative, or a figure is finer than a unit
  public static LossAllocation allocate(
      BigDecimal loss, WaterfallProfile profile, LossBearers bearers, int scale) {
    if (loss.signum() < 0) {
      throw new IllegalArgumentException("loss " + loss + " is negative");
    }
    requireUnits("loss", loss, scale);
    bearers.pots().forEach((layer, pot) -> requireUnits("pot " + layer, pot, scale));
    bearers
        .profits()
        .forEach(profit -> requireUnits("profit " + profit.account(), profit.amount(), scale));
    LossWaterfall waterfall = new LossWaterfall(loss, bearers, scale);
    profile.layers().forEach(waterfall::pour);
    return new LossAllocation(loss, waterfall.shares, waterfall.left, waterfall.remainder);
  }

  private static void requireUnits(String name, BigDecimal value, int scale) {
    if (value.stripTrailingZeros().scale() > scale) {
      throw new IllegalArgumentException(
          name + " " + value + " has more than " + scale + " decimal places");
    }
  }

  private void pour(Layer layer) {
    switch (layer.rule()) {
      case POT -> take(layer, layer.name(), bearers.pot(layer).min(left));
      case PRO_RATA -> socialize(layer);
      case BY_RANK ->
          List.copyOf(profits)
              .forEach(profit -> takeProfit(layer, profit, profit.amount().min(left)));
    }
  }

  private void take(Layer layer, String bearer, BigDecimal amount) {
    if (amount.signum() > 0) {
      shares.add(new Share(layer, bearer, amount));
      left = left.subtract(amount);
    }
  }

  /// What one layer takes from a profit the next no longer finds there.
  private void takeProfit(Layer layer, Profit profit, BigDecimal amount) {
    take(layer, profit.account(), amount);
    int place = profits.indexOf(profit);
    BigDecimal kept = profit.amount().subtract(amount);
    if (kept.signum() > 0) {
      profits.set(place, new Profit(profit.account(), kept));
    } else {
      profits.remove(place);
    }
  }

  /// Each pays the same part of his profit, rounded down to a unit; the units that are then missing
  /// go one each to those whose part was cut most, ties by name, so that order does not matter.
  private void socialize(Layer layer) {
    BigDecimal total =
        profits.stream().map(Profit::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigInteger toTake = units(total.min(left));
    if (toTake.signum() == 0) {
      return;
    }
    List<Part> parts = new ArrayList<>();
    BigInteger missing = toTake;
    for (Profit profit : profits) {
      BigInteger[] split = units(profit.amount()).multiply(toTake).divideAndRemainder(units(total));
      parts.add(new Part(profit, split[0], split[1]));
      missing = missing.subtract(split[0]);
    }
    remainder = remainder.add(new BigDecimal(missing, scale));
    List<Part> mostCut =
        parts.stream()
            .sorted(
                Comparator.comparing(Part::cut)
                    .reversed()
                    .thenComparing(part -> part.profit().account()))
            .limit(missing.longValueExact())
            .toList();
    for (Part part : parts) {
      BigInteger extra = mostCut.contains(part) ? BigInteger.ONE : BigInteger.ZERO;
      takeProfit(layer, part.profit(), new BigDecimal(part.whole().add(extra), scale));
    }
  }

  private record Part(Profit profit, BigInteger whole, BigInteger cut) {}

  private BigInteger units(BigDecimal amount) {
    return amount.setScale(scale).unscaledValue();
  }
}
