package org.plimsoll.solvency.clearing;

/// The debts among a set of nodes that are known to default, cut out of the network so that the
/// sweeps which find their payments walk nothing else.
final class DefaultSystem {
  /// A change of less than this part of a debt is left for what it is: a tenth of the last digits
  /// that a certificate can see, and not worth walking all creditors for.
  static final double NEGLIGIBLE = 1e-15;

  /// Rings of debt with next to no cash settle slowly; a solution that has not by then fails its
  /// certificate and says so.
  static final int SWEEPS_MAX = 20_000;

  private final LiabilityNetwork network;
  private final DefaultCosts costs;
  private final int[] members;
  private final int[] start;
  private final int[] creditor;
  private final double[] amount;

  DefaultSystem(LiabilityNetwork network, DefaultCosts costs, int[] members, boolean[] isMember) {
    this.network = network;
    this.costs = costs;
    this.members = members;
    this.start = new int[members.length * network.classes + 1];
    int[] to = new int[links(network, members)];
    double[] due = new double[to.length];
    int links = 0;
    int slot = 0;
    for (int node : members) {
      for (int rank = 0; rank < network.classes; rank++) {
        int from = node * network.classes + rank;
        for (int link = network.start[from]; link < network.start[from + 1]; link++) {
          // Written always and kept only for a member: no branch for the processor to guess.
          to[links] = network.creditor[link];
          due[links] = network.amount[link];
          links += isMember[network.creditor[link]] ? 1 : 0;
        }
        start[++slot] = links;
      }
    }
    this.creditor = to;
    this.amount = due;
  }

  private static int links(LiabilityNetwork network, int[] members) {
    int links = 1;
    for (int node : members) {
      links += network.start[(node + 1) * network.classes] - network.start[node * network.classes];
    }
    return links;
  }

  /// Lowers the payments of the members, each in turn at once visible to the next, until they hold.
  ///
  /// Started from payments that are too high, as those with fewer defaults are, they fall to the
  /// greatest solution for this set (Gauss-Seidel on a monotone map). Inflows of other nodes are
  /// left as they are.
  void settle(Payments payments) {
    boolean hasChanged = true;
    for (int sweep = 0; hasChanged && sweep < SWEEPS_MAX; sweep++) {
      hasChanged = false;
      for (int member = 0; member < members.length; member++) {
        hasChanged |= lower(member, payments);
      }
    }
  }

  private boolean lower(int member, Payments payments) {
    int node = members[member];
    double left = costs.realized(network.assets[node], payments.inflow[node]);
    boolean hasChanged = false;
    for (int rank = 0; rank < network.classes; rank++) {
      int slot = node * network.classes + rank;
      double owed = network.owed[slot];
      double unpaid = Payments.unpaidPart(left, owed);
      double fall = unpaid - payments.unpaid[slot];
      if (fall > NEGLIGIBLE) {
        payments.unpaid[slot] = unpaid;
        hasChanged = true;
        push(member * network.classes + rank, fall, payments.inflow);
      }
      left = StrictMath.max(0, left - owed);
    }
    return hasChanged;
  }

  private void push(int row, double fall, double[] inflow) {
    for (int link = start[row]; link < start[row + 1]; link++) {
      inflow[creditor[link]] -= fall * amount[link];
    }
  }
}
