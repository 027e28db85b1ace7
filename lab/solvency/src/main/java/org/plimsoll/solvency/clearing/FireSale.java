package org.plimsoll.solvency.clearing;

import java.util.Arrays;
import java.util.List;
import org.plimsoll.solvency.impact.ExponentialImpact;

/// Clearing while the nodes sell one common asset into one market.
///
/// A node that cannot pay from its external assets and what it receives sells as much as the
/// missing cash takes at the price of the round, a defaulter everything. Sales push the price, the
/// price lowers what holdings are worth, and so on downwards from the price before any sale: the
/// result is the greatest price and payments that hold together (Cifuentes, Ferrucci and Shin,
/// "Liquidity Risk and Contagion", 2005, with the clearing of Eisenberg and Noe inside).
public final class FireSale {
  /// The fall of the price, as a part of it, below which it has come to rest.
  private static final double AT_REST = 1e-14;

  private static final int ROUNDS_MAX = 100_000;

  private final LiabilityNetwork network;
  private final double[] holdings;
  private final ExponentialImpact market;
  private final DefaultCosts costs;

  /// Sets the scene.
  ///
  /// @param network its external assets are cash, without the holdings
  /// @param holdings units of the common asset that each node has
  /// @param market before any sale
  /// @throws IllegalArgumentException if there is not one holding for each node, or one is negative
  ///   or not finite
  public FireSale(
      LiabilityNetwork network,
      List<Double> holdings,
      ExponentialImpact market,
      DefaultCosts costs) {
    if (holdings.size() != network.nodes) {
      throw new IllegalArgumentException(
          "holdings has " + holdings.size() + " entries for " + network.nodes + " nodes");
    }
    for (double held : holdings) {
      if (!(held >= 0 && held < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("holding " + held + " is out of bounds");
      }
    }
    this.network = network;
    this.holdings = holdings.stream().mapToDouble(Double::doubleValue).toArray();
    this.market = market;
    this.costs = costs;
  }

  /// What is left when price and payments have come to rest.
  ///
  /// @param price after the sales, per unit
  /// @param sold units sold by all nodes
  /// @param rounds how often the price fell
  /// @param isSettled whether the price came to rest within the rounds allowed
  /// @param clearing the payments at that price
  public record Outcome(
      double price, double sold, int rounds, boolean isSettled, Clearing clearing) {}

  /// Lets price and payments fall until they rest.
  public Outcome run() {
    double price = market.price();
    Clearing clearing = clearAt(price);
    for (int round = 0; round < ROUNDS_MAX; round++) {
      double sold = sold(price, clearing);
      double lower = StrictMath.min(price, market.priceAfter(sold));
      if (price - lower <= AT_REST * price) {
        return new Outcome(price, sold, round, true, clearing);
      }
      price = lower;
      clearing = clearAt(price);
    }
    return new Outcome(price, sold(price, clearing), ROUNDS_MAX, false, clearing);
  }

  private Clearing clearAt(double price) {
    double[] assets = new double[network.nodes];
    Arrays.setAll(assets, node -> network.assets[node] + price * holdings[node]);
    return ClearingSolver.clear(network.withExternalAssets(assets), costs);
  }

  private double sold(double price, Clearing clearing) {
    double sold = 0;
    for (int node = 0; node < network.nodes; node++) {
      double missing = network.obligation[node] - network.assets[node] - clearing.inflow(node);
      if (clearing.isDefault(node)) {
        sold += holdings[node];
      } else if (missing > 0 && holdings[node] > 0) {
        sold += StrictMath.min(holdings[node], missing / price);
      }
    }
    return sold;
  }
}
