package org.plimsoll.solvency.clearing;

import java.util.Arrays;

/// The least clearing payments: nobody pays until he is paid.
///
/// Found by raising payments from nothing; compared with the greatest ones they tell whether a
/// network clears in one way only.
final class LeastClearing {
  /// Payments that differ by less than this part of what a node owes are the same.
  private static final double SAME = 1e-9;

  private final LiabilityNetwork network;
  private final DefaultCosts costs;
  private final double[] unpaid;
  private final double[] inflow;

  private LeastClearing(LiabilityNetwork network, DefaultCosts costs) {
    this.network = network;
    this.costs = costs;
    this.unpaid = new double[network.owed.length];
    this.inflow = new double[network.nodes];
    Arrays.fill(unpaid, 1);
  }

  /// Whether the least payments are `greatest`.
  static boolean equals(LiabilityNetwork network, DefaultCosts costs, Payments greatest) {
    double[] least = solve(network, costs);
    for (int slot = 0; slot < least.length; slot++) {
      if (network.owed[slot] > 0 && StrictMath.abs(least[slot] - greatest.unpaid[slot]) > SAME) {
        return false;
      }
    }
    return true;
  }

  /// The unpaid part of each node and class.
  static double[] solve(LiabilityNetwork network, DefaultCosts costs) {
    LeastClearing search = new LeastClearing(network, costs);
    boolean hasChanged = true;
    for (int sweep = 0; hasChanged && sweep < DefaultSystem.SWEEPS_MAX; sweep++) {
      hasChanged = false;
      for (int node = 0; node < network.nodes; node++) {
        hasChanged |= search.raise(node);
      }
    }
    return search.unpaid;
  }

  private boolean raise(int node) {
    boolean isShort = Certificate.fallsShort(network, node, inflow[node]);
    double left = isShort ? costs.realized(network.assets[node], inflow[node]) : 0;
    boolean hasChanged = false;
    for (int rank = 0; rank < network.classes; rank++) {
      int slot = node * network.classes + rank;
      double owed = network.owed[slot];
      double part = isShort ? Payments.unpaidPart(left, owed) : 0;
      double rise = unpaid[slot] - part;
      if (rise > DefaultSystem.NEGLIGIBLE) {
        unpaid[slot] = part;
        hasChanged = true;
        for (int link = network.start[slot]; link < network.start[slot + 1]; link++) {
          inflow[network.creditor[link]] += rise * network.amount[link];
        }
      }
      left = StrictMath.max(0, left - owed);
    }
    return hasChanged;
  }
}
