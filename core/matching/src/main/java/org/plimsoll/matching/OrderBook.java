package org.plimsoll.matching;

import org.plimsoll.units.LongIntMap;
import org.plimsoll.units.Side;
import org.plimsoll.units.StateHash;

/// The bids and asks of one market, matched by price, then by time of arrival.
///
/// Prices are ticks and quantities are lots, both positive. A trade happens at the price of the
/// order that was there first. An order never trades with one of its own account: it stops there
/// and what it has left is canceled, which keeps the older promise. Everything is reported to one
/// listener; nothing is known of money.
public final class OrderBook {
  private static final int ORDERS_EXPECTED = 64;

  private final OrderBookListener listener;
  private final OrderSlots slots = new OrderSlots();
  private final PriceLevels bids = new PriceLevels(Side.BUY);
  private final PriceLevels asks = new PriceLevels(Side.SELL);
  private final LongIntMap slotByOrder = new LongIntMap(ORDERS_EXPECTED);
  private final Sweep sweep = new Sweep();

  /// Creates an empty order book that reports to `listener`.
  public OrderBook(OrderBookListener listener) {
    this.listener = listener;
  }

  /// Matches an order against the other side and lets the rest rest, if it may.
  public void enter(ClearedOrder taker) {
    PriceLevels opposite = levels(taker.side().opposite());
    long leaves = taker.quantityLots();
    while (leaves > 0
        && opposite.best() >= 0
        && trades(taker.side(), taker.limitTicks(), opposite.price(opposite.best()))) {
      int maker = opposite.head(opposite.best());
      if (slots.account(maker) == taker.account()) {
        listener.onSelfTrade(taker.order(), taker.account(), leaves);
        return;
      }
      leaves -= trade(taker, maker, leaves);
    }
    if (leaves > 0) {
      settleRest(taker, leaves);
    }
  }

  /// Takes a resting order out.
  ///
  /// @return whether there was one of that number
  public boolean remove(long order) {
    int slot = slotByOrder.get(order);
    if (slot == LongIntMap.MISSING) {
      return false;
    }
    int account = slots.account(slot);
    Side side = slots.side(slot);
    long price = slots.price(slot);
    long leaves = slots.leaves(slot);
    unlink(slot);
    listener.onRemoved(order, account, side, price, leaves);
    return true;
  }

  /// Returns the account that owns a resting order, or -1 if there is none of that number.
  public int ownerOf(long order) {
    int slot = slotByOrder.get(order);
    return slot == LongIntMap.MISSING ? -1 : slots.account(slot);
  }

  /// Returns the best price of one side in ticks, or 0 where it is empty.
  public long bestTicks(Side side) {
    PriceLevels levels = levels(side);
    return levels.best() < 0 ? 0 : levels.price(levels.best());
  }

  /// Returns how many orders rest.
  public int orderCount() {
    return slotByOrder.size();
  }

  /// Returns what an order would get now: exactly what [#enter] would do with it. The result is
  /// good until the next call.
  ///
  /// @param account whose orders would stop it
  /// @param limitTicks the worst price at which it trades
  public Sweep sweep(Side takerSide, int account, long limitTicks, long quantityLots) {
    PriceLevels opposite = levels(takerSide.opposite());
    sweep.begin(quantityLots);
    for (int level = opposite.best();
        level >= 0 && trades(takerSide, limitTicks, opposite.price(level));
        level--) {
      for (int slot = opposite.head(level); slot != OrderSlots.NONE; slot = slots.next(slot)) {
        if (sweep.leavesLots() == 0) {
          return sweep;
        }
        if (slots.account(slot) == account) {
          sweep.stop();
          return sweep;
        }
        sweep.take(opposite.price(level), slots.leaves(slot));
      }
    }
    return sweep;
  }

  /// Shows every resting order: bids from the best price, then asks from the best price, the oldest
  /// first at each price.
  public void forEach(RestingOrderVisitor visitor) {
    forEach(bids, visitor);
    forEach(asks, visitor);
  }

  /// Adds every resting order to `hash`, in the order of [#forEach].
  public void hashInto(StateHash hash) {
    hash.add(orderCount());
    forEach((order, account, side, priceTicks, leavesLots) ->
        hash.add(order).add(account).add(side.ordinal()).add(priceTicks).add(leavesLots));
  }

  private long trade(ClearedOrder taker, int maker, long takerLeaves) {
    long lots = Math.min(takerLeaves, slots.leaves(maker));
    long makerOrder = slots.order(maker);
    int makerAccount = slots.account(maker);
    slots.reduce(maker, lots);
    listener.onTrade(
        makerOrder,
        makerAccount,
        taker.order(),
        taker.account(),
        taker.side(),
        slots.price(maker),
        lots);
    if (slots.leaves(maker) == 0) {
      unlink(maker);
      listener.onFilled(makerOrder, makerAccount);
    }
    return lots;
  }

  private void settleRest(ClearedOrder taker, long leaves) {
    if (taker.rests()) {
      rest(taker, leaves);
      listener.onRested(taker.order(), taker.account(), taker.side(), taker.limitTicks(), leaves);
    } else {
      listener.onExhausted(taker.order(), taker.account(), leaves);
    }
  }

  private void rest(ClearedOrder order, long leaves) {
    long price = order.limitTicks();
    int slot = slots.take(order.order(), order.account(), order.side(), price, leaves);
    PriceLevels levels = levels(order.side());
    int level = levels.find(price);
    if (level >= 0) {
      slots.link(levels.tail(level), slot);
      levels.setTail(level, slot);
    } else {
      levels.insert(-1 - level, price, slot);
    }
    slotByOrder.put(order.order(), slot);
  }

  private void unlink(int slot) {
    PriceLevels levels = levels(slots.side(slot));
    int earlier = slots.previous(slot);
    int later = slots.next(slot);
    if (earlier == OrderSlots.NONE || later == OrderSlots.NONE) {
      int level = levels.find(slots.price(slot));
      if (earlier == later) {
        levels.remove(level);
      } else if (earlier == OrderSlots.NONE) {
        levels.setHead(level, later);
      } else {
        levels.setTail(level, earlier);
      }
    }
    slots.link(earlier, later);
    slotByOrder.remove(slots.order(slot));
    slots.give(slot);
  }

  private void forEach(PriceLevels levels, RestingOrderVisitor visitor) {
    for (int level = levels.best(); level >= 0; level--) {
      for (int slot = levels.head(level); slot != OrderSlots.NONE; slot = slots.next(slot)) {
        visitor.visit(
            slots.order(slot),
            slots.account(slot),
            slots.side(slot),
            slots.price(slot),
            slots.leaves(slot));
      }
    }
  }

  private static boolean trades(Side takerSide, long limitTicks, long priceTicks) {
    return takerSide == Side.BUY ? priceTicks <= limitTicks : priceTicks >= limitTicks;
  }

  private PriceLevels levels(Side side) {
    return side == Side.BUY ? bids : asks;
  }
}
