package org.plimsoll.matching;

import org.plimsoll.units.Side;

/// An order that passed every gate: the only thing that an [OrderBook] takes. Nothing but a
/// [Gatekeeper] can make one.
///
/// A gatekeeper uses one object again and again, so it is good until the next order is cleared.
public final class ClearedOrder {
  private long order;
  private int account;
  private Side side = Side.BUY;
  private long limitTicks;
  private long quantityLots;
  private boolean rests;

  ClearedOrder() {}

  ClearedOrder of(
      long order, int account, Side side, long limitTicks, long quantityLots, boolean rests) {
    this.order = order;
    this.account = account;
    this.side = side;
    this.limitTicks = limitTicks;
    this.quantityLots = quantityLots;
    this.rests = rests;
    return this;
  }

  /// Returns the order's number.
  public long order() {
    return order;
  }

  /// Returns the number of the account that owns it.
  public int account() {
    return account;
  }

  /// Returns whether it buys or sells.
  public Side side() {
    return side;
  }

  /// Returns the worst price at which it trades, in ticks.
  public long limitTicks() {
    return limitTicks;
  }

  /// Returns how many lots it wants, positive.
  public long quantityLots() {
    return quantityLots;
  }

  /// Returns whether what does not trade at once stays in the order book.
  public boolean rests() {
    return rests;
  }
}
