package org.plimsoll.solvency.clearing;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/// Seeded networks as plain matrices, so that laws can change them and a plain solver can read
/// them.
///
/// @param debts who (row) owes whom (column); per class of seniority
/// @param outside owed to outside, per node and class
@SuppressWarnings("ArrayRecordComponent") // a matrix is what it is
record Networks(double[][][] debts, double[][] outside, double[] assets) {
  static UniformRandomProvider random(long seed) {
    return RandomSource.PHILOX_4X64.create(seed);
  }

  /// A network of 2 to 9 nodes that is about half broke, some of whose nodes have nothing.
  static Networks draw(UniformRandomProvider random, int classes) {
    int nodes = 2 + random.nextInt(8);
    double[][][] debts = new double[classes][nodes][nodes];
    double[][] outside = new double[nodes][classes];
    double[] assets = new double[nodes];
    double density = random.nextDouble();
    for (int from = 0; from < nodes; from++) {
      assets[from] = random.nextInt(5) == 0 ? 0 : 10 * random.nextDouble();
      for (int rank = 0; rank < classes; rank++) {
        outside[from][rank] = random.nextInt(3) == 0 ? 0 : 8 * random.nextDouble() / classes;
        for (int to = 0; to < nodes; to++) {
          boolean owes = from != to && random.nextDouble() < density;
          debts[rank][from][to] = owes ? 10 * random.nextDouble() / classes : 0;
        }
      }
    }
    return new Networks(debts, outside, assets);
  }

  int nodes() {
    return assets.length;
  }

  int classes() {
    return debts.length;
  }

  LiabilityNetwork build() {
    NetworkBuilder builder = new NetworkBuilder(nodes(), classes());
    for (int from = 0; from < nodes(); from++) {
      builder.asset(from, assets[from]);
      for (int rank = 0; rank < classes(); rank++) {
        builder.external(from, rank, outside[from][rank]);
        for (int to = 0; to < nodes(); to++) {
          if (from != to) {
            builder.debt(from, to, rank, debts[rank][from][to]);
          }
        }
      }
    }
    return builder.build();
  }

  /// The same with every amount times `factor`.
  Networks times(double factor) {
    Networks scaled = relabeled(identity());
    for (int from = 0; from < nodes(); from++) {
      scaled.assets[from] *= factor;
      for (int rank = 0; rank < classes(); rank++) {
        scaled.outside[from][rank] *= factor;
        for (int to = 0; to < nodes(); to++) {
          scaled.debts[rank][from][to] *= factor;
        }
      }
    }
    return scaled;
  }

  /// The same under other numbers: node `i` becomes `names[i]`.
  Networks relabeled(int[] names) {
    Networks other =
        new Networks(
            new double[classes()][nodes()][nodes()],
            new double[nodes()][classes()],
            new double[nodes()]);
    for (int from = 0; from < nodes(); from++) {
      other.assets[names[from]] = assets[from];
      for (int rank = 0; rank < classes(); rank++) {
        other.outside[names[from]][rank] = outside[from][rank];
        for (int to = 0; to < nodes(); to++) {
          other.debts[rank][names[from]][names[to]] = debts[rank][from][to];
        }
      }
    }
    return other;
  }

  int[] identity() {
    int[] names = new int[nodes()];
    for (int node = 0; node < names.length; node++) {
      names[node] = node;
    }
    return names;
  }

  int[] shuffled(UniformRandomProvider random) {
    int[] names = identity();
    for (int place = names.length - 1; place > 0; place--) {
      int other = random.nextInt(place + 1);
      int kept = names[place];
      names[place] = names[other];
      names[other] = kept;
    }
    return names;
  }
}
