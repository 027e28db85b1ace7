package org.plimsoll.model;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.plimsoll.protocol.CancelCause;
import org.plimsoll.protocol.ControlEvent;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.LiquidationEvent;
import org.plimsoll.protocol.LiquidationProfile;
import org.plimsoll.protocol.MarketState;
import org.plimsoll.protocol.Privilege;
import org.plimsoll.units.MarginStage;

/// Liquidation at the slow twin: every account is asked at every look, and each step of a round is
/// chosen anew when the one before has ended.
final class NaiveLiquidation {
  private static final long SECOND = 1_000_000_000L;

  private final NaiveState state;
  private final NaiveTerms terms;
  private final NaiveLending lending;
  private final NaiveHealth health;
  private final NaiveNeeds needs;
  private final NaiveSales sales;
  private final NaiveHandover handover;
  private final NaiveCoinHandover coins;
  private final NaiveEstate estate;
  private final Deque<Step> turn = new ArrayDeque<>();
  private final Deque<Integer> toAsk = new ArrayDeque<>();
  private Optional<Step> next = Optional.empty();
  private BigInteger budget = BigInteger.ZERO;
  private int markets;

  NaiveLiquidation(
      NaiveState state,
      NaiveFutures futures,
      NaiveGates gates,
      NaiveTerms terms,
      NaiveLending lending,
      NaiveTrading trading,
      NaiveFees fees) {
    this.state = state;
    this.terms = terms;
    this.lending = lending;
    this.health = new NaiveHealth(state, futures);
    this.needs = new NaiveNeeds(state, futures, health);
    this.sales = new NaiveSales(state, futures, needs, trading, fees);
    this.handover = new NaiveHandover(state, futures, gates, health);
    NaiveZeroPrices prices = new NaiveZeroPrices(state, futures, health);
    this.coins = new NaiveCoinHandover(state, gates, health, needs, prices);
    this.estate = new NaiveEstate(state, futures, health);
  }

  private enum Kind {
    LOOK,
    POSITION,
    COINS,
    ESTATE,
    ORDER
  }

  /// A step of the round, about an account and, where it is in one, a market.
  private record Step(Kind kind, int account, int market) {
    static Step of(Kind kind, int account) {
      return new Step(kind, account, -1);
    }
  }

  NaiveHealth health() {
    return health;
  }

  /// Asks accounts for their stage, once the marks have moved: as many as a command does steps, and
  /// the others later, with the one first whose turn it was.
  void scan(int most, List<Event> events) {
    if (state.failing.profile == LiquidationProfile.OFF) {
      return;
    }
    int first = toAsk.isEmpty() ? 0 : toAsk.getFirst();
    int accounts = state.accounts.size();
    toAsk.clear();
    IntStream.range(0, accounts).map(i -> (first + i) % accounts).forEach(toAsk::add);
    askSome(most, events);
    state.due.removeIf(entry -> toAsk.isEmpty() && entry.work() == DueWork.STAGE);
    boolean isDue = state.due.stream().anyMatch(entry -> entry.work() == DueWork.STAGE);
    if (!toAsk.isEmpty() && !isDue) {
      state.due.add(new NaiveDue.Entry(state.clock, DueWork.STAGE, 0));
    }
  }

  /// Asks some more accounts, and returns whether that was all of them.
  boolean askSome(int most, List<Event> events) {
    for (int i = 0; i < most && !toAsk.isEmpty(); i++) {
      int account = toAsk.removeFirst();
      if (!state.failing.stages.containsKey(account)) {
        ask(account, events);
      }
    }
    schedule();
    return toAsk.isEmpty();
  }

  private void ask(int account, List<Event> events) {
    NaiveHealth.Figures figures = health.of(account);
    if (figures.stage() == MarginStage.HEALTHY) {
      state.failing.spared.remove(account);
    } else if (!state.isGranted(account, Privilege.LIQUIDATION_EXEMPT)) {
      state.failing.spared.remove(account);
      tell(account, figures.stage(), events);
    } else if (state.failing.spared.add(account)) {
      BigInteger missing = figures.maintenance().subtract(figures.value());
      events.add(
          new ControlEvent.ExemptionUsed(
              account, Privilege.LIQUIDATION_EXEMPT, missing.longValueExact()));
    }
  }

  private void tell(int account, MarginStage stage, List<Event> events) {
    if (stage == MarginStage.HEALTHY) {
      state.failing.stages.remove(account);
    } else {
      state.failing.stages.put(account, stage);
    }
    events.add(new LiquidationEvent.MarginStageSet(account, stage));
  }

  /// Puts a round on the agenda, if there is anybody for it and none is there.
  private void schedule() {
    boolean isDue = state.due.stream().anyMatch(e -> e.work() == DueWork.LIQUIDATION);
    if (!state.failing.stages.isEmpty() && !isDue) {
      long second = (state.clock / SECOND + 1) * SECOND;
      state.due.add(new NaiveDue.Entry(second, DueWork.LIQUIDATION, 0));
    }
  }

