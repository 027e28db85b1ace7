package org.plimsoll.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.venue.Bench.BITCOIN;
import static org.plimsoll.venue.Bench.BTC;
import static org.plimsoll.venue.Bench.DOLLAR;
import static org.plimsoll.venue.Bench.USD;

import org.junit.jupiter.api.Test;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.CustodyPolicy;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.LendingCommand.OfferLending;
import org.plimsoll.protocol.LendingCommand.SetCustodyPolicy;
import org.plimsoll.protocol.LendingEvent.BalanceReserved;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.units.Side;

/// A lender (account 0), a borrower (1) and somebody who never lends (2).
class LendingOfferTest {
  private static final long RATE = 1_000_000;

  private final Bench bench = Bench.listed(3).lending();

  LendingOfferTest() {
    bench.deposit(0, BTC, 10 * BITCOIN);
    bench.deposit(1, USD, 1_000_000 * DOLLAR);
    bench.deposit(2, BTC, 10 * BITCOIN);
  }

  @Test
  void shouldKeepWhatIsOfferedFromBeingSpentSoldOrWithdrawn() {
    assertThat(bench.applied(offer(0, 7 * BITCOIN)))
        .endsWith(new BalanceReserved(0, BTC, 0, 7 * BITCOIN));
    RefusalReason reason = RefusalReason.INSUFFICIENT_BALANCE;
    bench.refused(bench.withdrawal(0, BTC, 4 * BITCOIN), reason, 4 * BITCOIN, 3 * BITCOIN);
    bench.refused(Bench.bitcoin(0, Side.SELL, 20_000, 400), reason, 4 * BITCOIN, 3 * BITCOIN);
    bench.applied(bench.withdrawal(0, BTC, 3 * BITCOIN));
  }

  @Test
  void shouldPutOneOfferInPlaceOfTheLast() {
    bench.applied(offer(0, 7 * BITCOIN));
    bench.applied(new OfferLending(0, BTC, 2 * BITCOIN, 5));
    assertThat(bench.view().offered(0, BTC)).isEqualTo(2 * BITCOIN);
    assertThat(bench.view().offeredRateE9(0, BTC)).isEqualTo(5);
    assertThat(bench.view().reserved(0, BTC)).isEqualTo(2 * BITCOIN);
    assertThat(bench.applied(offer(0, 0))).endsWith(new BalanceReserved(0, BTC, 0, 0));
    assertThat(bench.view().offeredRateE9(0, BTC)).isZero();
    bench.applied(bench.withdrawal(0, BTC, 10 * BITCOIN));
  }

  @Test
  void shouldRefuseToOfferWhatIsNotLeft() {
    bench.applied(Bench.bitcoin(0, Side.SELL, 30_000, 600));
    bench.refused(
        offer(0, 5 * BITCOIN), RefusalReason.INSUFFICIENT_BALANCE, 5 * BITCOIN, 4 * BITCOIN);
    bench.refused(
        new OfferLending(0, BTC, 1, Limits.LENDING_RATE_MAX_E9 + 1),
        RefusalReason.PARAMETER_OUT_OF_RANGE,
        Limits.LENDING_RATE_MAX_E9,
        Limits.LENDING_RATE_MAX_E9 + 1);
    bench.refused(offer(0, -1), RefusalReason.QUANTITY_OUT_OF_RANGE, 0, -1);
    bench.refused(offer(3, 1), RefusalReason.UNKNOWN_ACCOUNT, 3, 3);
    bench.refused(new OfferLending(0, 3, 1, 0), RefusalReason.UNKNOWN_ASSET, 3, 3);
  }

  @Test
  void shouldLendOnlyWhatIsOfferedUnderOptIn() {
    bench.applied(new SetCustodyPolicy(CustodyPolicy.OPT_IN));
    bench.applied(offer(0, 7 * BITCOIN));
    bench.applied(bench.withdrawal(1, BTC, 4 * BITCOIN));
    bench.applied(Bench.bitcoin(1, Side.SELL, 30_000, 200));
    Command oneTooMany = bench.withdrawal(1, BTC, BITCOIN + 1);
    bench.refused(oneTooMany, RefusalReason.INSUFFICIENT_OFFERS, 7 * BITCOIN + 1, 7 * BITCOIN);
    bench.applied(bench.withdrawal(1, BTC, BITCOIN));
  }

  @Test
  void shouldLendWhateverIsThereWhenCommingled() {
    bench.applied(offer(0, 7 * BITCOIN));
    bench.applied(bench.withdrawal(1, BTC, 20 * BITCOIN));
  }

