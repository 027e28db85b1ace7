package org.plimsoll.matching;

import org.plimsoll.units.Side;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;
import org.plimsoll.units.TimeInForce;

/// The bids and asks of one market, matched by price, then by time of arrival.
///
/// Prices are ticks and quantities are lots, both positive. A trade happens at the price of the
/// order that was there first. An order never trades with one of its own account: it stops there
/// and what it has left is canceled, which keeps the older promise. Everything is reported to one
/// listener; nothing is known of money.
///
/// The resting orders themselves are kept in a [RestingOrders], one for all books of a venue.
public final class OrderBook {
  private final int market;
  private final OrderBookListener listener;
  private final RestingOrders slots;
  private final PriceLevels bids = new PriceLevels(Side.BUY);
  private final PriceLevels asks = new PriceLevels(Side.SELL);
  private final Sweep sweep = new Sweep();
  private int orderCount;

  /// Creates an empty order book.
  ///
  /// @param market the number by which its resting orders are known for its own
  /// @param listener told of everything that happens
  /// @param orders where its orders rest
  public OrderBook(int market, OrderBookListener listener, RestingOrders orders) {
    this.market = market;
    this.listener = listener;
    this.slots = orders;
  }

  /// Matches an order against the other side and lets the rest rest, if it may.
  public void enter(ClearedOrder order) {
    switch (order.timeInForce()) {
      case GOOD_TILL_CANCELED, IMMEDIATE_OR_CANCEL -> match(order);
      case POST_ONLY -> post(order);
      case FILL_OR_KILL -> fill(order);
    }
  }

  private void post(ClearedOrder order) {
    if (crosses(order.side(), order.limitTicks())) {
      listener.onWouldTake(order.order(), order.account(), order.quantityLots());
    } else {
      settleRest(order, order.quantityLots());
    }
  }

  private void fill(ClearedOrder order) {
    walk(order.side(), order.account(), order.limitTicks(), order.quantityLots());
    if (sweep.filledLots() < order.quantityLots()) {
      listener.onUnfillable(order.order(), order.account(), order.quantityLots());
    } else {
      match(order);
    }
  }

  private void match(ClearedOrder taker) {
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
    int slot = slotOf(order);
    if (slot == RestingOrders.NONE) {
      return false;
    }
    removeAt(slot);
    return true;
  }

  /// Takes out the resting order of this book that is in a slot.
  public void removeAt(int slot) {
    long order = slots.order(slot);
    int account = slots.account(slot);
    Side side = slots.side(slot);
    long price = slots.priceTicks(slot);
    long leaves = slots.leavesLots(slot);
    forget(slot);
    listener.onRemoved(order, account, side, price, leaves);
  }

  /// Takes out the resting order that is in a slot and tells nobody.
  public void forget(int slot) {
    unlink(slot);
  }

  /// Returns the account that owns a resting order, or -1 if there is none of that number.
  public int ownerOf(long order) {
    int slot = slotOf(order);
    return slot == RestingOrders.NONE ? -1 : slots.account(slot);
  }

  /// Returns the slot of a resting order of this book, or [RestingOrders#NONE].
  public int slotOf(long order) {
    int slot = slots.slotOf(order);
    boolean isHere = slot != RestingOrders.NONE && slots.market(slot) == market;
    return isHere ? slot : RestingOrders.NONE;
  }

  /// Returns the best price of a side in ticks, or 0 where there is none.
  public long bestTicks(Side side) {
    PriceLevels levels = levels(side);
    return levels.best() < 0 ? 0 : levels.price(levels.best());
  }

  /// Returns the slot of the order that [#forEach] shows first, or [RestingOrders#NONE].
  public int firstSlot() {
    PriceLevels levels = bids.best() >= 0 ? bids : asks;
    return levels.best() < 0 ? RestingOrders.NONE : levels.head(levels.best());
  }

  /// Returns how many orders rest.
  public int orderCount() {
    return orderCount;
  }

  /// Returns what an order would get now: exactly what [#enter] would do with it. The result is
  /// good until the next call.
  ///
  /// @param account whose orders would stop it
  /// @param limitTicks the worst price at which it trades
  public Sweep sweep(
      Side takerSide, int account, long limitTicks, long quantityLots, TimeInForce timeInForce) {
    walk(takerSide, account, limitTicks, quantityLots);
    switch (timeInForce) {
      case GOOD_TILL_CANCELED -> {}
      case IMMEDIATE_OR_CANCEL -> sweep.stop();
      case FILL_OR_KILL -> {
        if (sweep.filledLots() < quantityLots) {
          sweep.none();
        }
      }
      case POST_ONLY -> {
        if (crosses(takerSide, limitTicks)) {
          sweep.none();
        }
      }
    }
    return sweep;
  }

  /// Counts what an order would trade, whatever becomes of the rest.
  private void walk(Side takerSide, int account, long limitTicks, long quantityLots) {
    PriceLevels opposite = levels(takerSide.opposite());
    sweep.begin(quantityLots);
    for (int level = opposite.best();
        level >= 0 && trades(takerSide, limitTicks, opposite.price(level));
        level = opposite.worse(level)) {
      for (int slot = opposite.head(level); slot != RestingOrders.NONE; slot = slots.next(slot)) {
        if (sweep.leavesLots() == 0) {
          return;
        }
        if (slots.account(slot) == account) {
          sweep.stop();
          return;
        }
        sweep.take(opposite.price(level), slots.leavesLots(slot));
      }
    }
  }

  /// Shows every resting order: bids from the best price, then asks from the best price, the oldest
  /// first at each price.
  public void forEach(RestingOrderVisitor visitor) {
    forEach(bids, visitor);
    forEach(asks, visitor);
  }

