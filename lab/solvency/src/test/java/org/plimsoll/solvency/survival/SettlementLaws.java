package org.plimsoll.solvency.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SettlementLaws {
  @Test
  void moneyIsOnlyPassedOnAndPositionsStayWhatTheTablesSay() {
    SplittableRandom random = new SplittableRandom(1);
    int failures = 0;
    for (int i = 0; i < 3_000; i++) {
      CreditSystem system = moneyNetwork(random);
      PathState state = new PathState(system);
      PathTally tally = new PathTally(state.partyCount, 10);
      int[] never = new int[state.partyCount];
      Settlement settlement = new Settlement(system, state, tally, never);
      state.reset();
      settlement.reset();
      tally.startPath();
      double before = money(state);
      for (int day = 1; day <= 10; day++) {
        settlement.run(day);
        assertThat(money(state)).isCloseTo(before, within(1e-9 * before));
        assertPositionsAddUp(system, state);
      }
      for (int party = 0; party < state.partyCount; party++) {
        failures += state.isLiving[party] ? 0 : 1;
      }
    }
    assertThat(failures).isGreaterThan(1_000);
  }

  @Test
  void nothingGoesBelowZeroOnAnyPath() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 1_000; i++) {
      CreditSystem system = SurvivalLaws.network(random);
      PathState state = new PathState(system);
      PathTally tally = new PathTally(state.partyCount, 20);
      int[] outsideDays = new int[state.partyCount];
      Settlement settlement = new Settlement(system, state, tally, outsideDays);
      Shocks shocks = new Shocks(system, 20);
      state.reset();
      tally.startPath();
      shocks.start(i, 0, outsideDays);
      settlement.reset();
      for (int day = 1; day <= 20; day++) {
        shocks.advance(state.prices);
        settlement.run(day);
        assertPositionsAddUp(system, state);
        for (int party = 0; party < state.partyCount; party++) {
          assertThat(state.money(party)).isGreaterThan(-1e-6);
        }
      }
      assertThat(Arrays.stream(state.principals).min().orElse(0)).isNotNegative();
    }
  }

  /// Equity of the living, from holdings and debts, is what the running positions say.
  private static void assertPositionsAddUp(CreditSystem system, PathState state) {
    double[] equities = state.equities();
    for (int party = 0; party < state.partyCount; party++) {
      if (state.isLiving[party]) {
        double equity = 0;
        for (int asset = 0; asset < state.assetCount; asset++) {
          equity += state.holding(asset, party) * state.prices[asset];
        }
        for (int debt = 0; debt < state.debtCount; debt++) {
          Debt terms = system.debts().get(debt);
          boolean isGood = state.isLiving[terms.borrower()];
          equity += terms.lender() == party && isGood ? state.owed(debt) : 0;
          equity -= terms.borrower() == party ? state.owed(debt) : 0;
        }
        assertThat(equities[party]).isCloseTo(equity, within(1e-6));
        assertThat(state.equity(party)).isCloseTo(equity, within(1e-6));
      }
    }
  }

  private static double money(PathState state) {
    double sum = 0;
    for (int party = 0; party < state.partyCount; party++) {
      assertThat(state.money(party)).isGreaterThan(-1e-9);
      sum += state.money(party);
    }
    return sum;
  }

  private static CreditSystem moneyNetwork(SplittableRandom random) {
    List<Counterparty> parties = new ArrayList<>();
    List<Debt> debts = new ArrayList<>();
    for (int party = 0; party < 6; party++) {
      parties.add(new Counterparty(List.of(random.nextDouble(1, 20)), 0, random.nextBoolean()));
      for (int other = 1; other < 6; other++) {
        if (random.nextInt(2) == 0) {
          int lender = (party + other) % 6;
          debts.add(Systems.due(lender, party, random.nextDouble(1, 20), random.nextInt(11)));
        }
      }
    }
    return Systems.of(List.of(RiskyAsset.MONEY), parties, debts);
  }
}
