package org.plimsoll.solvency.firesale;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.solvency.bounds.Require;
import org.plimsoll.solvency.impact.ContSchaanningImpact;
import org.plimsoll.solvency.spiral.Portfolios;

/// Institutions that sell only once a loss takes their leverage above a limit.
///
/// Then they sell down to a lower target, pro rata, and everything once their equity is gone.
/// Prices fall by a concave impact with a floor, and all who sell in one round share its average
/// price (after Cont and Schaanning, "Fire sales, indirect contagion and systemic stress testing",
/// 2017).
///
/// @param portfolios before the shock
/// @param markets one for each asset, at a price of 1 before the shock
/// @param leverageMax above which an institution sells; above 1
/// @param leverageTarget to which it sells; at least 1, at most the limit
/// @param roundsMax rounds at most; positive
public record ThresholdDeleveraging(
    Portfolios portfolios,
    List<ContSchaanningImpact> markets,
    double leverageMax,
    double leverageTarget,
    int roundsMax) {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a figure is out of the bounds above, or there is not one
  ///   market for each asset
  public ThresholdDeleveraging {
    markets = List.copyOf(markets);
    Require.holds(markets.size() == portfolios.assets(), "number of markets", markets.size());
    markets.forEach(market -> Require.holds(market.price() == 1, "market price", market.price()));
    Require.holds(leverageMax > 1 && Double.isFinite(leverageMax), "leverageMax", leverageMax);
    Require.holds(
        leverageTarget >= 1 && leverageTarget <= leverageMax, "leverageTarget", leverageTarget);
    Require.positive("roundsMax", roundsMax);
  }

  /// Where the sales ended.
  ///
  /// @param losses of each institution
  /// @param prices of the assets, which were 1 before the shock
  /// @param sold units of each asset
  /// @param rounds in which somebody sold
  public record Outcome(Losses losses, List<Double> prices, List<Double> sold, int rounds) {
    /// Copies the lists.
    public Outcome {
      prices = List.copyOf(prices);
      sold = List.copyOf(sold);
    }
  }

  /// Returns what a shock ends in.
  ///
  /// @param shock part of the price that each asset loses; from 0 to below 1
  /// @throws IllegalArgumentException if a shock is out of bounds or there is not one for each
  ///   asset
  public Outcome after(List<Double> shock) {
    Require.holds(shock.size() == portfolios.assets(), "number of shocks", shock.size());
    shock.forEach(drop -> Require.fraction("shock", drop));
    FireSale sale = new FireSale(this, shock);
    List<Double> atOnce = sale.losses();
    int rounds = 0;
    while (rounds < roundsMax && sale.sellRound()) {
      rounds++;
    }
    List<Double> total = sale.losses();
    List<Double> secondRound = new ArrayList<>();
    for (int i = 0; i < total.size(); i++) {
      secondRound.add(total.get(i) - atOnce.get(i));
    }
    Losses losses = new Losses(atOnce, secondRound, sale.failures());
    return new Outcome(losses, sale.prices(), sale.sold(), rounds);
  }
}
