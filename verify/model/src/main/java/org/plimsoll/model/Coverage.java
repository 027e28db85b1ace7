package org.plimsoll.model;

import java.math.BigInteger;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.plimsoll.ledger.Cause;
import org.plimsoll.protocol.CancelCause;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.LendingCommand;
import org.plimsoll.protocol.LendingEvent;
import org.plimsoll.protocol.ListingCommand;
import org.plimsoll.protocol.MarketState;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.protocol.OrderEvent;
import org.plimsoll.protocol.PriceEvent;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.Request;
import org.plimsoll.protocol.TradingCommand;
import org.plimsoll.protocol.TriggerEvent;
import org.plimsoll.protocol.TriggerKind;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// Counts what histories reach, so that laws which hold because nothing happened are found out.
public final class Coverage {
  private final SortedMap<String, Long> counts = new TreeMap<>();

  /// What ought to happen now and then, besides every reason for a refusal.
  public enum Mark {
    /// Two orders met.
    TRADED,
    /// A resting order has something left after a trade.
    MAKER_PARTLY_FILLED,
    /// An order traded and what was left of it rested.
    TAKER_RESTED_AFTER_TRADING,
    /// One order traded at several prices.
    SWEPT_SEVERAL_PRICES,
    /// A seller named a worse price than he got.
    SOLD_ABOVE_HIS_LIMIT,
    /// An order stopped before one of its own account.
    STOPPED_AT_OWN_ORDER,
    /// A market order, or one that does not wait, found nothing more.
    EXHAUSTED_THE_BOOK,
    /// A post-only order would have traded.
    CANCELED_POST_ONLY,
    /// A fill-or-kill order could not be filled.
    KILLED,
    /// One could.
    FILLED_AT_ONCE,
    /// An order was amended.
    AMENDED,
    /// One command canceled several orders.
    CANCELED_SEVERAL,
    /// An order was canceled with its market.
    CANCELED_BY_DELISTING,
    /// Orders of a delisted market were left for the next command.
    DELISTED_IN_STEPS,
    /// A limit order got a better price than it asked for, at the book cap.
    CAPPED,
    /// An order that waited for the mark was placed.
    TRIGGERED,
    /// A trailing stop was.
    TRAILED,
    /// One was refused when the mark came.
    TRIGGERED_AND_REFUSED,
    /// One had to wait for its turn.
    TRIGGERED_IN_STEPS,
    /// An order with a name rests.
    RESTS_WITH_A_NAME,
    /// An owner took an order out.
    CANCELED_BY_OWNER,
    /// A trade left an account owing something that it did not owe before.
    BORROWED_BY_TRADE,
    /// A withdrawal did.
    BORROWED_BY_WITHDRAWAL,
    /// A deposit or trade paid back all that was owed of an asset.
    REPAID,
    /// A mark moved under an account that owes something.
    MARK_MOVED_WHILE_OWING,
    /// Two orders met in a futures market.
    TRADED_A_FUTURE,
    /// An order in a futures market was amended.
    AMENDED_IN_A_FUTURE,
    /// An order that waited for the mark of a future was placed.
    TRIGGERED_IN_A_FUTURE,
    /// An order was accepted that only reduces.
    REDUCED_A_POSITION,
    /// A futures position made money.
    SETTLED_A_GAIN,
    /// A futures position lost money.
    SETTLED_A_LOSS,
    /// A loss was larger than what the account had.
    SETTLED_INTO_DEBT,
    /// A long paid a short, or the other way round.
    PAID_FUNDING,
    /// Rounding left something of a funding payment to the fund.
    FUNDED_A_REMAINDER,
    /// Offers covered what was owed of an asset at the full hour.
    LENDING_COVERED,
    /// They did not, and the venue lent the rest.
    LENDING_UNCOVERED,
    /// A recalled offer that nobody else covered stayed lent.
    RECALL_KEPT,
    /// What was lent of a recalled offer came free.
    RECALL_SERVED,
    /// Interest was posted after a command that had nothing to do with the clock.
    CLEARING_WENT_ON,
    /// An hour's interest did not fit a bound.
    INTEREST_CAPPED
  }