  @Test
  void shouldLendNothingWhenSegregated() {
    bench.applied(offer(0, 7 * BITCOIN));
    bench.applied(new SetCustodyPolicy(CustodyPolicy.SEGREGATED));
    bench.refused(bench.withdrawal(1, BTC, 1), RefusalReason.INSUFFICIENT_BALANCE, 1, 0);
  }

  @Test
  void shouldKeepARecalledOfferUnderOptInAsFarAsNobodyElseCoversTheDebts() {
    bench.applied(new SetCustodyPolicy(CustodyPolicy.OPT_IN));
    bench.applied(offer(0, 7 * BITCOIN));
    bench.applied(bench.withdrawal(1, BTC, 4 * BITCOIN));
    assertThat(bench.applied(offer(0, 0))).endsWith(new BalanceReserved(0, BTC, 0, 4 * BITCOIN));
    assertThat(bench.view().offered(0, BTC)).isZero();
    bench.applied(offer(2, 4 * BITCOIN));
    assertThat(bench.applied(offer(0, 0))).endsWith(new BalanceReserved(0, BTC, 0, 0));
  }

  @Test
  void shouldReleaseARecalledOfferAtOnceWhenCommingled() {
    bench.applied(offer(0, 7 * BITCOIN));
    bench.applied(bench.withdrawal(1, BTC, 4 * BITCOIN));
    assertThat(bench.applied(offer(0, 0))).endsWith(new BalanceReserved(0, BTC, 0, 0));
  }

  @Test
  void shouldNotPromiseWhatStandingDebtsBreak() {
    bench.applied(bench.withdrawal(1, BTC, 4 * BITCOIN));
    RefusalReason reason = RefusalReason.INSUFFICIENT_OFFERS;
    bench.refused(new SetCustodyPolicy(CustodyPolicy.SEGREGATED), reason, 4 * BITCOIN, 0);
    bench.refused(new SetCustodyPolicy(CustodyPolicy.OPT_IN), reason, 4 * BITCOIN, 0);
    bench.applied(offer(0, 4 * BITCOIN));
    bench.applied(new SetCustodyPolicy(CustodyPolicy.OPT_IN));
    bench.refused(new SetCustodyPolicy(CustodyPolicy.SEGREGATED), reason, 4 * BITCOIN, 0);
  }

  /// 5 bitcoins carry a loan of 50,000 dollars; with all but one of them offered they do not.
  @Test
  void shouldCountNoCollateralInWhatIsOfferedUnderOptIn() {
    bench.applied(new SetCustodyPolicy(CustodyPolicy.OPT_IN));
    bench.applied(new OfferLending(1, USD, 500_000 * DOLLAR, RATE));
    bench.applied(bench.withdrawal(0, BTC, 5 * BITCOIN));
    bench.applied(bench.withdrawal(0, USD, 50_000 * DOLLAR));
    assertThat(bench.send(offer(0, 4 * BITCOIN)).getLast())
        .isInstanceOfSatisfying(
            Event.CommandRefused.class,
            e -> assertThat(e.reason()).isEqualTo(RefusalReason.INSUFFICIENT_FREE_COLLATERAL));
    bench.applied(offer(0, 2 * BITCOIN));
  }

  @Test
  void shouldCountCollateralInWhatIsOfferedWhenCommingled() {
    bench.applied(bench.withdrawal(0, BTC, 5 * BITCOIN));
    bench.applied(bench.withdrawal(0, USD, 50_000 * DOLLAR));
    bench.applied(offer(0, 5 * BITCOIN));
  }

  @Test
  void shouldBorrowNothingUnderRulesOfCashWhateverThePolicy() {
    Bench cash = Bench.listed(2);
    cash.applied(new SetCustodyPolicy(CustodyPolicy.OPT_IN));
    assertThat(cash.view().custodyPolicy()).isEqualTo(CustodyPolicy.SEGREGATED);
    cash.deposit(0, BTC, BITCOIN);
    cash.applied(new OfferLending(0, BTC, BITCOIN, 0));
    cash.refused(cash.withdrawal(1, BTC, 1), RefusalReason.INSUFFICIENT_BALANCE, 1, 0);
    cash.lending();
    assertThat(cash.view().custodyPolicy()).isEqualTo(CustodyPolicy.OPT_IN);
  }

  private static Command offer(int account, long amount) {
    return new OfferLending(account, BTC, amount, RATE);
  }
}
