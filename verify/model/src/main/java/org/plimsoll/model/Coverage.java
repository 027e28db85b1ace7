package org.plimsoll.model;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.plimsoll.ledger.Cause;
import org.plimsoll.protocol.AccountCommand.RenameAccount;
import org.plimsoll.protocol.CancelCause;
import org.plimsoll.protocol.CashEvent;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.ControlEvent;
import org.plimsoll.protocol.CustodyPolicy;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.LendingCommand;
import org.plimsoll.protocol.LendingEvent;
import org.plimsoll.protocol.ListingCommand;
import org.plimsoll.protocol.MarketState;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.protocol.OrderEvent;
import org.plimsoll.protocol.PriceEvent;
import org.plimsoll.protocol.Privilege;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.Request;
import org.plimsoll.protocol.TokenCommand.CancelUnstake;
import org.plimsoll.protocol.TradingCommand;
import org.plimsoll.protocol.TriggerEvent;
import org.plimsoll.protocol.TriggerKind;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// Counts what histories reach, so that laws which hold because nothing happened are found out.
public final class Coverage {
  private final SortedMap<String, Long> counts = new TreeMap<>();

  /// Watches one history and adds what it reaches.
  public HistoryChecker ofOneHistory() {
    return new Watcher();
  }

  /// Returns how often each mark, reason and kind of command was reached.
  public SortedMap<String, Long> counts() {
    return new TreeMap<>(counts);
  }

  /// Adds what another run of histories has reached.
  public void add(Coverage other) {
    other.counts.forEach((what, count) -> counts.merge(what, count, Long::sum));
  }

  /// Returns the marks and reasons that were never reached.
  public List<String> neverReached() {
    SortedSet<String> wanted = new TreeSet<>(wanted());
    wanted.removeAll(counts.keySet());
    return List.copyOf(wanted);
  }

  /// Returns the marks and reasons that a run of histories ought to reach.
  static SortedSet<String> wanted() {
    SortedSet<String> wanted = new TreeSet<>();
    for (CoverageMark mark : CoverageMark.values()) {
      wanted.add(mark.name());
    }
    for (Cause cause : Cause.values()) {
      wanted.add("transfer: " + cause);
    }
    for (RefusalReason reason : RefusalReason.values()) {
      wanted.add("refused: " + reason.name());
    }
    return wanted;
  }

  /// Returns the marks and reasons that were reached least, with how often, at most so many.
  public List<String> weakest(int most) {
    return wanted().stream()
        .sorted(Comparator.comparingLong(what -> counts.getOrDefault(what, 0L)))
        .limit(most)
        .map(what -> what + " " + counts.getOrDefault(what, 0L))
        .toList();
  }

  void reach(CoverageMark mark, int times) {
    counts.merge(mark.name(), (long) times, Long::sum);
  }

  private void reachIf(boolean isReached, CoverageMark mark) {
    if (isReached) {
      reach(mark);
    }
  }

  private void reach(CoverageMark mark) {
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
    private final LiquidationWatch liquidation = new LiquidationWatch(Coverage.this::reach);
    private final WithdrawalWatch withdrawals = new WithdrawalWatch(ledger, Coverage.this::reach);
    private final OwnersWatch owners = new OwnersWatch(ledger, Coverage.this::reach);
    private final CapWatch caps = new CapWatch(ledger, Coverage.this::reach);
    private final PriceWatch prices = new PriceWatch(Coverage.this::reach);
    private final FundWatch funds = new FundWatch(Coverage.this::reach);
    private final LeverageWatch leverage = new LeverageWatch(Coverage.this::reach);
    private final TokenWatch tokens = new TokenWatch(Coverage.this::reach);
    private final SortedMap<Long, Long> leaves = new TreeMap<>();
    private final SortedSet<Long> trailing = new TreeSet<>();
    private boolean lends;
    private final SortedSet<Long> waitInFutures = new TreeSet<>();
    private final SortedMap<Lender, Long> reserved = new TreeMap<>();
    private CustodyPolicy policy = CustodyPolicy.COMMINGLED;
    private boolean isExempt;
    private final SortedSet<Integer> futures = new TreeSet<>();
    private final SortedMap<Lender, Long> offers = new TreeMap<>();
    private final SortedMap<Lender, Long> lent = new TreeMap<>();

    @Override
    public void onCommand(Request request, List<Event> events) {
      boolean isRefused = events.get(1) instanceof Event.CommandRefused;
      String kind = request.command().getClass().getSimpleName();
      count((isRefused ? "command refused: " : "command applied: ") + kind);
      isExempt =
          events.size() > 2
              && events.get(2) instanceof ControlEvent.ExemptionUsed e
              && e.privilege() == Privilege.ALLOW_NEGATIVE;
      owners.onAnswer(request, events);
      events.forEach(event -> watch(request, event));
      if (isExempt) {
        boolean isOrder = events.get(1) instanceof OrderEvent;
        reach(isOrder ? CoverageMark.ORDERED_BY_PRIVILEGE : CoverageMark.WITHDREW_BY_PRIVILEGE);
        boolean isFuture =
            events.get(1) instanceof OrderEvent.LimitOrderAccepted e
                && futures.contains(e.market());
        reachIf(isFuture, CoverageMark.ORDERED_A_FUTURE_BY_PRIVILEGE);
      }
      boolean cancelsSeveral =
          request.command() instanceof TradingCommand.CancelAllOrders
              && events.size() > 3
              && events.get(3) instanceof OrderEvent.OrderCanceled e
              && e.cause() == CancelCause.BY_OWNER;
      reachIf(cancelsSeveral, CoverageMark.CANCELED_SEVERAL);
      watchTerms(request, events);
      boolean isInterest =
          events.getLast() instanceof Event.TransferPosted e && e.cause() == Cause.INTEREST_PAID;
      if (isInterest && !(request.command() instanceof ClockCommand)) {
        reach(CoverageMark.CLEARING_WENT_ON);
      }
      watchTrades(events);
      withdrawals.onCommand(request, events);
      liquidation.onCommand(request, events);
      caps.onCommand(request, events);
      prices.onCommand(request, events);
      funds.onCommand(events);
      tokens.onCommand(events);
      leverage.onCommand(events);
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
        reach(CoverageMark.DELISTED_IN_STEPS);
      }
      if (request.command() instanceof OrderCommand.PlaceLimitOrder asked
          && events.get(1) instanceof OrderEvent.LimitOrderAccepted got
          && got.priceTicks() != asked.priceTicks()) {
        reach(CoverageMark.CAPPED);
      }
    }