  /// Watches one history and adds what it reaches.
  public HistoryChecker ofOneHistory() {
    return new Watcher();
  }

  /// Returns how often each mark, reason and kind of command was reached.
  public SortedMap<String, Long> counts() {
    return new TreeMap<>(counts);
  }

  /// Returns the marks and reasons that were never reached.
  public List<String> neverReached() {
    SortedSet<String> wanted = new TreeSet<>();
    for (Mark mark : Mark.values()) {
      wanted.add(mark.name());
    }
    for (RefusalReason reason : RefusalReason.values()) {
      wanted.add("refused: " + reason.name());
    }
    wanted.removeAll(counts.keySet());
    return List.copyOf(wanted);
  }

  private void reachIf(boolean isReached, Mark mark) {
    if (isReached) {
      reach(mark);
    }
  }

  private void reach(Mark mark) {
    count(mark.name());
  }

  private void count(String what) {
    counts.merge(what, 1L, Long::sum);
  }

  private record Lender(int account, int asset) implements Comparable<Lender> {
    @Override
    public int compareTo(Lender other) {
      return account != other.account
          ? Integer.compare(account, other.account)
          : Integer.compare(asset, other.asset);
    }
  }

  private final class Watcher implements HistoryChecker {
    private final NaiveLedger ledger = new NaiveLedger();
    private final SortedMap<Long, Long> leaves = new TreeMap<>();
    private final SortedSet<Long> trailing = new TreeSet<>();
    private final SortedSet<Long> waitInFutures = new TreeSet<>();
    private final SortedSet<Integer> futures = new TreeSet<>();
    private final SortedMap<Lender, Long> offers = new TreeMap<>();
    private final SortedMap<Lender, Long> lent = new TreeMap<>();

    @Override
    public void onCommand(Request request, List<Event> events) {
      boolean isRefused = events.get(1) instanceof Event.CommandRefused;
      String kind = request.command().getClass().getSimpleName();
      count((isRefused ? "command refused: " : "command applied: ") + kind);
      events.forEach(event -> watch(request, event));
      boolean cancelsSeveral =
          request.command() instanceof TradingCommand.CancelAllOrders
              && events.size() > 3
              && events.get(3) instanceof OrderEvent.OrderCanceled e
              && e.cause() == CancelCause.BY_OWNER;
      reachIf(cancelsSeveral, Mark.CANCELED_SEVERAL);
      watchTerms(request, events);
      boolean isInterest =
          events.getLast() instanceof Event.TransferPosted e && e.cause() == Cause.INTEREST_PAID;
      if (isInterest && !(request.command() instanceof ClockCommand)) {
        reach(Mark.CLEARING_WENT_ON);
      }
      watchTrades(events);
    }

    private void addTrigger(long trigger, TradingCommand.PlaceTrigger command) {
      if (command.kind() == TriggerKind.TRAILING_STOP) {
        trailing.add(trigger);
      }
      if (futures.contains(command.market())) {
        waitInFutures.add(trigger);
      }
    }

    private void watchTerms(Request request, List<Event> events) {
      boolean isDelisting =
          request.command() instanceof ListingCommand.SetMarketState c
              && c.state() == MarketState.DELISTED;
      boolean cancels =
          events.stream()
              .anyMatch(event ->
                  event instanceof OrderEvent.OrderCanceled e
                      && e.cause() == CancelCause.MARKET_DELISTED);
      if (cancels && !isDelisting) {
        reach(Mark.DELISTED_IN_STEPS);
      }
      if (request.command() instanceof OrderCommand.PlaceLimitOrder asked
          && events.get(1) instanceof OrderEvent.LimitOrderAccepted got
          && got.priceTicks() != asked.priceTicks()) {
        reach(Mark.CAPPED);
      }
    }

