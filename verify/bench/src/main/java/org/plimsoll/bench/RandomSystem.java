package org.plimsoll.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.plimsoll.solvency.survival.Counterparty;
import org.plimsoll.solvency.survival.CreditSystem;
import org.plimsoll.solvency.survival.Debt;
import org.plimsoll.solvency.survival.MarketJump;
import org.plimsoll.solvency.survival.RiskyAsset;

/// Parties that hold some of the assets, owe each other, and sell into thin markets, drawn from a
/// seed.
///
/// Each party owes one other on the collateral of one asset, and one other without any; equities
/// are thin enough that some fail within a month on most paths.
final class RandomSystem {
  private static final long SEED = 20_221_111;
  private static final double CORRELATION = .4;
  private static final double TRIGGER = .8;

  private final UniformRandomProvider random = RandomSource.PHILOX_4X64.create(SEED);
  private final int parties;
  private final int assets;

  private RandomSystem(int parties, int assets) {
    this.parties = parties;
    this.assets = assets;
  }

  /// Returns a system of this many parties and assets, money among these.
  static CreditSystem of(int parties, int assets) {
    return new RandomSystem(parties, assets).draw();
  }

  private CreditSystem draw() {
    List<RiskyAsset> markets = new ArrayList<>(List.of(RiskyAsset.MONEY));
    while (markets.size() < assets) {
      double volatility = .4 + .4 * random.nextDouble();
      markets.add(new RiskyAsset(1, 0, volatility, 100.0 * parties, 1));
    }
    List<Counterparty> holders = new ArrayList<>();
    List<Debt> debts = new ArrayList<>();
    for (int party = 0; party < parties; party++) {
      int pledged = 1 + random.nextInt(assets - 1);
      holders.add(new Counterparty(holdings(pledged), .02, true));
      debts.add(debt(party, 60, new Debt.Security(pledged, 100, TRIGGER, 1)));
      debts.add(debt(party, 40, Debt.Security.NONE));
    }
    return new CreditSystem(
        markets, correlation(), holders, debts, new MarketJump(2, -.1, .05), .2);
  }

  /// 2 units of each asset on average, and 100 of the one that is pledged.
  private List<Double> holdings(int pledged) {
    return IntStream.range(0, assets)
        .mapToObj(asset -> 4 * random.nextDouble() + (asset == pledged ? 100 : 0))
        .toList();
  }

  private Debt debt(int borrower, double principal, Debt.Security security) {
    int lender = (borrower + 1 + random.nextInt(parties - 1)) % parties;
    return new Debt(lender, borrower, 0, principal, 0, 0, security);
  }

  private RealMatrix correlation() {
    RealMatrix matrix = MatrixUtils.createRealIdentityMatrix(assets);
    for (int row = 0; row < assets; row++) {
      for (int column = 0; column < assets; column++) {
        matrix.setEntry(row, column, row == column ? 1 : CORRELATION);
      }
    }
    return matrix;
  }
}
