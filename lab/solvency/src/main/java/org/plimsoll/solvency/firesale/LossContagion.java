package org.plimsoll.solvency.firesale;

import java.util.List;
import org.plimsoll.solvency.bounds.Require;
import org.plimsoll.solvency.spiral.Portfolios;

/// How much of what one institution holds is held by another, weighted by how hard it is to sell.
///
/// `Omega_ij = sum_a V_ia V_ja / K_a`: the money that `i` loses when `j` sells all it has in a
/// market of linear depth (Cont and Schaanning, "Fire sales, indirect contagion and systemic stress
/// testing", 2017).
///
/// @param portfolios that overlap
/// @param moneyDepths one for each asset; positive
public record LossContagion(Portfolios portfolios, List<Double> moneyDepths) {
  /// Checks the shape.
  ///
  /// @throws IllegalArgumentException if a depth is not positive or there is not one for each asset
  public LossContagion {
    moneyDepths = List.copyOf(moneyDepths);
    Require.holds(moneyDepths.size() == portfolios.assets(), "depths", moneyDepths.size());
    moneyDepths.forEach(depth -> Require.positive("moneyDepth", depth));
  }

  /// Returns `Omega_ij` for the institutions with the numbers `one` and `other`.
  public double overlap(int one, int other) {
    List<Double> first = portfolios.institutions().get(one).values();
    List<Double> second = portfolios.institutions().get(other).values();
    double overlap = 0;
    for (int asset = 0; asset < first.size(); asset++) {
      overlap += first.get(asset) * second.get(asset) / moneyDepths.get(asset);
    }
    return overlap;
  }
}