    private void watch(Request request, Event event) {
      switch (event) {
        case Event.CommandRefused e -> count("refused: " + e.reason().name());
        case OrderEvent e -> watchOrder(e);
        case TriggerEvent e -> watchTrigger(request, e);
        case PriceEvent.MarkPriceSet e -> {
          if (ledger.owedByAccounts(e.asset()).signum() > 0) {
            reach(Mark.MARK_MOVED_WHILE_OWING);
          }
        }
        case Event.CommandApplied(ListingCommand.ListFuture c) -> futures.add(c.market());
        case LendingEvent.LendingCleared e when e.demand() > 0 ->
            reach(e.matched() == e.demand() ? Mark.LENDING_COVERED : Mark.LENDING_UNCOVERED);
        case LendingEvent.BalanceReserved e -> watchLender(e);
        case LendingEvent.InterestCapped _ -> reach(Mark.INTEREST_CAPPED);
        case Event.CommandApplied(LendingCommand.OfferLending c) ->
            offers.put(new Lender(c.account(), c.asset()), c.amount());
        case Event.TransferPosted e -> watchTransfer(e);
        default -> {}
      }
    }

    private void watchOrder(OrderEvent event) {
      switch (event) {
        case OrderEvent.LimitOrderAccepted e -> {
          leaves.put(e.order(), e.quantityLots());
          reachIf(e.isReduceOnly(), Mark.REDUCED_A_POSITION);
        }
        case OrderEvent.MarketOrderAccepted e -> {
          leaves.put(e.order(), e.quantityLots());
          reachIf(e.isReduceOnly(), Mark.REDUCED_A_POSITION);
        }
        case OrderEvent.TradeExecuted e ->
            reachIf(futures.contains(e.market()), Mark.TRADED_A_FUTURE);
        case OrderEvent.OrderCanceled e -> {
          reach(mark(e.cause()));
          reachIf(
              e.cause() == CancelCause.AMENDED && futures.contains(e.market()),
              Mark.AMENDED_IN_A_FUTURE);
        }
      }
    }

    private static Mark mark(CancelCause cause) {
      return switch (cause) {
        case BY_OWNER -> Mark.CANCELED_BY_OWNER;
        case AMENDED -> Mark.AMENDED;
        case MARKET_DELISTED -> Mark.CANCELED_BY_DELISTING;
        case BOOK_EXHAUSTED -> Mark.EXHAUSTED_THE_BOOK;
        case SELF_TRADE -> Mark.STOPPED_AT_OWN_ORDER;
        case POST_ONLY_WOULD_TAKE -> Mark.CANCELED_POST_ONLY;
        case NOT_FILLED_AT_ONCE -> Mark.KILLED;
      };
    }

    private void watchTrigger(Request request, TriggerEvent event) {
      switch (event) {
        case TriggerEvent.TriggerAccepted e -> {
          if (request.command() instanceof TradingCommand.PlaceTrigger c) {
            addTrigger(e.trigger(), c);
          }
        }
        case TriggerEvent.TriggerFired e -> {
          reach(trailing.contains(e.trigger()) ? Mark.TRAILED : Mark.TRIGGERED);
          reachIf(waitInFutures.contains(e.trigger()), Mark.TRIGGERED_IN_A_FUTURE);
          reachIf(
              !(request.command() instanceof ClockCommand.AdvanceTime), Mark.TRIGGERED_IN_STEPS);
        }
        case TriggerEvent.TriggerRefused _ -> reach(Mark.TRIGGERED_AND_REFUSED);
      }
    }

    private void watchLender(LendingEvent.BalanceReserved e) {
      Lender lender = new Lender(e.account(), e.asset());
      long lentBefore = lent.getOrDefault(lender, 0L);
      if (offers.getOrDefault(lender, 0L) == 0 && lentBefore > 0) {
        reach(e.lent() > 0 ? Mark.RECALL_KEPT : Mark.RECALL_SERVED);
      }
      lent.put(lender, e.lent());
    }

