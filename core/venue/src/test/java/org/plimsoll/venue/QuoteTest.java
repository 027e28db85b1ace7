package org.plimsoll.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.venue.Bench.BITCOIN;
import static org.plimsoll.venue.Bench.BTC;
import static org.plimsoll.venue.Bench.DOLLAR;
import static org.plimsoll.venue.Bench.FTT;
import static org.plimsoll.venue.Bench.TOKEN;
import static org.plimsoll.venue.Bench.USD;

import org.junit.jupiter.api.Test;
import org.plimsoll.ledger.Cause;
import org.plimsoll.protocol.CashEvent.QuoteExpired;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.ClockEvent;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.ControlCommand.GrantPrivilege;
import org.plimsoll.protocol.ControlEvent.ExemptionUsed;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.Privilege;
import org.plimsoll.protocol.QuoteCommand.AcceptQuote;
import org.plimsoll.protocol.QuoteCommand.OfferQuote;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.units.Side;

/// Account 0 has a bitcoin and is offered 9,900 dollars for half of it by account 1, which has
/// 10,000. The clock stands at 1.
class QuoteTest {
  private static final int CUSTOMER = 0;
  private static final int DESK = 1;

  private final Bench bench = Bench.listed(3);

  QuoteTest() {
    bench.deposit(CUSTOMER, BTC, BITCOIN);
    bench.deposit(DESK, USD, 10_000 * DOLLAR);
  }

  @Test
  void isAcceptedInWholeByTwoTransfers() {
    bench.applied(offer(1, 100));
    AcceptQuote accept = new AcceptQuote(CUSTOMER, 1);
    assertThat(bench.applied(accept))
        .containsExactly(
            new Event.CommandApplied(accept),
            new Event.TransferPosted(Cause.CONVERSION, BTC, CUSTOMER, DESK, BITCOIN / 2),
            new Event.TransferPosted(Cause.CONVERSION, USD, DESK, CUSTOMER, 9_900 * DOLLAR));
    assertThat(bench.view().quotes()).isEmpty();
    bench.refused(accept, RefusalReason.UNKNOWN_QUOTE, 0, 1);
    assertThat(at(100)).as("nothing is left to expire").hasSize(1);
  }

  @Test
  void isForTheOneItWasOfferedTo() {
    bench.applied(offer(1, 100));
    bench.refused(new AcceptQuote(2, 1), RefusalReason.NOT_THE_OWNER, CUSTOMER, 2);
    bench.refused(new AcceptQuote(DESK, 1), RefusalReason.NOT_THE_OWNER, CUSTOMER, DESK);
    bench.refused(new AcceptQuote(9, 1), RefusalReason.UNKNOWN_ACCOUNT, 3, 9);
    bench.refused(new AcceptQuote(CUSTOMER, 2), RefusalReason.UNKNOWN_QUOTE, 0, 2);
  }

  @Test
  void expiresWhenTheClockReachesItsEnd() {
    bench.applied(offer(1, 100));
    bench.applied(offer(2, 50));
    assertThat(at(49)).hasSize(1);
    assertThat(at(50)).containsExactly(applied(50), due(2, 50), new QuoteExpired(2));
    assertThat(at(100)).containsExactly(applied(100), due(1, 100), new QuoteExpired(1));
    bench.refused(new AcceptQuote(CUSTOMER, 1), RefusalReason.UNKNOWN_QUOTE, 0, 1);
  }

  @Test
  void isAcceptedByNobodyFromItsEndOnEvenWhileMuchElseIsDue() {
    Bench slow = Bench.listed(new Limits(4, 8, 2, 2, 3, 3, 1), 3);
    for (long quote = 1; quote <= 3; quote++) {
      slow.applied(new OfferQuote(quote, DESK, CUSTOMER, BTC, USD, 1, 1, 100));
    }
    assertThat(slow.applied(new ClockCommand.AdvanceTime(100, 0)))
        .containsExactly(applied(100), due(1, 100), new QuoteExpired(1));
    assertThat(slow.send(new AcceptQuote(CUSTOMER, 3)))
        .endsWith(
            new Event.CommandRefused(RefusalReason.CATCHING_UP, 100, 100),
            due(2, 100),
            new QuoteExpired(2));
    assertThat(slow.applied(new ClockCommand.AdvanceTime(100, 0))).contains(new QuoteExpired(3));
  }

