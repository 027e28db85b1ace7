package org.plimsoll.bench.orders;

import exchange.core2.collections.objpool.ObjectsPool;
import exchange.core2.core.common.CoreSymbolSpecification;
import exchange.core2.core.common.MatcherEventType;
import exchange.core2.core.common.MatcherTradeEvent;
import exchange.core2.core.common.OrderAction;
import exchange.core2.core.common.OrderType;
import exchange.core2.core.common.SymbolType;
import exchange.core2.core.common.cmd.OrderCommand;
import exchange.core2.core.common.config.LoggingConfiguration;
import exchange.core2.core.orderbook.IOrderBook;
import exchange.core2.core.orderbook.OrderBookDirectImpl;
import exchange.core2.core.orderbook.OrderBookEventsHelper;

/// exchange-core 0.5.3, its "direct" order book, by its own commands: place, cancel, move, reduce.
/// Since it lets a reduced order keep its place in the queue and the stream does not, a reduced
/// order is moved to its own price as well.
public final class ExchangeCoreBook implements BookUnderTest {
  private final IOrderBook book =
      new OrderBookDirectImpl(
          CoreSymbolSpecification.builder()
              .symbolId(1)
              .type(SymbolType.FUTURES_CONTRACT)
              .baseCurrency(1)
              .quoteCurrency(2)
              .baseScaleK(1)
              .quoteScaleK(1)
              .build(),
          ObjectsPool.createDefaultTestPool(),
          new OrderBookEventsHelper(MatcherTradeEvent::new),
          LoggingConfiguration.DEFAULT);
  private final OrderCommand command = new OrderCommand();
  private final TradeTape tape = new TradeTape();

  @Override
  public void play(OrderStream stream, int from, int to) {
    for (int i = from; i < to; i++) {
      command.orderId = stream.order(i);
      command.uid = stream.account(i);
      command.price = stream.price(i);
      command.size = stream.size(i);
      command.matcherEvent = null;
      switch (stream.kind(i)) {
        case OrderStream.PLACE -> place(stream.buys(i), OrderType.GTC);
        case OrderStream.IMMEDIATE -> place(stream.buys(i), OrderType.IOC);
        case OrderStream.CANCEL -> book.cancelOrder(command);
        case OrderStream.REDUCE -> {
          book.reduceOrder(command);
          command.matcherEvent = null;
          book.moveOrder(command);
        }
        default -> book.moveOrder(command);
      }
      tell();
    }
  }

  private void place(boolean buys, OrderType type) {
    command.action = buys ? OrderAction.BID : OrderAction.ASK;
    command.orderType = type;
    command.reserveBidPrice = command.price;
    book.newOrder(command);
  }

  private void tell() {
    for (MatcherTradeEvent event = command.matcherEvent; event != null; event = event.nextEvent) {
      if (event.eventType == MatcherEventType.TRADE) {
        tape.trade(event.matchedOrderId, command.orderId, event.price, event.size);
      }
    }
  }

  @Override
  public TradeTape tape() {
    return tape;
  }

  @Override
  public long restingOrders() {
    return book.getOrdersNum(OrderAction.BID) + (long) book.getOrdersNum(OrderAction.ASK);
  }
}
