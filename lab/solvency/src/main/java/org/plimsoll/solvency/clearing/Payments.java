package org.plimsoll.solvency.clearing;

/// What each node pays in each class, on its way to a clearing solution.
///
/// A debt that is not paid in full shows as the unpaid part of its slot (node and class), so that
/// the many slots that are paid in full cost nothing: what a node receives is its full inflow less
/// the unpaid parts of the few that default.
final class Payments {
  final double[] unpaid;
  final double[] inflow;
  private final LiabilityNetwork network;

  /// Everybody pays in full.
  Payments(LiabilityNetwork network) {
    this.network = network;
    this.unpaid = new double[network.owed.length];
    this.inflow = network.fullInflow.clone();
  }

  /// What `node` pays in all.
  double paid(int node) {
    double missing = 0;
    for (int slot = node * network.classes; slot < (node + 1) * network.classes; slot++) {
      missing += unpaid[slot] * network.owed[slot];
    }
    return network.obligation[node] - missing;
  }

  /// The unpaid part of a slot if `value` is left for it and for the classes below it.
  static double unpaidPart(double value, double owed) {
    return owed <= 0 ? 0 : StrictMath.min(1, StrictMath.max(0, 1 - value / owed));
  }

  /// Computes again what each node receives, from the unpaid parts alone, which forgets the
  /// rounding that many small changes have left.
  void refreshInflow(int[] defaulted, int count) {
    System.arraycopy(network.fullInflow, 0, inflow, 0, inflow.length);
    for (int entry = 0; entry < count; entry++) {
      int node = defaulted[entry];
      for (int slot = node * network.classes; slot < (node + 1) * network.classes; slot++) {
        if (unpaid[slot] > 0) {
          pushChange(slot, -unpaid[slot]);
        }
      }
    }
  }

  /// Changes the inflow of the creditors of a slot by a part of what each is owed.
  void pushChange(int slot, double part) {
    int end = network.start[slot + 1];
    for (int link = network.start[slot]; link < end; link++) {
      inflow[network.creditor[link]] += part * network.amount[link];
    }
  }
}
