package org.plimsoll.bench.orders;

import org.plimsoll.matching.Gatekeeper;
import org.plimsoll.matching.OrderBook;
import org.plimsoll.matching.OrderBookListener;
import org.plimsoll.matching.RestingOrders;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// This project's order book, with every gate open.
public final class PlimsollBook extends Gatekeeper implements BookUnderTest, OrderBookListener {
  private final OrderBook book = new OrderBook(0, this, new RestingOrders());
  private final TradeTape tape = new TradeTape();
  private long leaves;

  @Override
  public void play(OrderStream stream, int from, int to) {
    for (int i = from; i < to; i++) {
      switch (stream.kind(i)) {
        case OrderStream.PLACE -> enter(stream, i, stream.size(i), TimeInForce.GOOD_TILL_CANCELED);
        case OrderStream.IMMEDIATE ->
            enter(stream, i, stream.size(i), TimeInForce.IMMEDIATE_OR_CANCEL);
        case OrderStream.CANCEL -> book.remove(stream.order(i));
        case OrderStream.REDUCE -> {
          book.remove(stream.order(i));
          enter(stream, i, leaves - stream.size(i), TimeInForce.GOOD_TILL_CANCELED);
        }
        default -> {
          book.remove(stream.order(i));
          enter(stream, i, leaves, TimeInForce.GOOD_TILL_CANCELED);
        }
      }
    }
  }

  private void enter(OrderStream stream, int i, long lots, TimeInForce timeInForce) {
    Side side = stream.buys(i) ? Side.BUY : Side.SELL;
    book.enter(
        clear(
            stream.order(i),
            stream.account(i),
            side,
            stream.price(i),
            lots,
            timeInForce,
            0,
            false));
  }

  @Override
  public TradeTape tape() {
    return tape;
  }

  @Override
  public long restingOrders() {
    return book.orderCount();
  }

  @Override
  public void onTrade(
      long makerOrder,
      int makerAccount,
      long takerOrder,
      int takerAccount,
      Side takerSide,
      long priceTicks,
      long quantityLots) {
    tape.trade(makerOrder, takerOrder, priceTicks, quantityLots);
  }

  @Override
  public void onRemoved(long order, int account, Side side, long priceTicks, long leavesLots) {
    leaves = leavesLots;
  }

  @Override
  public void onFilled(long order, int account) {
    // told by the trade already
  }

  @Override
  public void onRested(long order, int account, Side side, long priceTicks, long leavesLots) {
    // nobody asks
  }

  @Override
  public void onExhausted(long order, int account, long leavesLots) {
    // nobody asks
  }

  @Override
  public void onSelfTrade(long order, int account, long leavesLots) {
    throw new IllegalStateException("the stream has no trade of anybody with himself");
  }

  @Override
  public void onWouldTake(long order, int account, long leavesLots) {
    throw new IllegalStateException("the stream has no post-only order");
  }

  @Override
  public void onUnfillable(long order, int account, long leavesLots) {
    throw new IllegalStateException("the stream has no fill-or-kill order");
  }
}
