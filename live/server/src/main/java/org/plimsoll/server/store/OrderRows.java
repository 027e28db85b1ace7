package org.plimsoll.server.store;

import java.util.List;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.Event.CommandApplied;
import org.plimsoll.protocol.Event.TransferPosted;
import org.plimsoll.protocol.LiquidationEvent.LiquidationOrderSent;
import org.plimsoll.protocol.OrderEvent.LimitOrderAccepted;
import org.plimsoll.protocol.OrderEvent.MarketOrderAccepted;
import org.plimsoll.protocol.OrderEvent.OrderCanceled;
import org.plimsoll.protocol.OrderEvent.TradeExecuted;
import org.plimsoll.protocol.TradingCommand.NoteClientOrder;
import org.plimsoll.units.TimeInForce;

/// Orders, trades and fills.
///
/// Whose fee a transfer is follows from its place: those between one trade and the next are of the
/// first, `TAKER_FEE` its taker's, `MAKER_FEE` and `REBATE` its maker's. Both parts of a fee with a
/// share for the fund count. In a future it is the market's settlement that pays, for the position.
final class OrderRows implements Projection {
  private final Rows rows;
  private long liquidation;

  OrderRows(Rows rows) {
    this.rows = rows;
  }

  @Override
  public void on(Event event, List<Event> rest) {
    switch (event) {
      case CommandApplied(NoteClientOrder c) ->
          rows.put(Statement.CLIENT_TEXT, c.account(), c.clientOrder(), c.text().toString());
      case LimitOrderAccepted e -> accept(e, false);
      case MarketOrderAccepted e ->
          rows.put(
              Statement.ORDER,
              e.order(),
              e.account(),
              e.market(),
              e.side().name(),
              true,
              0L,
              e.quantityLots(),
              TimeInForce.IMMEDIATE_OR_CANCEL.name(),
              e.isReduceOnly(),
              e.clientOrder(),
              false,
              rows.nowNs(),
              0L,
              0L,
              Kept.OrderStatus.OPEN.name());
      case LiquidationOrderSent e -> {
        liquidation = e.order();
        accept(limitOrder(e), true);
      }
      case TradeExecuted e -> trade(e, rest);
      case OrderCanceled e ->
          rows.put(Statement.ORDER_CANCELED, rows.nowNs(), e.cause().name(), e.order());
      default -> {}
    }
  }

  private static LimitOrderAccepted limitOrder(LiquidationOrderSent e) {
    return new LimitOrderAccepted(
        e.order(),
        e.account(),
        e.market(),
        e.side(),
        e.limitTicks(),
        e.quantityLots(),
        TimeInForce.IMMEDIATE_OR_CANCEL,
        0,
        false);
  }

  private void accept(LimitOrderAccepted e, boolean isLiquidation) {
    rows.put(
        Statement.ORDER,
        e.order(),
        e.account(),
        e.market(),
        e.side().name(),
        false,
        e.priceTicks(),
        e.quantityLots(),
        e.timeInForce().name(),
        e.isReduceOnly(),
        e.clientOrder(),
        isLiquidation,
        rows.nowNs(),
        0L,
        0L,
        Kept.OrderStatus.OPEN.name());
  }

  private void trade(TradeExecuted e, List<Event> rest) {
    boolean isLiquidation = e.takerOrder() == liquidation;
    long trade =
        rows.add(
            Statement.TRADE,
            rows.nowNs(),
            e.market(),
            e.takerSide().name(),
            e.priceTicks(),
            e.quantityLots(),
            isLiquidation);
    fill(e, trade, true, isLiquidation, rest);
    fill(e, trade, false, isLiquidation, rest);
  }

  private void fill(
      TradeExecuted e, long trade, boolean isMaker, boolean isLiquidation, List<Event> rest) {
    long order = isMaker ? e.makerOrder() : e.takerOrder();
    Fee fee = isMaker ? Fee.ofMaker(rest) : Fee.ofTaker(rest);
    rows.add(
        Statement.FILL,
        rows.nowNs(),
        trade,
        order,
        isMaker ? e.makerAccount() : e.takerAccount(),
        e.market(),
        (isMaker ? e.takerSide().opposite() : e.takerSide()).name(),
        e.priceTicks(),
        e.quantityLots(),
        isMaker,
        fee.asset(),
        fee.amount(),
        isLiquidation);
    long lots = e.quantityLots();
    long cost = e.priceTicks() * lots;
    rows.put(Statement.ORDER_FILLED, lots, cost, lots, rows.nowNs(), lots, order);
  }

  /// What a side of a trade paid for it.
  private record Fee(int asset, long amount) {
    static Fee ofTaker(List<Event> rest) {
      return of(rest, false);
    }

    static Fee ofMaker(List<Event> rest) {
      return of(rest, true);
    }

    private static Fee of(List<Event> rest, boolean isMakers) {
      Fee fee = new Fee(0, 0);
      for (Event event : rest) {
        if (event instanceof TradeExecuted) {
          break;
        }
        if (event instanceof TransferPosted transfer) {
          fee = fee.with(transfer, isMakers);
        }
      }
      return fee;
    }

    private Fee with(TransferPosted t, boolean isMakers) {
      return switch (t.cause()) {
        case TAKER_FEE -> isMakers ? this : new Fee(t.asset(), amount + t.amount());
        case MAKER_FEE -> isMakers ? new Fee(t.asset(), amount + t.amount()) : this;
        case REBATE -> isMakers ? new Fee(t.asset(), amount - t.amount()) : this;
        default -> this;
      };
    }
  }
}
