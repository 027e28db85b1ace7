package org.plimsoll.venue;

import org.plimsoll.margin.LiquidationSlice;
import org.plimsoll.matching.Gatekeeper;
import org.plimsoll.matching.Sweep;
import org.plimsoll.protocol.LiquidationEvent.LiquidationOrderSent;
import org.plimsoll.units.Exact;
import org.plimsoll.units.MarginStage;
import org.plimsoll.units.Rounding;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// The first stage of liquidation: orders into the book that take what is there at once. They meet
/// no margin gate, since each only makes smaller what the account holds or owes.
final class BookLiquidation extends Gatekeeper {
  private static final long BUDGET_MIN = 1_000;
  private static final long REACH_E9 = 20_000_000;

  private final VenueState state;
  private final Standing standing;
  private final SpotNeed need;

  BookLiquidation(VenueState state) {
    this.state = state;
    this.standing = new Standing(state);
    this.need = new SpotNeed(state);
  }

  /// Begins a market's turn: its budget is never less than one least order, since without volume
  /// nobody would ever be liquidated in the book.
  void beginTurn(Market market) {
    long least = BUDGET_MIN * Exact.powerOfTen(state.assets.decimals(0));
    long byVolume = LiquidationSlice.budget(state.volumes.average(market.listing().base()));
    state.liquidationProgress.budgetLeft = Math.max(least, byVolume);
  }

  /// Sends an order that makes a position smaller.
  void order(int account, FuturesMarket market, long second) {
    long held = market.positions().lots(account);
    if (isBelowMaintenance(account) && held != 0) {
      Side side = held > 0 ? Side.SELL : Side.BUY;
      long lots = part(account, market, second, Math.abs(held), market.margin().notional(account));
      long limit = limitTicks(account, market, second, side);
      if (lots > 0 && limit > 0) {
        send(account, market, side, limit, lots);
      }
    }
  }

  /// Sends an order that sells a coin which the account has or buys one that it owes.
  void order(int account, SpotMarket market, long second) {
    if (isBelowMaintenance(account) && need.of(account, market)) {
      int base = market.listing().base();
      Side side = need.side();
      long value = state.assets.value(base, market.baseAmount(need.lots()));
      long lots = part(account, market, second, need.lots(), value);
      long limit = limitTicks(account, market, second, side);
      if (limit > 0) {
        long affordable =
            side == Side.SELL ? lots : Math.min(lots, affordable(account, market, limit));
        if (affordable > 0 && fits(account, market, side, limit, affordable)) {
          send(account, market, side, limit, affordable);
        }
      }
    }
  }

  private boolean isBelowMaintenance(int account) {
    return standing.bindingStage(account) != MarginStage.HEALTHY;
  }

  /// Takes the part that is wanted off the budget, and returns it in lots.
  private long part(int account, Market market, long second, long lots, long notional) {
    int number = market.listing().market();
    long scaleE9 = LiquidationSlice.scaleE9(state.lottery.scale(second, number, account));
    long part =
        LiquidationSlice.bookNotional(
            notional, state.liquidationProgress.budgetLeft, scaleE9, state.assets.decimals(0));
    state.liquidationProgress.budgetLeft = Math.max(0, state.liquidationProgress.budgetLeft - part);
    return part == 0 ? 0 : Math.clamp(LiquidationSlice.size(lots, part, notional), 1, lots);
  }

  /// Returns how far an order goes, to the tick on the near side, or 0 where no opposite order is
  /// within reach of the mark: a book that somebody has emptied does not set the price.
  private long limitTicks(int account, Market market, long second, Side side) {
    long best = market.book().bestTicks(side.opposite());
    long offset = state.lottery.offset(second, market.listing().market(), account);
    long offsetE9 = LiquidationSlice.offsetE9(offset);
    boolean isBuy = side == Side.BUY;
    long reach = reachTicks(market, isBuy);
    if (best == 0 || (isBuy ? best > reach : best < reach)) {
      return 0;
    }
    return isBuy
        ? Math.min(reach, scaled(best, Exact.ONE_E9 + offsetE9, Rounding.FLOOR))
        : Math.max(reach, scaled(best, Exact.ONE_E9 - offsetE9, Rounding.CEILING));
  }

  /// Returns the last price within reach of the mark, in ticks.
  private static long reachTicks(Market market, boolean isBuy) {
    long tickE9 = market.listing().tickE9();
    return isBuy
        ? scaled(market.markE9(), Exact.ONE_E9 + REACH_E9, Rounding.FLOOR) / tickE9
        : Math.ceilDiv(scaled(market.markE9(), Exact.ONE_E9 - REACH_E9, Rounding.CEILING), tickE9);
  }

  private static long scaled(long price, long factorE9, Rounding rounding) {
    return Exact.mulDivOrMax(price, factorE9, Exact.ONE_E9, rounding);
  }

  /// Returns how many lots the account can pay for at the limit, with the fee.
  private long affordable(int account, SpotMarket market, long limit) {
    long free = Math.max(0, state.free(account, 0));
    long low = 0;
    long high = free / market.quoteAmount(limit);
    while (low < high) {
      long middle = high - (high - low) / 2;
      long cost = market.quoteAmount(limit * middle);
      if (cost + state.tradeFees.ofTaker(account, cost) <= free) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /// Asks whether what the order would really bring stays within the bounds of balances.
  private boolean fits(int account, SpotMarket market, Side side, long limit, long lots) {
    Sweep sweep = market.book().sweep(side, account, limit, lots, TimeInForce.IMMEDIATE_OR_CANCEL);
    if (lots > market.lotsMax() || sweep.tickLots() > market.tickLotsMax()) {
      return false;
    }
    int received = side == Side.BUY ? market.listing().base() : 0;
    long amount =
        side == Side.BUY
            ? market.baseAmount(sweep.filledLots())
            : market.quoteAmount(sweep.tickLots());
    return amount <= state.room(account, received);
  }

  private void send(int account, Market market, Side side, long limit, long lots) {
    long order = ++state.lastOrder;
    int number = market.listing().market();
    state.sink.onDesk(new LiquidationOrderSent(order, account, number, side, limit, lots));
    market
        .book()
        .enter(clear(order, account, side, limit, lots, TimeInForce.IMMEDIATE_OR_CANCEL, 0, false));
  }
}
