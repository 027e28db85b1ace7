package org.plimsoll.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.venue.Bench.BITCOIN;
import static org.plimsoll.venue.Bench.BTC;
import static org.plimsoll.venue.Bench.DOLLAR;
import static org.plimsoll.venue.Bench.FTT;
import static org.plimsoll.venue.Bench.TOKEN;
import static org.plimsoll.venue.Bench.USD;

import org.junit.jupiter.api.Test;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.units.Side;

/// The history behind the telling of 100 customers A, 100 customers B and one customer C: vector
/// PV-01, with bitcoin at 20,000 and the token at 20.
class LevineScenarioTest {
  private static final int EACH = 100;
  private static final int C = 2 * EACH;

  private final Bench bench = Bench.listed(new Limits(4, C + 1, 2, 2, 1, 10, 100), C + 1).lending();

  @Test
  void pv01_shouldReachTheSumsOfEveryStateTold() {
    for (int a = 0; a < EACH; a++) {
      bench.deposit(a, BTC, BITCOIN / 2);
    }
    assertSums(BTC, 50 * BITCOIN, 0, 50 * BITCOIN);
    assertSums(USD, 0, 0, 0);

    for (int b = EACH; b < C; b++) {
      bench.deposit(b, USD, 10_000 * DOLLAR);
    }
    assertSums(BTC, 50 * BITCOIN, 0, 50 * BITCOIN);
    assertSums(USD, 1_000_000 * DOLLAR, 0, 1_000_000 * DOLLAR);

    for (int a = 0; a < EACH; a++) {
      bench.applied(Bench.bitcoin(EACH + a, Side.SELL, 20_000, 50));
      bench.applied(Bench.bitcoin(a, Side.BUY, 20_000, 50));
    }
    assertSums(BTC, 100 * BITCOIN, 50 * BITCOIN, 50 * BITCOIN);
    assertSums(USD, 2_000_000 * DOLLAR, 1_000_000 * DOLLAR, 1_000_000 * DOLLAR);
    assertThat(bench.view().balance(0, BTC)).isEqualTo(BITCOIN);
    assertThat(bench.view().balance(0, USD)).isEqualTo(-10_000 * DOLLAR);
    assertThat(bench.view().balance(EACH, BTC)).isEqualTo(-BITCOIN / 2);
    assertThat(bench.view().balance(EACH, USD)).isEqualTo(20_000 * DOLLAR);

    bench.deposit(C, FTT, 150_000 * TOKEN);
    assertSums(FTT, 150_000 * TOKEN, 0, 150_000 * TOKEN);

    bench.applied(bench.withdrawal(C, BTC, 50 * BITCOIN));
    assertSums(BTC, 100 * BITCOIN, 100 * BITCOIN, 0);
    assertSums(USD, 2_000_000 * DOLLAR, 1_000_000 * DOLLAR, 1_000_000 * DOLLAR);

    bench.applied(bench.withdrawal(C, USD, 1_000_000 * DOLLAR));
    assertSums(BTC, 100 * BITCOIN, 100 * BITCOIN, 0);
    assertSums(USD, 2_000_000 * DOLLAR, 2_000_000 * DOLLAR, 0);
    assertSums(FTT, 150_000 * TOKEN, 0, 150_000 * TOKEN);
    bench.refused(bench.withdrawal(C, BTC, 1), RefusalReason.INSUFFICIENT_CUSTODY, 1, 0);
    bench.refused(bench.withdrawal(0, USD, DOLLAR), RefusalReason.INSUFFICIENT_CUSTODY, DOLLAR, 0);
  }

  private void assertSums(int asset, long owedTo, long owedBy, long onHand) {
    long positive = 0;
    long negative = 0;
    for (int account = 0; account <= C; account++) {
      positive += Math.max(0, bench.view().balance(account, asset));
      negative -= Math.min(0, bench.view().balance(account, asset));
    }
    long there = bench.view().onHand(0, asset) + bench.view().onHand(1, asset);
    assertThat(positive).as("owed to accounts").isEqualTo(owedTo);
    assertThat(negative).as("owed by accounts").isEqualTo(owedBy);
    assertThat(there).as("on hand").isEqualTo(onHand);
    assertThat(there + negative).as("matched").isEqualTo(positive);
  }
}