    private void watchTransfer(Event.TransferPosted e) {
      boolean owedBefore = ledger.balance(e.from(), e.asset()).signum() < 0;
      boolean receiverOwed = ledger.balance(e.to(), e.asset()).signum() < 0;
      ledger.post(e.asset(), e.from(), e.to(), BigInteger.valueOf(e.amount()));
      boolean owesNow = ledger.balance(e.from(), e.asset()).signum() < 0;
      boolean isCustomersDebt = owesNow && !owedBefore && isCustomer(e.from());
      switch (e.cause()) {
        case DEPOSIT, INTEREST_PAID, INTEREST_EARNED -> {}
        case FUNDING ->
            reach(
                isCustomer(e.from()) || isCustomer(e.to())
                    ? Mark.PAID_FUNDING
                    : Mark.FUNDED_A_REMAINDER);
        case TRADE -> reachIf(isCustomersDebt, Mark.BORROWED_BY_TRADE);
        case WITHDRAWAL -> reachIf(isCustomersDebt, Mark.BORROWED_BY_WITHDRAWAL);
        case SETTLEMENT -> {
          reach(isCustomer(e.from()) ? Mark.SETTLED_A_LOSS : Mark.SETTLED_A_GAIN);
          reachIf(isCustomersDebt, Mark.SETTLED_INTO_DEBT);
        }
      }
      if (isCustomer(e.to()) && receiverOwed && ledger.balance(e.to(), e.asset()).signum() >= 0) {
        reach(Mark.REPAID);
      }
    }

    private static boolean isCustomer(int address) {
      return address < NaiveLedger.CUSTODY_BIT;
    }

    private void watchTrades(List<Event> events) {
      List<OrderEvent.TradeExecuted> trades =
          events.stream()
              .filter(OrderEvent.TradeExecuted.class::isInstance)
              .map(OrderEvent.TradeExecuted.class::cast)
              .toList();
      if (trades.isEmpty()) {
        return;
      }
      for (OrderEvent.TradeExecuted trade : trades) {
        reach(Mark.TRADED);
        long left = leaves.merge(trade.makerOrder(), -trade.quantityLots(), Long::sum);
        leaves.merge(trade.takerOrder(), -trade.quantityLots(), Long::sum);
        if (left > 0) {
          reach(Mark.MAKER_PARTLY_FILLED);
        }
      }
      watchTaker(events, trades);
    }

    private void watchTaker(List<Event> events, List<OrderEvent.TradeExecuted> trades) {
      long prices = trades.stream().map(OrderEvent.TradeExecuted::priceTicks).distinct().count();
      if (prices > 1) {
        reach(Mark.SWEPT_SEVERAL_PRICES);
      }
      if (events.get(1) instanceof OrderEvent.LimitOrderAccepted taker) {
        boolean isCanceled = events.getLast() instanceof OrderEvent.OrderCanceled;
        if (leaves.getOrDefault(taker.order(), 0L) > 0 && !isCanceled) {
          reach(Mark.TAKER_RESTED_AFTER_TRADING);
          if (taker.clientOrder() != 0) {
            reach(Mark.RESTS_WITH_A_NAME);
          }
        }
        if (taker.timeInForce() == TimeInForce.FILL_OR_KILL) {
          reach(Mark.FILLED_AT_ONCE);
        }
        if (taker.side() == Side.SELL && trades.getFirst().priceTicks() > taker.priceTicks()) {
          reach(Mark.SOLD_ABOVE_HIS_LIMIT);
        }
      }
    }
  }

  @Override
  public String toString() {
    return counts.entrySet().stream()
        .map(entry -> entry.getValue() + "\t" + entry.getKey() + "\n")
        .collect(Collectors.joining());
  }
}
