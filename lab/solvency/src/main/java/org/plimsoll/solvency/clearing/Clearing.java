package org.plimsoll.solvency.clearing;

import java.util.Arrays;

/// Payments that clear a network, with the certificate that they do.
///
/// Of all payments that are consistent these are the greatest: nobody defaults whom the rules let
/// survive. Where smaller ones are consistent too, [#isUnique] is false, and what happens is then a
/// matter of confidence, not of arithmetic.
public final class Clearing {
  /// The largest residual, as a part of all debts, with which a solution counts as certified.
  public static final double RESIDUAL_MAX = 1e-12;

  private final LiabilityNetwork network;
  private final Payments payments;
  private final int[] round;
  private final Certificate certificate;
  private final boolean isUnique;

  Clearing(
      LiabilityNetwork network,
      Payments payments,
      int[] round,
      Certificate certificate,
      boolean isUnique) {
    this.network = network;
    this.payments = payments;
    this.round = round;
    this.certificate = certificate;
    this.isUnique = isUnique;
  }

  /// Returns the number of nodes.
  public int nodes() {
    return network.nodes;
  }

  /// Returns what `node` pays in all, to inside and outside.
  public double payment(int node) {
    return payments.paid(node);
  }

  /// Returns what `node` pays to creditors outside the network.
  public double paymentOutside(int node) {
    double paid = 0;
    for (int slot = node * network.classes; slot < (node + 1) * network.classes; slot++) {
      paid += (1 - payments.unpaid[slot]) * network.outside[slot];
    }
    return paid;
  }

  /// Returns what `node` receives from other nodes.
  public double inflow(int node) {
    return payments.inflow[node];
  }

  /// Returns the part of all its debts that `node` pays, in \[0, 1\]; 1 if it owes nothing.
  public double recovery(int node) {
    double owed = network.obligation[node];
    return owed > 0 ? StrictMath.min(1, StrictMath.max(0, payment(node) / owed)) : 1;
  }

  /// Returns the part that `node` pays of its debts of seniority `rank`, in \[0, 1\].
  public double recovery(int node, int rank) {
    return 1 - payments.unpaid[node * network.classes + rank];
  }

  /// Returns what is left to the owners of `node`; 0 if it defaults.
  public double equity(int node) {
    return isDefault(node)
        ? 0
        : StrictMath.max(
            0, network.assets[node] + payments.inflow[node] - network.obligation[node]);
  }

  /// Returns whether `node` cannot pay all that it owes.
  public boolean isDefault(int node) {
    return round[node] > 0;
  }

  /// Returns how many nodes default.
  public int defaults() {
    return (int) Arrays.stream(round).filter(first -> first > 0).count();
  }

  /// Returns the round in which `node` defaults: 1 by its own losses, even if everybody else paid
  /// in full; 2 by the defaults of round 1; and so on. 0 if it does not.
  public int roundOfDefault(int node) {
    return round[node];
  }

  /// Returns how many rounds of default there are.
  public int rounds() {
    return Arrays.stream(round).max().orElse(0);
  }

  /// Returns by how much the payments miss the rules, summed over nodes and as a part of all debts.
  public double residual() {
    return certificate.residual();
  }

  /// Returns whether the residual is at most [#RESIDUAL_MAX] and each node defaults exactly if its
  /// assets and what it receives fall short of what it owes.
  public boolean isCertified() {
    return certificate.residual() <= RESIDUAL_MAX && certificate.misjudged() == 0;
  }

  /// Returns whether these payments are the only consistent ones.
  public boolean isUnique() {
    return isUnique;
  }
}
