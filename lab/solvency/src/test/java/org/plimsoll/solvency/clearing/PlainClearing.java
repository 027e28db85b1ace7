package org.plimsoll.solvency.clearing;

import java.util.Arrays;

/// The rules of clearing read aloud: everybody pays at once what he could in the round before,
/// beginning with payment in full, until nothing changes. Slow, and nothing else.
final class PlainClearing {
  private static final int ROUNDS = 200_000;

  private PlainClearing() {}

  /// Payments per class and node, the greatest ones.
  static double[][] solve(Networks network, DefaultCosts costs) {
    int nodes = network.nodes();
    double[][] paid = new double[network.classes()][nodes];
    for (int rank = 0; rank < network.classes(); rank++) {
      for (int node = 0; node < nodes; node++) {
        paid[rank][node] = owed(network, rank, node);
      }
    }
    for (int round = 0; round < ROUNDS; round++) {
      double[][] next = pay(network, costs, paid);
      if (Arrays.deepEquals(next, paid)) {
        return paid;
      }
      paid = next;
    }
    return paid;
  }

  static double[][] pay(Networks network, DefaultCosts costs, double[][] paid) {
    double[][] next = new double[network.classes()][network.nodes()];
    for (int node = 0; node < network.nodes(); node++) {
      double inflow = inflow(network, paid, node);
      double owed = 0;
      for (int rank = 0; rank < network.classes(); rank++) {
        owed += owed(network, rank, node);
      }
      boolean isShort = network.assets()[node] + inflow < owed * (1 - 1e-13);
      double left =
          isShort
              ? costs.ownAssets() * network.assets()[node] + costs.claims() * inflow
              : Double.MAX_VALUE;
      for (int rank = 0; rank < network.classes(); rank++) {
        next[rank][node] = Math.min(left, owed(network, rank, node));
        left -= next[rank][node];
      }
    }
    return next;
  }

  private static double inflow(Networks network, double[][] paid, int node) {
    double inflow = 0;
    for (int rank = 0; rank < network.classes(); rank++) {
      for (int from = 0; from < network.nodes(); from++) {
        double due = network.debts()[rank][from][node];
        inflow += due > 0 ? due * paid[rank][from] / owed(network, rank, from) : 0;
      }
    }
    return inflow;
  }

  private static double owed(Networks network, int rank, int node) {
    return network.outside()[node][rank] + Arrays.stream(network.debts()[rank][node]).sum();
  }
}
