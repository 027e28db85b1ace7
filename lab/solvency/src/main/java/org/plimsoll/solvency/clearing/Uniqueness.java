package org.plimsoll.solvency.clearing;

/// Grounds on which the clearing payments are the only ones without computing any other.
///
/// Where default costs nothing and all debts rank alike, two solutions can differ only on nodes
/// that have no assets and pay nobody but such nodes: summed over the nodes that differ, what they
/// receive more is what they pay more, so nothing may come in or leak out (Eisenberg and Noe 2001,
/// Theorem 2). One node with assets, or one outside creditor, downstream of a node settles it.
final class Uniqueness {
  private Uniqueness() {}

  static boolean isProven(LiabilityNetwork network, DefaultCosts costs) {
    if (network.classes > 1 || !costs.equals(DefaultCosts.NONE)) {
      return false;
    }
    boolean[] settled = new boolean[network.nodes];
    int open = 0;
    for (int node = 0; node < network.nodes; node++) {
      settled[node] =
          network.assets[node] > 0 || network.outside[node] > 0 || network.obligation[node] == 0;
      open += settled[node] ? 0 : 1;
    }
    for (int before = open + 1; open > 0 && open < before; ) {
      before = open;
      for (int node = 0; node < network.nodes; node++) {
        if (!settled[node] && paysSettled(network, node, settled)) {
          settled[node] = true;
          open--;
        }
      }
    }
    return open == 0;
  }

  private static boolean paysSettled(LiabilityNetwork network, int node, boolean[] settled) {
    for (int link = network.start[node]; link < network.start[node + 1]; link++) {
      if (settled[network.creditor[link]]) {
        return true;
      }
    }
    return false;
  }
}
