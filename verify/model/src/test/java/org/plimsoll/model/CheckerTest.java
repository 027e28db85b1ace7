package org.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plimsoll.ledger.Cause;
import org.plimsoll.protocol.AccountCommand;
import org.plimsoll.protocol.CancelCause;
import org.plimsoll.protocol.CashCommand;
import org.plimsoll.protocol.CashEvent;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.ListingCommand;
import org.plimsoll.protocol.OrderEvent;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.Request;
import org.plimsoll.protocol.WithdrawalMode;
import org.plimsoll.units.Side;

/// Checkers that cannot fail check nothing: each is shown lies.
class CheckerTest {
  private static final Request ANY = new Request(0, 1, new ClockCommand.ActivateRules(2));
  private static final int PLACE = NaiveLedger.CUSTODY_BIT;
  private static final int ASKED = NaiveLedger.PENDING_BIT;

  private final MoneyChecker money = new MoneyChecker();
  private final TradeChecker trades = new TradeChecker();

  CheckerTest() {
    Event usd = new Event.CommandApplied(new ListingCommand.DefineAsset(0, "USD", 0, 1_000));
    Event coin = new Event.CommandApplied(new ListingCommand.DefineAsset(1, "X", 0, 1_000));
    Event market =
        new Event.CommandApplied(new ListingCommand.ListMarket(0, "X/USD", 1, 0, 1_000_000_000, 1));
    for (HistoryChecker checker : List.of(money, trades)) {
      checker.onCommand(ANY, List.of(usd, coin, market));
    }
  }

  @Test
  void shouldFindADebtWhereNobodyMayBorrow() {
    assertLie(money, "is a debt", transfer(Cause.TRADE, 0, 0, 1, 5));
    Event lending = new Event.CommandApplied(new ClockCommand.ActivateRules(2));
    new MoneyChecker()
        .onCommand(
            ANY,
            List.of(
                new Event.CommandApplied(new ListingCommand.DefineAsset(0, "USD", 0, 1_000)),
                lending,
                transfer(Cause.TRADE, 0, 0, 1, 5)));
  }

  @Test
  void shouldFindMoneyThatComesFromNowhere() {
    assertLie(money, "no such transfer", transfer(Cause.DEPOSIT, 0, 0, 1, 5));
    assertLie(money, "no such transfer", transfer(Cause.TRADE, 0, PLACE, 1, 5));
    assertLie(money, "no such transfer", transfer(Cause.WITHDRAWAL, 0, PLACE, 1, 5));
    assertLie(money, "no such transfer", transfer(Cause.WITHDRAWAL, 0, 1, PLACE, 5));
    assertLie(money, "no such transfer", transfer(Cause.WITHDRAWAL_REQUEST, 0, 1, ASKED + 2, 5));
    assertLie(
        money, "no such transfer", transfer(Cause.WITHDRAWAL_CANCELLATION, 0, ASKED + 1, 2, 5));
    assertLie(money, "no such transfer", transfer(Cause.TRADE, 0, 1, 1, 5));
    assertLie(money, "no such transfer", transfer(Cause.CUSTODY_MOVE, 0, PLACE, PLACE, 1));
    assertLie(
        money,
        "no such transfer",
        new Event.CommandApplied(new AccountCommand.OpenAccount(1, "a")),
        new Event.CommandApplied(new AccountCommand.OpenAccount(2, "b")),
        transfer(Cause.MOVE, 0, 1, 2, 5));
    assertLie(money, "no such transfer", transfer(Cause.DEPOSIT, 0, PLACE, 1, 0));
    assertLie(money, "no such transfer", transfer(Cause.OWNERS_PAID, 0, 1, PLACE, 5));
    assertLie(
        money,
        "left owing",
        transfer(Cause.DEPOSIT, 0, PLACE, 1, 5),
        transfer(Cause.OWNERS_PAID, 0, NaiveLedger.VENUE_BIT, PLACE, 5));
    assertLie(
        money,
        "less than nothing",
        transfer(Cause.DEPOSIT, 0, PLACE, 1, 5),
        transfer(Cause.WITHDRAWAL_REQUEST, 0, 1, ASKED + 1, 5),
        transfer(Cause.WITHDRAWAL, 0, ASKED + 1, PLACE + 1, 5));
    assertLie(
        money, "less than nothing is pending", transfer(Cause.WITHDRAWAL, 0, ASKED, PLACE, 5));
  }

  @Test
  void shouldFindABalanceOutOfBounds() {
    assertLie(money, "out of bounds", transfer(Cause.DEPOSIT, 0, PLACE, 1, 1_001));
  }

  @Test
  void shouldFindAWithdrawalOutOfTurn() {
    WithdrawalChecker checker = new WithdrawalChecker();
    for (long number = 1; number <= 2; number++) {
      checker.onCommand(
          ANY,
          List.of(
              new CashEvent.WithdrawalRequested(number, 3, 0, 5, 0),
              transfer(Cause.WITHDRAWAL_REQUEST, 0, 3, ASKED + 3, 5)));
    }
    Event sent = transfer(Cause.WITHDRAWAL, 0, ASKED + 3, PLACE, 5);
    assertLie(checker, "not the oldest", new CashEvent.WithdrawalSent(2, 3, 0), sent);
    assertLie(checker, "out of turn", sent);
    assertLie(checker, "did not ask", new CashEvent.WithdrawalCanceled(2, 3, 0), sent);
    assertLie(checker, "no transfer", new CashEvent.WithdrawalSent(1, 3, 0));
    assertLie(
        checker,
        "closed gate",
        new Event.CommandApplied(
            new CashCommand.SetWithdrawalPolicy(0, WithdrawalMode.GATED, 0, "why", "one", "two")),
        new CashEvent.WithdrawalSent(1, 3, 0),
        sent);
  }

