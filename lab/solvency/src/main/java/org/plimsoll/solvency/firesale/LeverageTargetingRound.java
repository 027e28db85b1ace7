package org.plimsoll.solvency.firesale;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.plimsoll.solvency.bounds.Require;
import org.plimsoll.solvency.spiral.AssetSpiral;
import org.plimsoll.solvency.spiral.Portfolios;

/// One round of sales by institutions that go back to their leverage after a shock.
///
/// Each sells `(L - 1)` times its loss, pro rata over what it holds, and the market falls by what
/// is sold over its depth (Greenwood, Landier and Thesmar, "Vulnerable banks", 2015).
///
/// @param portfolios before the shock
/// @param moneyDepths one for each asset; positive
/// @param shock part of the price that each asset loses; from 0 to 1
public record LeverageTargetingRound(
    Portfolios portfolios, List<Double> moneyDepths, List<Double> shock) {
  /// Checks the shape.
  ///
  /// @throws IllegalArgumentException if a figure is out of bounds or a list is not one for each
  ///   asset
  public LeverageTargetingRound {
    moneyDepths = List.copyOf(moneyDepths);
    shock = List.copyOf(shock);
    Require.holds(moneyDepths.size() == portfolios.assets(), "depths", moneyDepths.size());
    Require.holds(shock.size() == portfolios.assets(), "shocks", shock.size());
    moneyDepths.forEach(depth -> Require.positive("moneyDepth", depth));
    shock.forEach(drop -> Require.holds(drop >= 0 && drop <= 1, "shock", drop));
  }

  /// Returns what each institution sells, in money.
  public List<Double> sales() {
    double[] drops = shocks();
    return portfolios.institutions().stream()
        .map(each -> (each.leverage() - 1) * each.loss(drops))
        .toList();
  }

  /// Returns the part of the price that each asset loses through the sales: linear in them, so
  /// above 1 where more is sold than the market takes.
  public List<Double> priceLosses() {
    return boxed(new AssetSpiral(portfolios, moneyDepths).nextRound(shocks()));
  }

  /// Returns the losses of this round. Those whom the shock breaks come first, those whom the sales
  /// break after them, each group by the part of the equity lost.
  public Losses losses() {
    double[] first = shocks();
    double[] second = plain(priceLosses());
    List<Double> direct = portfolios.institutions().stream().map(each -> each.loss(first)).toList();
    List<Double> secondRound =
        portfolios.institutions().stream().map(each -> each.loss(second)).toList();
    return new Losses(direct, secondRound, failures(direct, secondRound));
  }

  /// Returns AV, the second-round losses of all over the equity of all.
  public double aggregateVulnerability() {
    return losses().secondRoundTotal() / portfolios.equity();
  }

  /// Returns how much of AV the sales of each institution cause; the parts sum to AV.
  public List<Double> systemicness() {
    List<Double> sales = sales();
    List<Double> parts = new ArrayList<>();
    for (int i = 0; i < sales.size(); i++) {
      double harm = 0;
      for (int asset = 0; asset < portfolios.assets(); asset++) {
        double sold = portfolios.institutions().get(i).weight(asset) * sales.get(i);
        harm += sold / moneyDepths.get(asset) * portfolios.held(asset);
      }
      parts.add(harm / portfolios.equity());
    }
    return Collections.unmodifiableList(parts);
  }

  /// Returns the part of its equity that each institution loses through the sales of all.
  public List<Double> indirectVulnerability() {
    double[] drops = plain(priceLosses());
    return portfolios.institutions().stream()
        .map(each -> each.loss(drops) / each.equity())
        .toList();
  }

  private List<Integer> failures(List<Double> direct, List<Double> secondRound) {
    List<Integer> failed = new ArrayList<>();
    List<Portfolios.Institution> all = portfolios.institutions();
    for (int i = 0; i < all.size(); i++) {
      if (direct.get(i) + secondRound.get(i) >= all.get(i).equity()) {
        failed.add(i);
      }
    }
    failed.sort(
        Comparator.<Integer>comparingDouble(i -> direct.get(i) >= all.get(i).equity() ? 0 : 1)
            .thenComparingDouble(i -> -(direct.get(i) + secondRound.get(i)) / all.get(i).equity()));
    return failed;
  }

  private double[] shocks() {
    return plain(shock);
  }

  private static double[] plain(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
