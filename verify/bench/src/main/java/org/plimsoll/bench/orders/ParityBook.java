package org.plimsoll.bench.orders;

import com.paritytrading.parity.match.OrderBook;
import com.paritytrading.parity.match.OrderBookListener;
import com.paritytrading.parity.match.Side;

/// parity-match 0.7.0. It has limit orders and cancels only: what an order has left is canceled and
/// entered anew to move or reduce it, and the rest of an immediate order is canceled.
public final class ParityBook implements BookUnderTest, OrderBookListener {
  private final OrderBook book = new OrderBook(this);
  private final TradeTape tape = new TradeTape();
  private long canceled;
  private long resting;

  @Override
  public void play(OrderStream stream, int from, int to) {
    for (int i = from; i < to; i++) {
      switch (stream.kind(i)) {
        case OrderStream.PLACE -> enter(stream, i, stream.size(i));
        case OrderStream.IMMEDIATE -> {
          enter(stream, i, stream.size(i));
          book.cancel(stream.order(i), 0);
        }
        case OrderStream.CANCEL -> book.cancel(stream.order(i), 0);
        case OrderStream.REDUCE -> {
          book.cancel(stream.order(i), 0);
          enter(stream, i, canceled - stream.size(i));
        }
        default -> {
          book.cancel(stream.order(i), 0);
          enter(stream, i, canceled);
        }
      }
    }
  }

  private void enter(OrderStream stream, int i, long lots) {
    book.enter(stream.order(i), stream.buys(i) ? Side.BUY : Side.SELL, stream.price(i), lots);
  }

  @Override
  public TradeTape tape() {
    return tape;
  }

  @Override
  public long restingOrders() {
    return resting;
  }

  @Override
  public void match(
      long restingOrder, long incoming, Side side, long price, long executed, long remaining) {
    tape.trade(restingOrder, incoming, price, executed);
    resting -= remaining == 0 ? 1 : 0;
  }

  @Override
  public void add(long order, Side side, long price, long size) {
    resting++;
  }

  @Override
  public void cancel(long order, long canceledLots, long remaining) {
    canceled = canceledLots;
    resting--;
  }
}
