package org.plimsoll.solvency.spiral;

import java.util.List;
import org.plimsoll.solvency.bounds.Require;

/// What each institution holds of each asset, and its equity.
///
/// @param institutions in order; at least one, all with holdings of the same number of assets
public record Portfolios(List<Institution> institutions) {
  /// Checks the shape.
  ///
  /// @throws IllegalArgumentException if there is no institution or the numbers of assets differ
  public Portfolios {
    institutions = List.copyOf(institutions);
    Require.holds(!institutions.isEmpty(), "number of institutions", institutions.size());
    int assets = institutions.getFirst().values().size();
    for (Institution each : institutions) {
      Require.holds(each.values().size() == assets, "number of assets", each.values().size());
    }
  }

  /// One institution.
  ///
  /// @param values of its holdings, one for each asset; not negative, in money
  /// @param equity positive, at most the sum of the values
  public record Institution(List<Double> values, double equity) {
    /// Checks the bounds.
    ///
    /// @throws IllegalArgumentException if a figure is out of the bounds above
    public Institution {
      values = List.copyOf(values);
      values.forEach(value -> Require.notNegative("value", value));
      Require.positive("equity", equity);
      Require.holds(equity <= sum(values), "equity", equity);
    }

    /// Returns the value of all holdings.
    public double assets() {
      return sum(values);
    }

    /// Returns assets over equity.
    public double leverage() {
      return assets() / equity;
    }

    /// Returns the part of the holdings that one asset makes, by which a sale pro rata is spread.
    public double weight(int asset) {
      return values.get(asset) / assets();
    }

    /// Returns the money lost when prices fall by `drops`, one fraction for each asset.
    public double loss(double[] drops) {
      double loss = 0;
      for (int asset = 0; asset < drops.length; asset++) {
        loss += values.get(asset) * drops[asset];
      }
      return loss;
    }

    private static double sum(List<Double> values) {
      return values.stream().mapToDouble(Double::doubleValue).sum();
    }
  }

  /// Returns the number of assets.
  public int assets() {
    return institutions.getFirst().values().size();
  }

  /// Returns the equity of all.
  public double equity() {
    return institutions.stream().mapToDouble(Institution::equity).sum();
  }

  /// Returns what all hold of one asset.
  public double held(int asset) {
    return institutions.stream().mapToDouble(each -> each.values().get(asset)).sum();
  }
}
