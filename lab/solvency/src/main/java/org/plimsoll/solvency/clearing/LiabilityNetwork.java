package org.plimsoll.solvency.clearing;

import java.util.Arrays;

/// Who owes whom how much, and what each node has besides: an immutable network of debts.
///
/// Nodes are numbered from 0. Debts fall into classes of seniority, 0 being paid first; within a
/// class all creditors of a debtor are paid the same part. Creditors outside the network, such as
/// customers, hold external claims in these classes too. Amounts are in one currency.
///
/// The debts are kept by debtor and class in flat arrays, because clearing a large network is
/// nothing but walking them.
public final class LiabilityNetwork {
  final int nodes;
  final int classes;

  /// The debts of node `i` in class `c` lie from `start[i * classes + c]` to the next entry.
  final int[] start;

  final int[] creditor;
  final double[] amount;

  /// What is owed per node and class, to inside and outside together.
  final double[] owed;

  final double[] outside;
  final double[] assets;

  /// What is owed per node over all classes, and what it receives if everybody pays in full.
  final double[] obligation;

  final double[] fullInflow;
  final double total;

  private LiabilityNetwork(
      int classes,
      int[] start,
      int[] creditor,
      double[] amount,
      double[] outside,
      double[] assets) {
    this.nodes = assets.length;
    this.classes = classes;
    this.start = start;
    this.creditor = creditor;
    this.amount = amount;
    this.outside = outside;
    this.assets = assets;
    this.owed = outside.clone();
    this.obligation = new double[nodes];
    this.fullInflow = new double[nodes];
    for (int slot = 0; slot < owed.length; slot++) {
      for (int link = start[slot]; link < start[slot + 1]; link++) {
        owed[slot] += amount[link];
        fullInflow[creditor[link]] += amount[link];
      }
      obligation[slot / classes] += owed[slot];
    }
    this.total = Arrays.stream(obligation).sum();
  }

  private LiabilityNetwork(LiabilityNetwork debts, double[] assets) {
    this.nodes = debts.nodes;
    this.classes = debts.classes;
    this.start = debts.start;
    this.creditor = debts.creditor;
    this.amount = debts.amount;
    this.outside = debts.outside;
    this.owed = debts.owed;
    this.obligation = debts.obligation;
    this.fullInflow = debts.fullInflow;
    this.total = debts.total;
    this.assets = assets;
  }

  static LiabilityNetwork of(
      int classes, int[] debtor, int[] rank, int[] to, double[] due, double[] out, double[] own) {
    int[] start = new int[own.length * classes + 1];
    for (int edge = 0; edge < debtor.length; edge++) {
      start[debtor[edge] * classes + rank[edge] + 1]++;
    }
    for (int slot = 1; slot < start.length; slot++) {
      start[slot] += start[slot - 1];
    }
    int[] next = start.clone();
    int[] creditor = new int[debtor.length];
    double[] amount = new double[debtor.length];
    for (int edge = 0; edge < debtor.length; edge++) {
      int place = next[debtor[edge] * classes + rank[edge]]++;
      creditor[place] = to[edge];
      amount[place] = due[edge];
    }
    return new LiabilityNetwork(classes, start, creditor, amount, out, own);
  }

  /// Returns the number of nodes.
  public int nodes() {
    return nodes;
  }

  /// Returns the number of debts between nodes.
  public int links() {
    return amount.length;
  }

  /// Returns all that `node` owes, to inside and outside.
  public double obligation(int node) {
    return obligation[node];
  }

  /// Returns what `node` has besides its claims on other nodes.
  public double externalAssets(int node) {
    return assets[node];
  }

  /// Returns all that is owed by anyone.
  public double totalObligations() {
    return total;
  }

  /// Returns the same debts over other external assets, one per node; the debts are shared.
  ///
  /// @throws IllegalArgumentException if there is not one for each node, or one is negative or not
  ///   finite
  public LiabilityNetwork withExternalAssets(double... external) {
    if (external.length != nodes) {
      throw new IllegalArgumentException(
          "external has " + external.length + " entries for " + nodes + " nodes");
    }
    for (double value : external) {
      if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("external asset " + value + " is out of bounds");
      }
    }
    return new LiabilityNetwork(this, external.clone());
  }
}