  @Test
  void isRefusedWhereEitherSideCannotPayAndStaysOpen() {
    bench.applied(new OfferQuote(1, DESK, CUSTOMER, BTC, USD, 2 * BITCOIN, DOLLAR, 100));
    bench.applied(new OfferQuote(2, DESK, CUSTOMER, BTC, USD, 1, 10_001 * DOLLAR, 100));
    RefusalReason reason = RefusalReason.INSUFFICIENT_BALANCE;
    bench.refused(new AcceptQuote(CUSTOMER, 1), reason, 2 * BITCOIN, BITCOIN);
    bench.refused(new AcceptQuote(CUSTOMER, 2), reason, 10_001 * DOLLAR, 10_000 * DOLLAR);
    assertThat(bench.view().quotes()).hasSize(2);
    bench.deposit(DESK, USD, DOLLAR);
    bench.applied(new AcceptQuote(CUSTOMER, 2));
  }

  @Test
  void passesTheMarginGateOfBothSidesWithTheirRestingOrders() {
    bench.lending();
    bench.applied(Bench.bitcoin(DESK, Side.BUY, 20_000, 50));
    bench.applied(new OfferQuote(1, DESK, CUSTOMER, FTT, USD, TOKEN, 10_000 * DOLLAR, 100));
    bench.refused(
        new AcceptQuote(CUSTOMER, 1),
        RefusalReason.INSUFFICIENT_FREE_COLLATERAL,
        0,
        19 * DOLLAR - 1_500 * DOLLAR);
  }

  @Test
  void tellsWhatAPrivilegeOfEitherSideForgave() {
    bench.applied(offer(1, 100));
    bench.applied(bench.withdrawal(DESK, USD, 10_000 * DOLLAR));
    bench.applied(
        new GrantPrivilege(
            DESK, Privilege.ALLOW_NEGATIVE, 1_000_000 * DOLLAR, "why", "first", "second"));
    assertThat(bench.applied(new AcceptQuote(CUSTOMER, 1)).get(1))
        .isEqualTo(new ExemptionUsed(DESK, Privilege.ALLOW_NEGATIVE, 9_900 * DOLLAR));
  }

  @Test
  void isRefusedWhereItMakesNoSense() {
    bench.refused(offer(1, 1), RefusalReason.TIME_BACKWARD, 1, 1);
    bench.refused(offer(2, 100), RefusalReason.NUMBER_NOT_NEXT, 1, 2);
    bench.refused(
        new OfferQuote(1, DESK, DESK, BTC, USD, 1, 1, 100), RefusalReason.SAME_PLACE, 1, 1);
    bench.refused(
        new OfferQuote(1, DESK, CUSTOMER, BTC, BTC, 1, 1, 100), RefusalReason.SAME_PLACE, 1, 1);
    bench.refused(
        new OfferQuote(1, DESK, CUSTOMER, BTC, USD, 0, 1, 100),
        RefusalReason.QUANTITY_OUT_OF_RANGE,
        1,
        0);
    bench.refused(
        new OfferQuote(1, DESK, CUSTOMER, 7, USD, 1, 1, 100), RefusalReason.UNKNOWN_ASSET, 3, 7);
    bench.refused(
        new OfferQuote(1, 9, CUSTOMER, BTC, USD, 1, 1, 100), RefusalReason.UNKNOWN_ACCOUNT, 3, 9);
  }

  @Test
  void isOneOfAtMostAHundredOfItsCounterparty() {
    for (int quote = 1; quote <= 100; quote++) {
      bench.applied(offer(quote, 1_000 - quote));
    }
    bench.refused(offer(101, 100), RefusalReason.CAPACITY_REACHED, 101, 100);
    bench.applied(new OfferQuote(101, CUSTOMER, DESK, USD, BTC, 1, 1, 100));
    bench.applied(new AcceptQuote(CUSTOMER, 40));
    bench.applied(offer(102, 100));
    assertThat(at(10_000)).as("as many as one command has steps for").hasSize(1 + 2 * 100);
    assertThat(at(10_000)).as("the last one").hasSize(1 + 2);
    assertThat(bench.view().quotes()).isEmpty();
  }

  private Iterable<Event> at(long timestampNs) {
    return bench.applied(new ClockCommand.AdvanceTime(timestampNs, 0));
  }

  private static Event due(long quote, long dueNs) {
    return new ClockEvent.DueWorkBegan(DueWork.QUOTE, quote, dueNs);
  }

  private static Event applied(long timestampNs) {
    return new Event.CommandApplied(new ClockCommand.AdvanceTime(timestampNs, 0));
  }

  private static Command offer(long quote, long expiresNs) {
    return new OfferQuote(quote, DESK, CUSTOMER, BTC, USD, BITCOIN / 2, 9_900 * DOLLAR, expiresNs);
  }
}