  @Test
  void shouldFindARefusalThatDidSomething() {
    Event refusal = new Event.CommandRefused(RefusalReason.UNKNOWN_ASSET, 1, 2);
    Event sequenced = new Event.CommandSequenced(1, 0, 1);
    Event moved = transfer(Cause.DEPOSIT, 0, PLACE, 1, 5);
    assertLie(new AnswerChecker(), "did more", sequenced, refusal, moved);
    assertLie(new AnswerChecker(), "second answer", sequenced, moved, refusal);
    assertLie(new AnswerChecker(), "no answer", sequenced);
    assertLie(
        new AnswerChecker(), "place in history", new Event.CommandSequenced(2, 0, 1), refusal);
    assertLie(
        new AnswerChecker(), "place in history", new Event.CommandSequenced(1, 1, 1), refusal);
  }

  @Test
  void shouldFindATradeThatJumpsTheQueue() {
    rest(1, 0, Side.SELL, 10, 5);
    rest(2, 1, Side.SELL, 10, 5);
    rest(3, 1, Side.SELL, 9, 5);
    List<Event> fair = trade(4, 3, 1, 9, 2);
    trades.onCommand(ANY, fair);
    assertLie(trades, "best and oldest", trade(5, 1, 0, 10, 2));
    trades.onCommand(ANY, trade(6, 3, 1, 9, 3));
    assertLie(trades, "best and oldest", trade(7, 2, 1, 10, 2));
    assertLie(trades, "best and oldest", trade(8, 1, 0, 11, 2));
  }

  @Test
  void shouldFindAPaymentThatIsOffByOne() {
    rest(1, 0, Side.SELL, 10, 5);
    List<Event> events = new ArrayList<>(trade(2, 1, 0, 10, 2));
    events.set(3, transfer(Cause.TRADE, 0, 7, 0, 21));
    assertLie(trades, "payment", events);
  }

  @Test
  void shouldFindABookThatIsLeftCrossed() {
    rest(1, 0, Side.SELL, 10, 5);
    assertLie(
        trades, "crossed", List.of(new OrderEvent.LimitOrderAccepted(2, 1, 0, Side.BUY, 10, 1)));
  }

  @Test
  void shouldFindACancellationThatIsNotDue() {
    rest(1, 0, Side.SELL, 10, 5);
    assertLie(
        trades,
        "cancellation",
        List.of(new OrderEvent.OrderCanceled(1, 0, 0, 4, CancelCause.BY_OWNER)));
    assertLie(
        trades,
        "nothing to cancel",
        List.of(new OrderEvent.OrderCanceled(9, 0, 0, 4, CancelCause.BY_OWNER)));
    assertLie(
        trades,
        "the order book has more",
        List.of(
            new OrderEvent.MarketOrderAccepted(2, 1, 0, Side.BUY, 1),
            new OrderEvent.OrderCanceled(2, 1, 0, 1, CancelCause.BOOK_EXHAUSTED)));
    assertLie(
        trades,
        "no order of the same account",
        List.of(
            new OrderEvent.MarketOrderAccepted(3, 1, 0, Side.BUY, 1),
            new OrderEvent.OrderCanceled(3, 1, 0, 1, CancelCause.SELF_TRADE)));
  }

  @Test
  void shouldFindAMarketOrderThatRests() {
    assertLie(
        trades,
        "what may not rest does",
        List.of(new OrderEvent.MarketOrderAccepted(1, 1, 0, Side.BUY, 1)));
  }

  @Test
  void shouldReportAVenueThatThrows() {
    Law law =
        new Law(
            "x",
            history -> {
              throw new ArithmeticException("overflow");
            });
    assertThat(law.brokenBy(List.of()))
        .hasValueSatisfying(why -> assertThat(why).contains("overflow"));
    assertThat(new Law("y", history -> {}).brokenBy(List.of())).isEqualTo(Optional.empty());
  }

  private void rest(long order, int account, Side side, long ticks, long lots) {
    trades.onCommand(
        ANY, List.of(new OrderEvent.LimitOrderAccepted(order, account, 0, side, ticks, lots)));
  }

  /// Account 7 buys by an order that trades once and is done.
  private static List<Event> trade(
      long order, long maker, int makerAccount, long ticks, long lots) {
    return List.of(
        new OrderEvent.LimitOrderAccepted(order, 7, 0, Side.BUY, ticks, lots),
        new OrderEvent.TradeExecuted(0, maker, order, makerAccount, 7, Side.BUY, ticks, lots),
        transfer(Cause.TRADE, 1, makerAccount, 7, lots),
        transfer(Cause.TRADE, 0, 7, makerAccount, ticks * lots));
  }

  private static Event transfer(Cause cause, int asset, int from, int to, long amount) {
    return new Event.TransferPosted(cause, asset, from, to, amount);
  }

  private static void assertLie(HistoryChecker checker, String finding, Event... events) {
    assertLie(checker, finding, List.of(events));
  }

  private static void assertLie(HistoryChecker checker, String finding, List<Event> events) {
    assertThatThrownBy(() -> checker.onCommand(ANY, events))
        .isInstanceOf(BrokenLaw.class)
        .hasMessageContaining(finding);
  }
}
