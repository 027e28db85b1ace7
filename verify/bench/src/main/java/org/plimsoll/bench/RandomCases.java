package org.plimsoll.bench;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.plimsoll.solvency.cascade.PledgedLoan;
import org.plimsoll.solvency.clearing.LiabilityNetwork;
import org.plimsoll.solvency.clearing.NetworkBuilder;

/// The inputs of the benchmarks, drawn from a seed.
public final class RandomCases {
  private static final long SEED = 20_221_111;

  /// Log-normal debts with a spread of 1, and external assets of about the debts to outside: about
  /// a quarter of the banks then default.
  private static final double SPREAD = 1;

  private static final double ASSETS_MEAN = 1.35;

  private RandomCases() {}

  /// Returns a random network in which each bank owes `links / banks` others and outside creditors
  /// as much again.
  public static LiabilityNetwork network(int banks, int links) {
    UniformRandomProvider random = RandomSource.PHILOX_4X64.create(SEED);
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    NetworkBuilder builder = new NetworkBuilder(banks, 1);
    int each = links / banks;
    for (int bank = 0; bank < banks; bank++) {
      double owed = 0;
      for (int link = 0; link < each; link++) {
        double due = StrictMath.exp(SPREAD * normal.sample());
        builder.debt(bank, (bank + 1 + random.nextInt(banks - 1)) % banks, 0, due);
        owed += due;
      }
      builder.external(bank, 0, owed);
      builder.asset(bank, owed * ASSETS_MEAN * StrictMath.exp(SPREAD / 2 * normal.sample()));
    }
    return builder.build();
  }

  /// Returns loans whose triggers lie between 8 and 19 for a price of 20.
  public static List<PledgedLoan> loans(int count) {
    UniformRandomProvider random = RandomSource.PHILOX_4X64.create(SEED);
    List<PledgedLoan> loans = new ArrayList<>(count);
    for (int loan = 0; loan < count; loan++) {
      double quantity = 1 + 99 * random.nextDouble();
      double trigger = 8 + 11 * random.nextDouble();
      loans.add(new PledgedLoan(quantity, trigger * .8 * quantity, .8));
    }
    return loans;
  }
}
