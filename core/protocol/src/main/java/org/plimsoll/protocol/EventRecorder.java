package org.plimsoll.protocol;

import java.util.function.Consumer;
import org.plimsoll.ledger.Cause;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// Turns the calls of an [EventSink] into records: calls in, records out. For views, tests and
/// whoever prefers a pattern switch to speed.
public final class EventRecorder implements EventSink {
  private final Consumer<Event> receiver;

  /// Creates a recorder that hands each event to `receiver` as it happens.
  public EventRecorder(Consumer<Event> receiver) {
    this.receiver = receiver;
  }

  @Override
  public void onCommandSequenced(long sequence, int client, long clientSequence) {
    receiver.accept(new Event.CommandSequenced(sequence, client, clientSequence));
  }

  @Override
  public void onCommandRefused(RefusalReason reason, long required, long available) {
    receiver.accept(new Event.CommandRefused(reason, required, available));
  }

  @Override
  public void onCommandApplied(DeskCommand command) {
    receiver.accept(new Event.CommandApplied(command));
  }

  @Override
  public void onTransferPosted(Cause cause, int asset, int from, int to, long amount) {
    receiver.accept(new Event.TransferPosted(cause, asset, from, to, amount));
  }

  @Override
  public void onLimitOrderAccepted(
      long order,
      int account,
      int market,
      Side side,
      long priceTicks,
      long quantityLots,
      TimeInForce timeInForce,
      long clientOrder,
      boolean isReduceOnly) {
    receiver.accept(
        new OrderEvent.LimitOrderAccepted(
            order,
            account,
            market,
            side,
            priceTicks,
            quantityLots,
            timeInForce,
            clientOrder,
            isReduceOnly));
  }

  @Override
  public void onMarketOrderAccepted(
      long order,
      int account,
      int market,
      Side side,
      long quantityLots,
      long clientOrder,
      boolean isReduceOnly) {
    receiver.accept(
        new OrderEvent.MarketOrderAccepted(
            order, account, market, side, quantityLots, clientOrder, isReduceOnly));
  }

  @Override
  public void onTradeExecuted(
      int market,
      long makerOrder,
      long takerOrder,
      int makerAccount,
      int takerAccount,
      Side takerSide,
      long priceTicks,
      long quantityLots) {
    receiver.accept(
        new OrderEvent.TradeExecuted(
            market,
            makerOrder,
            takerOrder,
            makerAccount,
            takerAccount,
            takerSide,
            priceTicks,
            quantityLots));
  }

  @Override
  public void onOrderCanceled(
      long order, int account, int market, long leavesLots, CancelCause cause) {
    receiver.accept(new OrderEvent.OrderCanceled(order, account, market, leavesLots, cause));
  }

  @Override
  public void onDesk(DeskEvent event) {
    receiver.accept(event);
  }
}