    private void watch(Request request, Event event) {
      switch (event) {
        case Event.CommandRefused e -> count("refused: " + e.reason().name());
        case Event.CommandApplied(ClockCommand.ActivateRules c) -> lends = c.version() >= 2;
        case Event.CommandApplied(LendingCommand.SetCustodyPolicy c) -> policy = c.policy();
        case ControlEvent.ExemptionUsed e ->
            reachIf(e.privilege() == Privilege.INTEREST_EXEMPT, CoverageMark.INTEREST_SPARED);
        case CashEvent.QuoteExpired _ -> reach(CoverageMark.QUOTE_EXPIRED);
        case OrderEvent e -> watchOrder(e);
        case TriggerEvent e -> watchTrigger(request, e);
        case PriceEvent.MarkPriceSet e ->
            reachIf(
                ledger.owedByAccounts(e.asset()).signum() > 0, CoverageMark.MARK_MOVED_WHILE_OWING);
        case Event.CommandApplied(ListingCommand.ListFuture c) -> futures.add(c.market());
        case Event.CommandApplied(TradingCommand.NoteClientOrder _) ->
            reach(CoverageMark.ORDER_NOTED);
        case Event.CommandApplied(RenameAccount _) -> reach(CoverageMark.ACCOUNT_RENAMED);
        case Event.CommandApplied(CancelUnstake _) -> reach(CoverageMark.UNSTAKE_CANCELED);
        case LendingEvent.LendingCleared e when e.demand() > 0 ->
            reach(
                e.matched() == e.demand()
                    ? CoverageMark.LENDING_COVERED
                    : CoverageMark.LENDING_UNCOVERED);
        case LendingEvent.BalanceReserved e -> watchLender(e);
        case LendingEvent.InterestCapped _ -> reach(CoverageMark.INTEREST_CAPPED);
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
          reachIf(e.isReduceOnly(), CoverageMark.REDUCED_A_POSITION);
        }
        case OrderEvent.MarketOrderAccepted e -> {
          leaves.put(e.order(), e.quantityLots());
          reachIf(e.isReduceOnly(), CoverageMark.REDUCED_A_POSITION);
        }
        case OrderEvent.TradeExecuted e ->
            reachIf(futures.contains(e.market()), CoverageMark.TRADED_A_FUTURE);
        case OrderEvent.OrderCanceled e -> {
          reach(mark(e.cause()));
          reachIf(
              e.cause() == CancelCause.AMENDED && futures.contains(e.market()),
              CoverageMark.AMENDED_IN_A_FUTURE);
        }
      }
    }

    private static CoverageMark mark(CancelCause cause) {
      return switch (cause) {
        case BY_OWNER -> CoverageMark.CANCELED_BY_OWNER;
        case AMENDED -> CoverageMark.AMENDED;
        case MARKET_DELISTED -> CoverageMark.CANCELED_BY_DELISTING;
        case LIQUIDATION -> CoverageMark.CANCELED_BY_LIQUIDATION;
        case DELEVERAGED -> CoverageMark.CANCELED_BY_DELEVERAGING;
        case BOOK_EXHAUSTED -> CoverageMark.EXHAUSTED_THE_BOOK;
        case SELF_TRADE -> CoverageMark.STOPPED_AT_OWN_ORDER;
        case POST_ONLY_WOULD_TAKE -> CoverageMark.CANCELED_POST_ONLY;
        case NOT_FILLED_AT_ONCE -> CoverageMark.KILLED;
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
          reach(trailing.contains(e.trigger()) ? CoverageMark.TRAILED : CoverageMark.TRIGGERED);
          reachIf(waitInFutures.contains(e.trigger()), CoverageMark.TRIGGERED_IN_A_FUTURE);
          reachIf(
              !(request.command() instanceof ClockCommand.AdvanceTime),
              CoverageMark.TRIGGERED_IN_STEPS);
        }
        case TriggerEvent.TriggerRefused _ -> reach(CoverageMark.TRIGGERED_AND_REFUSED);
      }
    }

    private void watchLender(LendingEvent.BalanceReserved e) {
      Lender lender = new Lender(e.account(), e.asset());
      long lentBefore = lent.getOrDefault(lender, 0L);
      if (offers.getOrDefault(lender, 0L) == 0 && lentBefore > 0) {
        reach(e.lent() > 0 ? CoverageMark.RECALL_KEPT : CoverageMark.RECALL_SERVED);
      }
      lent.put(lender, e.lent());
      reserved.put(lender, e.reserved());
    }

    private boolean isBeyondOffers(int asset) {
      long offered =
          reserved.entrySet().stream()
              .filter(entry -> entry.getKey().asset() == asset)
              .mapToLong(Map.Entry::getValue)
              .sum();
      return policy == CustodyPolicy.OPT_IN
          && ledger.owedByAccounts(asset).compareTo(BigInteger.valueOf(offered)) > 0;
    }

    private void watchTransfer(Event.TransferPosted e) {
      count("transfer: " + e.cause());
      boolean owedBefore = ledger.balance(e.from(), e.asset()).signum() < 0;
      boolean receiverOwed = ledger.balance(e.to(), e.asset()).signum() < 0;
      ledger.post(e.asset(), e.from(), e.to(), BigInteger.valueOf(e.amount()));
      boolean owesNow = ledger.balance(e.from(), e.asset()).signum() < 0;
      boolean isCustomersDebt = owesNow && !owedBefore && isCustomer(e.from());
      switch (e.cause()) {
        case FUNDING ->
            reach(
                isCustomer(e.from()) || isCustomer(e.to())
                    ? CoverageMark.PAID_FUNDING
                    : CoverageMark.FUNDED_A_REMAINDER);
        case TRADE -> reachDebt(e, isCustomersDebt, CoverageMark.BORROWED_BY_TRADE);
        case WITHDRAWAL_REQUEST ->
            reachDebt(e, isCustomersDebt, CoverageMark.BORROWED_BY_WITHDRAWAL);
        case MOVE -> reachDebt(e, isCustomersDebt, CoverageMark.BORROWED_BY_MOVE);
        case CONVERSION -> reachDebt(e, isCustomersDebt, CoverageMark.BORROWED_BY_CONVERSION);
        case SETTLEMENT -> {
          reach(isCustomer(e.from()) ? CoverageMark.SETTLED_A_LOSS : CoverageMark.SETTLED_A_GAIN);
          reachIf(isCustomersDebt, CoverageMark.SETTLED_INTO_DEBT);
        }
        default -> {}
      }
      if (isCustomer(e.to()) && receiverOwed && ledger.balance(e.to(), e.asset()).signum() >= 0) {
        reach(CoverageMark.REPAID);
      }
    }

    private void reachDebt(Event.TransferPosted e, boolean isReached, CoverageMark mark) {
      reachIf(isReached, mark);
      reachIf(isReached && !lends, CoverageMark.OWED_WITHOUT_LENDING);
      reachIf(
          isReached && lends && isExempt && isBeyondOffers(e.asset()),
          CoverageMark.OWED_BEYOND_OFFERS);
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
        reach(CoverageMark.TRADED);
        long left = leaves.merge(trade.makerOrder(), -trade.quantityLots(), Long::sum);
        leaves.merge(trade.takerOrder(), -trade.quantityLots(), Long::sum);
        if (left > 0) {
          reach(CoverageMark.MAKER_PARTLY_FILLED);
        }
      }
      watchTaker(events, trades);
    }

    private void watchTaker(List<Event> events, List<OrderEvent.TradeExecuted> trades) {
      long prices = trades.stream().map(OrderEvent.TradeExecuted::priceTicks).distinct().count();
      if (prices > 1) {
        reach(CoverageMark.SWEPT_SEVERAL_PRICES);
      }
      if (events.get(1) instanceof OrderEvent.LimitOrderAccepted taker) {
        boolean isCanceled = events.getLast() instanceof OrderEvent.OrderCanceled;
        if (leaves.getOrDefault(taker.order(), 0L) > 0 && !isCanceled) {
          reach(CoverageMark.TAKER_RESTED_AFTER_TRADING);
          if (taker.clientOrder() != 0) {
            reach(CoverageMark.RESTS_WITH_A_NAME);
          }
        }
        if (taker.timeInForce() == TimeInForce.FILL_OR_KILL) {
          reach(CoverageMark.FILLED_AT_ONCE);
        }
        if (taker.side() == Side.SELL && trades.getFirst().priceTicks() > taker.priceTicks()) {
          reach(CoverageMark.SOLD_ABOVE_HIS_LIMIT);
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
