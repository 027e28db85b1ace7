package org.plimsoll.solvency.firesale;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.plimsoll.solvency.spiral.Portfolios;

/// The state of a run of [ThresholdDeleveraging]: who still holds and owes what, at what prices.
final class FireSale {
  private final ThresholdDeleveraging rule;
  private final double[] afterShock;
  private final double[] sold;
  private final double[][] units;
  private final double[] debts;
  private final List<Integer> failures = new ArrayList<>();

  FireSale(ThresholdDeleveraging rule, List<Double> shock) {
    this.rule = rule;
    this.afterShock = shock.stream().mapToDouble(drop -> 1 - drop).toArray();
    this.sold = new double[afterShock.length];
    List<Portfolios.Institution> all = rule.portfolios().institutions();
    this.units = new double[all.size()][];
    this.debts = new double[all.size()];
    for (int i = 0; i < units.length; i++) {
      units[i] = all.get(i).values().stream().mapToDouble(Double::doubleValue).toArray();
      debts[i] = all.get(i).assets() - all.get(i).equity();
    }
    noteFailures();
  }

  /// Makes all sell that must; says whether anybody did.
  boolean sellRound() {
    double[] parts = new double[units.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = partToSell(i);
    }
    if (Arrays.stream(parts).sum() == 0) {
      return false;
    }
    for (int asset = 0; asset < sold.length; asset++) {
      sell(asset, parts);
    }
    noteFailures();
    return true;
  }

  private double partToSell(int i) {
    double assets = assets(i);
    double equity = assets - debts[i];
    if (assets <= 0) {
      return 0;
    }
    if (equity <= 0) {
      return 1;
    }
    boolean overLimit = assets > rule.leverageMax() * equity;
    return overLimit ? 1 - rule.leverageTarget() * equity / assets : 0;
  }

  private void sell(int asset, double[] parts) {
    double volume = 0;
    for (int i = 0; i < parts.length; i++) {
      volume += parts[i] * units[i][asset];
    }
    if (volume == 0) {
      return;
    }
    var market = rule.markets().get(asset);
    double brought = market.proceeds(sold[asset] + volume) - market.proceeds(sold[asset]);
    double average = afterShock[asset] * brought / volume;
    for (int i = 0; i < parts.length; i++) {
      double part = parts[i] * units[i][asset];
      debts[i] -= part * average;
      units[i][asset] -= part;
    }
    sold[asset] += volume;
  }

  private void noteFailures() {
    for (int i = 0; i < units.length; i++) {
      if (assets(i) <= debts[i] && !failures.contains(i)) {
        failures.add(i);
      }
    }
  }

  private double assets(int i) {
    double assets = 0;
    for (int asset = 0; asset < sold.length; asset++) {
      assets += units[i][asset] * price(asset);
    }
    return assets;
  }

  private double price(int asset) {
    return afterShock[asset] * rule.markets().get(asset).priceAfter(sold[asset]);
  }

  List<Double> losses() {
    List<Double> losses = new ArrayList<>();
    for (int i = 0; i < units.length; i++) {
      double equity = assets(i) - debts[i];
      losses.add(rule.portfolios().institutions().get(i).equity() - equity);
    }
    return losses;
  }

  List<Integer> failures() {
    return failures;
  }

  List<Double> prices() {
    List<Double> prices = new ArrayList<>();
    for (int asset = 0; asset < sold.length; asset++) {
      prices.add(price(asset));
    }
    return prices;
  }

  List<Double> sold() {
    return Arrays.stream(sold).boxed().toList();
  }
}