  /// Does the next step of a round.
  void step(NaiveDue.Entry round, List<Event> events) {
    NaiveLottery lottery = new NaiveLottery(state.failing.entropy, round.time() / SECOND);
    markets = next.isEmpty() ? state.markets.size() : markets;
    Step step = next.or(() -> lookAfter(-1)).orElseThrow();
    switch (step.kind()) {
      case LOOK -> look(step.account(), events);
      case POSITION -> handover.handOver(step.market(), step.account(), events);
      case COINS -> coins.handOver(step.market(), step.account(), events);
      case ESTATE -> estate.takeOver(step.account(), events);
      case ORDER -> {
        if (health.stage(step.account()) != MarginStage.HEALTHY && isOpen(step.market())) {
          budget = sales.send(step.market(), step.account(), lottery, budget, events);
        }
      }
    }
    next = after(step, lottery);
    if (next.isEmpty()) {
      state.due.remove(round);
      schedule();
    }
  }

  private void look(int account, List<Event> events) {
    MarginStage stage = health.stage(account);
    if (stage != state.failing.stage(account)) {
      tell(account, stage, events);
    }
    if (stage != MarginStage.HEALTHY) {
      NaiveHandover.cancel(state.markets, account, CancelCause.LIQUIDATION, events);
      lending.recall(account, events);
    }
  }

  private Optional<Step> after(Step step, NaiveLottery lottery) {
    if (step.kind() == Kind.ORDER) {
      return turn.isEmpty() ? turnAfter(step.market(), lottery) : Optional.of(turn.removeFirst());
    }
    return ofAccountAfter(step)
        .or(() -> lookAfter(step.account()))
        .or(() -> turnAfter(-1, lottery));
  }

  private Optional<Step> lookAfter(int account) {
    return state.failing.stages.tailMap(account + 1).keySet().stream()
        .map(each -> Step.of(Kind.LOOK, each))
        .findFirst();
  }

  /// Returns the next step about the same account, by the stage that was told last.
  private Optional<Step> ofAccountAfter(Step step) {
    int account = step.account();
    MarginStage stage = state.failing.stage(account);
    Optional<Step> found = Optional.empty();
    boolean isPast = stage.compareTo(MarginStage.AUTO_CLOSE) >= 0;
    if (isPast && (step.kind() == Kind.LOOK || step.kind() == Kind.POSITION)) {
      found = marketAfter(Kind.POSITION, step, market -> hasNeed(market, account, true));
    }
    if (found.isEmpty() && stage == MarginStage.AUTO_CLOSE && step.kind() != Kind.ESTATE) {
      Step from = step.kind() == Kind.COINS ? step : Step.of(Kind.COINS, account);
      found = marketAfter(Kind.COINS, from, market -> hasNeed(market, account, false));
    }
    boolean isLost =
        stage == MarginStage.BANKRUPT && step.kind() != Kind.ESTATE && !estate.hasPosition(account);
    return found.isEmpty() && isLost ? Optional.of(Step.of(Kind.ESTATE, account)) : found;
  }

  private boolean hasNeed(int market, int account, boolean isFuture) {
    NaiveState.Market listed = state.markets.get(market);
    return listed.isFuture() == isFuture && needs.of(listed, account).isPresent();
  }

  private Optional<Step> marketAfter(Kind kind, Step step, IntPredicate isMeant) {
    return IntStream.range(step.market() + 1, markets)
        .filter(isMeant)
        .mapToObj(market -> new Step(kind, step.account(), market))
        .findFirst();
  }

  /// Begins the turn of the next market that has one, and returns its first step.
  private Optional<Step> turnAfter(int last, NaiveLottery lottery) {
    for (int market = last + 1; market < markets; market++) {
      if (lottery.hasTurn(market) && isOpen(market)) {
        draw(market, lottery);
        if (!turn.isEmpty()) {
          budget = NaiveSlices.budget(state, state.markets.get(market).listing().base());
          return Optional.of(turn.removeFirst());
        }
      }
    }
    return Optional.empty();
  }

  private void draw(int market, NaiveLottery lottery) {
    state.failing.stages.keySet().stream()
        .filter(account -> takesPart(market, account))
        .sorted(Comparator.comparingLong(account -> lottery.place(market, account)))
        .forEach(account -> turn.add(new Step(Kind.ORDER, account, market)));
  }

  private boolean takesPart(int market, int account) {
    boolean isFuture = state.markets.get(market).isFuture();
    MarginStage stage = state.failing.stage(account);
    boolean isMeant =
        stage == MarginStage.LIQUIDATING || (!isFuture && stage == MarginStage.AUTO_CLOSE);
    return isMeant && state.openOrders(account) == 0 && hasNeed(market, account, isFuture);
  }

  private boolean isOpen(int market) {
    MarketState is = terms.stateOf(market);
    return is == MarketState.OPEN || is == MarketState.CLOSE_ONLY;
  }
}
