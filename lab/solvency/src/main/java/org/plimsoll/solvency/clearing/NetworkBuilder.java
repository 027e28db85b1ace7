package org.plimsoll.solvency.clearing;

import java.util.Arrays;

/// Collects debts and assets, in any order, into a [LiabilityNetwork].
///
/// Several debts of one debtor to one creditor stand side by side and come to the same as their
/// sum.
public final class NetworkBuilder {
  private static final int LINKS_FIRST = 16;
  private static final double GROWTH = 1.5;

  private final int classes;
  private final double[] assets;
  private final double[] outside;
  private int[] debtor = new int[LINKS_FIRST];
  private int[] rank = new int[LINKS_FIRST];
  private int[] creditor = new int[LINKS_FIRST];
  private double[] amount = new double[LINKS_FIRST];
  private int links;

  /// Starts a network of `nodes` nodes without debts or assets.
  ///
  /// @param classes how many classes of seniority there are; 1 where all creditors rank alike
  /// @throws IllegalArgumentException if either is not positive
  public NetworkBuilder(int nodes, int classes) {
    require(nodes > 0, "nodes", nodes);
    require(classes > 0, "classes", classes);
    this.classes = classes;
    this.assets = new double[nodes];
    this.outside = new double[nodes * classes];
  }

  /// Adds to what `node` has besides its claims on other nodes.
  ///
  /// @throws IllegalArgumentException if the node is unknown, or the value negative or not finite
  public NetworkBuilder asset(int node, double value) {
    requireNode("node", node);
    requireAmount("value", value);
    assets[node] += value;
    return this;
  }

  /// Adds a debt to a creditor outside the network, of seniority `rank`, 0 being paid first.
  ///
  /// @throws IllegalArgumentException if the node or rank is unknown, or the amount negative or not
  ///   finite
  public NetworkBuilder external(int node, int rank, double due) {
    requireNode("node", node);
    requireRank(rank);
    requireAmount("due", due);
    outside[node * classes + rank] += due;
    return this;
  }

  /// Adds a debt between two nodes, of seniority `rank`, 0 being paid first.
  ///
  /// @throws IllegalArgumentException if a node or the rank is unknown, a node would owe itself, or
  ///   the amount is negative or not finite
  public NetworkBuilder debt(int from, int to, int rank, double due) {
    requireNode("from", from);
    requireNode("to", to);
    require(from != to, "to", to);
    requireRank(rank);
    requireAmount("due", due);
    if (due > 0) {
      grow();
      debtor[links] = from;
      creditor[links] = to;
      this.rank[links] = rank;
      amount[links++] = due;
    }
    return this;
  }

  /// Adds a secured debt: the creditor takes from the collateral first, what the collateral does
  /// not cover joins the debts of `rank`, and what the debt does not need goes back to the debtor.
  ///
  /// The collateral is thus out of reach of every other creditor. It must not stand among the
  /// debtor's assets as well, and from here on the network shows only the uncovered rest.
  ///
  /// @param collateral what the creditor realizes for it, after impact and costs
  /// @throws IllegalArgumentException as for [#debt] and [#asset]
  public NetworkBuilder securedDebt(int from, int to, int rank, double due, double collateral) {
    requireAmount("collateral", collateral);
    requireAmount("due", due);
    double covered = StrictMath.min(due, collateral);
    debt(from, to, rank, due - covered);
    asset(to, covered);
    return asset(from, collateral - covered);
  }

  /// Returns the network collected so far.
  public LiabilityNetwork build() {
    return LiabilityNetwork.of(
        classes,
        Arrays.copyOf(debtor, links),
        Arrays.copyOf(rank, links),
        Arrays.copyOf(creditor, links),
        Arrays.copyOf(amount, links),
        outside.clone(),
        assets.clone());
  }

  private void grow() {
    if (links == debtor.length) {
      int size = (int) (links * GROWTH);
      debtor = Arrays.copyOf(debtor, size);
      rank = Arrays.copyOf(rank, size);
      creditor = Arrays.copyOf(creditor, size);
      amount = Arrays.copyOf(amount, size);
    }
  }

  private void requireNode(String name, int node) {
    require(node >= 0 && node < assets.length, name, node);
  }

  private void requireRank(int value) {
    require(value >= 0 && value < classes, "rank", value);
  }

  private static void requireAmount(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " " + value + " is out of bounds");
    }
  }

  private static void require(boolean holds, String name, int value) {
    if (!holds) {
      throw new IllegalArgumentException(name + " " + value + " is out of bounds");
    }
  }
}
