package org.plimsoll.solvency.firesale;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.plimsoll.solvency.bounds.Require;
import org.plimsoll.solvency.impact.ExponentialImpact;

/// Banks that sell an illiquid asset to meet a capital requirement at a price which falls as they
/// sell (Cifuentes, Ferrucci and Shin, "Liquidity risk and contagion", 2005).
///
/// The price of the asset is 1 before, and `e^(-alpha S)` once `S` units are sold. A requirement
/// meant for one bank can break all of them.
///
/// @param banks in order
/// @param ratio `r*`, equity over risky assets; above 0 and below 1
/// @param alpha price lost for each unit sold, in logs; positive
public record CapitalRequirement(List<Bank> banks, double ratio, double alpha) {
  private static final int ROUNDS_MAX = 100_000;
  private static final double SETTLED = 1e-13;

  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a figure is out of the bounds above
  public CapitalRequirement {
    banks = List.copyOf(banks);
    Require.holds(ratio > 0 && ratio < 1, "ratio", ratio);
    Require.positive("alpha", alpha);
  }

  /// One bank.
  ///
  /// @param illiquid `e`, units of the asset; not negative
  /// @param cash not negative
  /// @param deposits owed; not negative
  public record Bank(double illiquid, double cash, double deposits) {
    /// Checks the bounds.
    ///
    /// @throws IllegalArgumentException if a figure is negative
    public Bank {
      Require.notNegative("illiquid", illiquid);
      Require.notNegative("cash", cash);
      Require.notNegative("deposits", deposits);
    }

    double equity(double price) {
      return price * illiquid + cash - deposits;
    }

    double sale(double price, double ratio) {
      if (equity(price) <= 0) {
        return illiquid;
      }
      double excess = deposits - cash - (1 - ratio) * price * illiquid;
      return StrictMath.clamp(excess / (ratio * price), 0, illiquid);
    }
  }

  /// Where the sales ended.
  ///
  /// @param totals units that all have sold, after each round; the last is where it settled
  /// @param price at the end
  /// @param losses of each bank; there is no direct loss, since nothing but the requirement acts
  public record Outcome(List<Double> totals, double price, Losses losses) {
    /// Copies the rounds.
    public Outcome {
      totals = List.copyOf(totals);
    }
  }

  /// Returns the greatest price at which what must be sold brings about that price.
  public Outcome settle() {
    ExponentialImpact market = new ExponentialImpact(1, 1 / alpha);
    List<Double> totals = new ArrayList<>();
    List<Integer> failures = new ArrayList<>();
    double price = 1;
    double before = -1;
    double total = 0;
    while (total - before > SETTLED * total && totals.size() < ROUNDS_MAX) {
      before = total;
      noteFailures(price, failures);
      total = forced(price);
      price = market.priceAfter(total);
      totals.add(total);
    }
    noteFailures(price, failures);
    return new Outcome(totals, price, new Losses(zeros(), losses(price), failures));
  }

  private double forced(double price) {
    return banks.stream().mapToDouble(bank -> bank.sale(price, ratio)).sum();
  }

  private void noteFailures(double price, List<Integer> failures) {
    for (int i = 0; i < banks.size(); i++) {
      if (banks.get(i).equity(price) <= 0 && !failures.contains(i)) {
        failures.add(i);
      }
    }
  }

  private List<Double> losses(double price) {
    return banks.stream().map(bank -> bank.illiquid() * (1 - price)).toList();
  }

  private List<Double> zeros() {
    return Collections.nCopies(banks.size(), 0.0);
  }
}