  /// Shows the resting orders of one side at better prices than one in ticks, in the order of
  /// [#forEach].
  public void forEachBeyond(Side side, long priceTicks, RestingOrderVisitor visitor) {
    PriceLevels levels = levels(side);
    for (int level = levels.best();
        level >= 0 && isBetter(side, levels.price(level), priceTicks);
        level = levels.worse(level)) {
      show(levels, level, visitor);
    }
  }

  /// Adds every resting order: how many bids, the bids from the worst price, the oldest first at
  /// each price, and the asks likewise.
  public void writeTo(StateSink sink) {
    write(bids, sink);
    write(asks, sink);
  }

  /// Reads the orders that rest, into a book in which none do; the listener hears nothing.
  /// [RestingOrders#linkAccounts] must follow when all books are read.
  ///
  /// @param accounts how many accounts there are
  /// @throws org.plimsoll.units.MalformedState if that is no order book
  public void readFrom(StateSource source, int accounts) {
    read(bids, source, accounts);
    read(asks, source, accounts);
  }

  private void read(PriceLevels levels, StateSource source, int accounts) {
    int count = source.count();
    for (int i = 0; i < count; i++) {
      int slot = slots.read(source, market, levels.side(), accounts);
      int level = append(levels, slots.priceTicks(slot), slot);
      source.require(level == levels.best(), "orders are sorted by price");
    }
  }

  private int append(PriceLevels levels, long price, int slot) {
    int level = levels.open(price);
    int last = levels.tail(level);
    slots.stand(slot, level);
    slots.link(last, slot);
    levels.setTail(level, slot);
    if (last == RestingOrders.NONE) {
      levels.setHead(level, slot);
    }
    orderCount++;
    return level;
  }

  private long trade(ClearedOrder taker, int maker, long takerLeaves) {
    long lots = Math.min(takerLeaves, slots.leavesLots(maker));
    long makerOrder = slots.order(maker);
    int makerAccount = slots.account(maker);
    slots.reduce(maker, lots);
    listener.onTrade(
        makerOrder,
        makerAccount,
        taker.order(),
        taker.account(),
        taker.side(),
        slots.priceTicks(maker),
        lots);
    if (slots.leavesLots(maker) == 0) {
      unlink(maker);
      listener.onFilled(makerOrder, makerAccount);
    }
    return lots;
  }

  private void settleRest(ClearedOrder taker, long leaves) {
    if (taker.timeInForce().mayRest()) {
      rest(taker, leaves);
      listener.onRested(taker.order(), taker.account(), taker.side(), taker.limitTicks(), leaves);
    } else {
      listener.onExhausted(taker.order(), taker.account(), leaves);
    }
  }

  private void rest(ClearedOrder order, long leaves) {
    int slot = slots.take(order, market, leaves);
    append(levels(order.side()), order.limitTicks(), slot);
  }

  private void unlink(int slot) {
    PriceLevels levels = levels(slots.side(slot));
    int earlier = slots.previous(slot);
    int later = slots.next(slot);
    if (earlier == RestingOrders.NONE || later == RestingOrders.NONE) {
      int level = slots.level(slot);
      if (earlier == later) {
        levels.close(level);
      } else if (earlier == RestingOrders.NONE) {
        levels.setHead(level, later);
      } else {
        levels.setTail(level, earlier);
      }
    }
    slots.link(earlier, later);
    orderCount--;
    slots.give(slot);
  }

  private boolean crosses(Side side, long limitTicks) {
    PriceLevels opposite = levels(side.opposite());
    return opposite.best() >= 0 && trades(side, limitTicks, opposite.price(opposite.best()));
  }

  private void write(PriceLevels levels, StateSink sink) {
    int[] byPrice = worstFirst(levels);
    sink.add(count(levels, byPrice));
    for (int level : byPrice) {
      for (int slot = levels.head(level); slot != RestingOrders.NONE; slot = slots.next(slot)) {
        slots.write(slot, sink);
      }
    }
  }

  private static int[] worstFirst(PriceLevels levels) {
    int count = 0;
    for (int level = levels.best(); level >= 0; level = levels.worse(level)) {
      count++;
    }
    int[] byPrice = new int[count];
    for (int level = levels.best(); level >= 0; level = levels.worse(level)) {
      byPrice[--count] = level;
    }
    return byPrice;
  }

  private int count(PriceLevels levels, int[] byPrice) {
    int count = 0;
    for (int level : byPrice) {
      for (int slot = levels.head(level); slot != RestingOrders.NONE; slot = slots.next(slot)) {
        count++;
      }
    }
    return count;
  }

  private void forEach(PriceLevels levels, RestingOrderVisitor visitor) {
    for (int level = levels.best(); level >= 0; level = levels.worse(level)) {
      show(levels, level, visitor);
    }
  }

  private void show(PriceLevels levels, int level, RestingOrderVisitor visitor) {
    for (int slot = levels.head(level); slot != RestingOrders.NONE; slot = slots.next(slot)) {
      visitor.visit(
          slots.order(slot),
          slots.account(slot),
          slots.side(slot),
          slots.priceTicks(slot),
          slots.leavesLots(slot));
    }
  }

  private static boolean isBetter(Side side, long priceTicks, long thanTicks) {
    return side == Side.BUY ? priceTicks > thanTicks : priceTicks < thanTicks;
  }

  private static boolean trades(Side takerSide, long limitTicks, long priceTicks) {
    return takerSide == Side.BUY ? priceTicks <= limitTicks : priceTicks >= limitTicks;
  }

  private PriceLevels levels(Side side) {
    return side == Side.BUY ? bids : asks;
  }
}
