package org.plimsoll.venue;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.plimsoll.protocol.CancelCause;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.protocol.LiquidationEvent.MarginStageSet;
import org.plimsoll.protocol.MarketState;
import org.plimsoll.units.MarginStage;

/// One second of liquidation, a step at a time (docs/reference/liquidation.md): first each account
/// in liquidation, then each market that has its turn. Which step comes next is decided when the
/// last one ends.
final class LiquidationRound {
  private static final int NONE = LiquidationProgress.NONE;
  private static final int LOOK = LiquidationProgress.LOOK;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final VenueState state;
  private final Standing standing;
  private final SpotNeed need;
  private final MarginGate margin;
  private final CoinHandover coins;
  private final Estate estate;
  private final BookLiquidation book;
  private final LendingDesk lending;

  private final LiquidationProgress at;

  LiquidationRound(VenueState state, MarginGate margin, LendingDesk lending) {
    this.state = state;
    this.at = state.liquidationProgress;
    this.lending = lending;
    this.standing = new Standing(state);
    this.need = new SpotNeed(state);
    this.margin = margin;
    this.coins = new CoinHandover(state, margin);
    this.estate = new Estate(state);
    this.book = new BookLiquidation(state);
  }

  /// Does the next step of the round that fell due at `dueNs` and stands first on the agenda.
  void step(long dueNs) {
    if (!at.isUnderWay) {
      int first = state.liquidations.after(NONE);
      at.begin(dueNs / NANOS_PER_SECOND, first, state.markets.size());
    }
    if (at.account != NONE) {
      stepOfAccount();
      goOnWithAccounts();
    } else {
      stepOfMarket();
      goOnWithMarkets();
    }
    if (!at.isUnderWay) {
      state.agenda.remove();
      if (!state.liquidations.isEmpty()) {
        state.schedule(DueWork.LIQUIDATION, 0);
      }
    }
  }

  /// The places of an account: the look, the futures and then the spot markets by number, and last
  /// the estate.
  private void stepOfAccount() {
    if (at.place == LOOK) {
      look();
    } else if (at.place == 2 * at.markets) {
      estate.take(at.account);
    } else if (at.place >= at.markets) {
      coins.handOver(at.account, (SpotMarket) state.markets.get(at.place - at.markets));
    } else {
      FuturesMarket market = (FuturesMarket) state.markets.get(at.place);
      new Handover(state, margin, market, at.account).run();
    }
  }

  private void look() {
    MarginStage stage = standing.bindingStage(at.account);
    if (state.liquidations.set(at.account, stage)) {
      state.sink.onDesk(new MarginStageSet(at.account, stage));
    }
    if (stage == MarginStage.HEALTHY) {
      state.index.touch(at.account);
    } else {
      state.cancelAll(at.account, CancelCause.LIQUIDATION);
      lending.recallAll(at.account);
    }
  }

  private void goOnWithAccounts() {
    int last = 2 * at.markets;
    do {
      at.place++;
    } while (at.place <= last && !concerns(at.place));
    if (at.place > last) {
      at.account = state.liquidations.after(at.account);
      at.place = LOOK;
    }
    if (at.account == NONE) {
      at.beginMarkets();
      goOnWithMarkets();
    }
  }

  private boolean concerns(int here) {
    MarginStage stage = state.liquidations.stage(at.account);
    if (here == 2 * at.markets) {
      return stage == MarginStage.BANKRUPT && !state.hasPosition(at.account);
    }
    if (here < at.markets) {
      return stage.compareTo(MarginStage.AUTO_CLOSE) >= 0
          && state.markets.get(here) instanceof FuturesMarket future
          && future.positions().lots(at.account) != 0;
    }
    return stage == MarginStage.AUTO_CLOSE
        && state.markets.get(here - at.markets) instanceof SpotMarket spot
        && need.of(at.account, spot);
  }

  private void stepOfMarket() {
    if (takesOrders()) {
      switch (state.markets.get(at.market)) {
        case FuturesMarket future -> book.order(at.drawn[at.turn], future, at.second);
        case SpotMarket spot -> book.order(at.drawn[at.turn], spot, at.second);
      }
    }
    at.turn++;
  }

  /// Goes on to the next account of the turn, or to the next market whose turn concerns anybody.
  private void goOnWithMarkets() {
    while (at.turn == at.drawn.length && at.isUnderWay) {
      at.market++;
      at.turn = 0;
      at.isUnderWay = at.market < at.markets;
      at.drawn = at.isUnderWay && hasTurn() ? draw() : new int[0];
    }
    if (at.turn == 0 && at.isUnderWay) {
      book.beginTurn(state.markets.get(at.market));
    }
  }

  private boolean hasTurn() {
    return takesOrders() && state.lottery.hasTurn(at.second, at.market);
  }

  private boolean takesOrders() {
    MarketState is = state.markets.get(at.market).terms().state();
    return is == MarketState.OPEN || is == MarketState.CLOSE_ONLY;
  }

  private int[] draw() {
    return IntStream.iterate(
            state.liquidations.after(NONE), each -> each != NONE, state.liquidations::after)
        .filter(this::takesPart)
        .boxed()
        .sorted(Comparator.comparingLong(this::drawnPlace).thenComparing(each -> each))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private long drawnPlace(int each) {
    return state.lottery.place(at.second, at.market, each);
  }

  /// Whoever has come into liquidation since the look at his number still has orders of his own.
  private boolean takesPart(int each) {
    if (state.openOrders.count(each) > 0) {
      return false;
    }
    MarginStage stage = state.liquidations.stage(each);
    return switch (state.markets.get(at.market)) {
      case FuturesMarket future ->
          stage == MarginStage.LIQUIDATING && future.positions().lots(each) != 0;
      case SpotMarket spot -> stage != MarginStage.BANKRUPT && need.of(each, spot);
    };
  }
}
