package org.plimsoll.solvency.clearing;

import java.util.Arrays;

/// Finds the greatest clearing payments by fictitious default: suppose nobody defaults, see who
/// does, let those pay what they can, see who defaults now, and so on (Eisenberg and Noe 2001; with
/// costs of default Rogers and Veraart 2013).
///
/// It ends after at most as many rounds as there are nodes. The round in which a node falls is its
/// depth of contagion, and exact: each round solves the payments of the defaults so far before it
/// looks for the next.
public final class ClearingSolver {
  private final LiabilityNetwork network;
  private final DefaultCosts costs;
  private final Payments payments;
  private final int[] round;
  private final boolean[] isDefault;
  private final int[] defaulted;
  private int defaults;

  private ClearingSolver(LiabilityNetwork network, DefaultCosts costs) {
    this.network = network;
    this.costs = costs;
    this.payments = new Payments(network);
    this.round = new int[network.nodes];
    this.isDefault = new boolean[network.nodes];
    this.defaulted = new int[network.nodes];
  }

  /// Clears a network whose defaulters pay all they have.
  public static Clearing clear(LiabilityNetwork network) {
    return clear(network, DefaultCosts.NONE);
  }

  /// Clears a network whose defaulters realize what `costs` leaves of their assets.
  public static Clearing clear(LiabilityNetwork network, DefaultCosts costs) {
    ClearingSolver solver = new ClearingSolver(network, costs);
    solver.run();
    Certificate certificate = Certificate.of(network, costs, solver.payments.unpaid, solver.round);
    boolean unique =
        Uniqueness.isProven(network, costs)
            || LeastClearing.equals(network, costs, solver.payments);
    return new Clearing(network, solver.payments, solver.round, certificate, unique);
  }

  private void run() {
    for (int depth = 1; addDefaults(depth); depth++) {
      int[] members = Arrays.copyOf(defaulted, defaults);
      new DefaultSystem(network, costs, members, isDefault).settle(payments);
      payments.refreshInflow(members, defaults);
    }
  }

  private boolean addDefaults(int depth) {
    int before = defaults;
    for (int node = 0; node < network.nodes; node++) {
      if (!isDefault[node] && Certificate.fallsShort(network, node, payments.inflow[node])) {
        isDefault[node] = true;
        round[node] = depth;
        defaulted[defaults++] = node;
      }
    }
    return defaults > before;
  }
}
