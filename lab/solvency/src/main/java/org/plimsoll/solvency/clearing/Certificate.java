package org.plimsoll.solvency.clearing;

/// How far payments are from the rules, computed from the payments and the network alone.
///
/// @param residual sum over nodes of what is paid too much or too little, as a part of all debts
/// @param misjudged nodes whose default does not agree with their assets and inflow
record Certificate(double residual, int misjudged) {
  /// A node that misses its obligations by less than this part of them pays in full: the last
  /// digits of a sum of many payments must not decide a default.
  static final double ROUNDING = 1e-13;

  static boolean fallsShort(LiabilityNetwork network, int node, double inflow) {
    double obligation = network.obligation[node];
    return network.assets[node] + inflow < obligation - ROUNDING * obligation;
  }

  /// Judges payments by a full pass over all debts, which shares nothing with the search.
  static Certificate of(
      LiabilityNetwork network, DefaultCosts costs, double[] unpaid, int[] round) {
    double[] inflow = new double[network.nodes];
    for (int slot = 0; slot < unpaid.length; slot++) {
      double part = 1 - unpaid[slot];
      for (int link = network.start[slot]; link < network.start[slot + 1]; link++) {
        inflow[network.creditor[link]] += part * network.amount[link];
      }
    }
    double missed = 0;
    int misjudged = 0;
    for (int node = 0; node < network.nodes; node++) {
      boolean isShort = fallsShort(network, node, inflow[node]);
      misjudged += isShort == round[node] > 0 ? 0 : 1;
      double left = isShort ? costs.realized(network.assets[node], inflow[node]) : 0;
      for (int rank = 0; rank < network.classes; rank++) {
        int slot = node * network.classes + rank;
        double owed = network.owed[slot];
        double due = isShort ? StrictMath.min(owed, left) : owed;
        missed += StrictMath.abs((1 - unpaid[slot]) * owed - due);
        left = StrictMath.max(0, left - owed);
      }
    }
    return new Certificate(network.total > 0 ? missed / network.total : 0, misjudged);
  }
}
