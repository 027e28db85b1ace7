package org.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.ledger.Cause;
import org.plimsoll.protocol.CancelCause;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.ClockEvent;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.LiquidationEvent.LiquidationOrderSent;
import org.plimsoll.protocol.LiquidationEvent.LossBorne;
import org.plimsoll.protocol.ListingCommand;
import org.plimsoll.protocol.OrderEvent;
import org.plimsoll.protocol.Request;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// The checkers of liquidation are shown lies.
class LossCheckerTest {
  private static final Request ANY = new Request(0, 1, new ClockCommand.ActivateRules(2));
  private static final long ONE = 1_000_000_000;
  private static final int PLACE = NaiveLedger.CUSTODY_BIT;
  private static final int FUND = NaiveLedger.VENUE_BIT + 1;
  private static final int CAPITAL = NaiveLedger.VENUE_BIT + 2;

  /// A fund of 50 and capital of 20, as a loss of account 1 is looked at.
  private static final List<Event> BEFORE =
      List.of(
          new Event.CommandApplied(new ListingCommand.DefineAsset(0, "USD", 0, 1_000)),
          new Event.CommandApplied(new ListingCommand.SetCollateral(0, ONE, ONE, 0)),
          new Event.CommandApplied(new ListingCommand.DefineAsset(1, "X", 0, 1_000)),
          new Event.CommandApplied(new ListingCommand.ListMarket(0, "X/USD", 1, 0, ONE, 1)),
          new Event.CommandApplied(new ClockCommand.ActivateRules(2)),
          transfer(Cause.DEPOSIT, PLACE, 0, 500),
          transfer(Cause.CONTRIBUTION, PLACE, FUND, 50),
          transfer(Cause.CONTRIBUTION, PLACE, CAPITAL, 20),
          new ClockEvent.DueWorkBegan(DueWork.LIQUIDATION, 0, 0));

  @Test
  void shouldTakeALossThatIsBorneInOrder() {
    after(new LossChecker(), new LossBorne(1, 40, 40, 0, 0, 0));
    after(
        new LossChecker(),
        transfer(Cause.LOSS_COVERED, CAPITAL, FUND, 20),
        transfer(Cause.SOCIALIZED_LOSS, 0, FUND, 10),
        new LossBorne(1, 81, 50, 20, 10, 1));
  }

  @Test
  void shouldFindPartsThatAreNoLoss() {
    assertLie("parts that are no loss", new LossBorne(1, 40, 39, 0, 0, 0));
    assertLie("parts that are no loss", new LossBorne(1, 0, 0, 0, 0, 0));
    assertLie("parts that are no loss", new LossBorne(1, 40, 41, 0, 0, -1));
  }

  @Test
  void shouldFindWhatNobodyPosted() {
    assertLie("capital in", new LossBorne(1, 60, 50, 10, 0, 0));
    assertLie("profits in", new LossBorne(1, 60, 50, 0, 10, 0));
    assertLie(
        "capital in",
        transfer(Cause.LOSS_COVERED, CAPITAL, FUND, 1),
        new LossBorne(1, 50, 50, 0, 0, 0));
  }

  @Test
  void shouldFindWhoIsAskedOutOfTurn() {
    assertLie(
        "fund in",
        transfer(Cause.LOSS_COVERED, CAPITAL, FUND, 20),
        new LossBorne(1, 40, 20, 20, 0, 0));
    assertLie(
        "capital is left",
        transfer(Cause.SOCIALIZED_LOSS, 0, FUND, 10),
        new LossBorne(1, 60, 50, 0, 10, 0));
    assertLie("capital is left", new LossBorne(1, 60, 50, 0, 0, 10));
  }

  @Test
  void shouldFindTransfersThatNoLossExplains() {
    assertNoSuchTransfer(transfer(Cause.CONTRIBUTION, 0, FUND, 1));
    assertNoSuchTransfer(transfer(Cause.CONTRIBUTION, PLACE, NaiveLedger.VENUE_BIT, 1));
    assertNoSuchTransfer(transfer(Cause.HANDOVER, 0, CAPITAL, 1));
    assertNoSuchTransfer(transfer(Cause.HANDOVER, FUND, 0, 1));
    assertNoSuchTransfer(transfer(Cause.ESTATE, 0, 1, 1));
    assertNoSuchTransfer(transfer(Cause.LOSS_COVERED, FUND, CAPITAL, 1));
    assertNoSuchTransfer(transfer(Cause.SOCIALIZED_LOSS, FUND, 0, 1));
    assertThatThrownBy(
            () -> after(new MoneyChecker(), transfer(Cause.SOCIALIZED_LOSS, 0, FUND, 501)))
        .hasMessageContaining("left owing");
  }

  @Test
  void shouldFindAnOrderOfTheVenueThatGoesTooFar() {
    LiquidationOrderSent near = new LiquidationOrderSent(2, 1, 0, Side.BUY, 10_005, 3);
    LiquidationOrderSent far = new LiquidationOrderSent(2, 1, 0, Side.BUY, 10_006, 3);
    OrderEvent.OrderCanceled left =
        new OrderEvent.OrderCanceled(2, 1, 0, 2, CancelCause.BOOK_EXHAUSTED);
    Event ask =
        new OrderEvent.LimitOrderAccepted(
            1, 0, 0, Side.SELL, 10_000, 1, TimeInForce.GOOD_TILL_CANCELED, 0, false);
    Event trade = new OrderEvent.TradeExecuted(0, 1, 2, 0, 1, Side.BUY, 10_000, 1);
    Event next = new ClockEvent.DueWorkBegan(DueWork.LIQUIDATION, 0, 0);
    Event coin = new Event.TransferPosted(Cause.TRADE, 1, 0, 1, 1);
    Event money = transfer(Cause.TRADE, 1, 0, 10_000);
    after(new TradeChecker(), ask, next, near, trade, coin, money, left);
    assertThatThrownBy(() -> after(new TradeChecker(), ask, next, far))
        .hasMessageContaining("too far");
    assertThatThrownBy(() -> after(new TradeChecker(), near)).hasMessageContaining("order number");
    assertThatThrownBy(() -> after(new TradeChecker(), ask, next, near, trade, coin, money))
        .hasMessageContaining("what may not rest does");
  }

  private static void assertNoSuchTransfer(Event lie) {
    assertThatThrownBy(() -> after(new MoneyChecker(), lie))
        .isInstanceOf(BrokenLaw.class)
        .hasMessageContaining("no such transfer");
  }

  private static void assertLie(String message, Event... lies) {
    assertThatThrownBy(() -> after(new LossChecker(), lies))
        .isInstanceOf(BrokenLaw.class)
        .hasMessageContaining(message);
  }

  private static void after(HistoryChecker checker, Event... events) {
    List<Event> all = new ArrayList<>(BEFORE);
    all.addAll(List.of(events));
    checker.onCommand(ANY, all);
  }

  private static Event transfer(Cause cause, int from, int to, long amount) {
    return new Event.TransferPosted(cause, 0, from, to, amount);
  }
}
