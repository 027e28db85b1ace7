package org.plimsoll.matching;

import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

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
  private TimeInForce timeInForce = TimeInForce.GOOD_TILL_CANCELED;
  private long clientOrder;
  private boolean isReduceOnly;

  ClearedOrder() {}

  ClearedOrder of(long order, int account, Side side, long limitTicks, long quantityLots) {
    this.order = order;
    this.account = account;
    this.side = side;
    this.limitTicks = limitTicks;
    this.quantityLots = quantityLots;
    return this;
  }

  ClearedOrder as(TimeInForce timeInForce, long clientOrder, boolean isReduceOnly) {
    this.timeInForce = timeInForce;
    this.clientOrder = clientOrder;
    this.isReduceOnly = isReduceOnly;
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

  /// Returns what becomes of it where it cannot trade at once, or not wholly.
  public TimeInForce timeInForce() {
    return timeInForce;
  }

  /// Returns the name that its owner gave it, or 0.
  public long clientOrder() {
    return clientOrder;
  }

  /// Returns whether it may only make a position smaller.
  public boolean isReduceOnly() {
    return isReduceOnly;
  }
}
