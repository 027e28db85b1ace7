package org.plimsoll.protocol;

import java.util.function.Consumer;
import org.plimsoll.ledger.Cause;
import org.plimsoll.units.Side;

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
  public void onAssetDefined(Event.AssetDefined event) {
    receiver.accept(event);
  }

  @Override
  public void onCollateralSet(Event.CollateralSet event) {
    receiver.accept(event);
  }

  @Override
  public void onAccountOpened(Event.AccountOpened event) {
    receiver.accept(event);
  }

  @Override
  public void onCustodyOpened(Event.CustodyOpened event) {
    receiver.accept(event);
  }

  @Override
  public void onMarketListed(Event.MarketListed event) {
    receiver.accept(event);
  }

  @Override
  public void onIndexPricePublished(Event.IndexPricePublished event) {
    receiver.accept(event);
  }

  @Override
  public void onTimeAdvanced(long timestampNs) {
    receiver.accept(new Event.TimeAdvanced(timestampNs));
  }

  @Override
  public void onMarkPriceSet(int asset, long priceE9) {
    receiver.accept(new Event.MarkPriceSet(asset, priceE9));
  }

  @Override
  public void onRulesActivated(int version) {
    receiver.accept(new Event.RulesActivated(version));
  }

  @Override
  public void onTransferPosted(Cause cause, int asset, int from, int to, long amount) {
    receiver.accept(new Event.TransferPosted(cause, asset, from, to, amount));
  }

  @Override
  public void onLimitOrderAccepted(
      long order, int account, int market, Side side, long priceTicks, long quantityLots) {
    receiver.accept(
        new Event.LimitOrderAccepted(order, account, market, side, priceTicks, quantityLots));
  }

  @Override
  public void onMarketOrderAccepted(
      long order, int account, int market, Side side, long quantityLots) {
    receiver.accept(new Event.MarketOrderAccepted(order, account, market, side, quantityLots));
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
        new Event.TradeExecuted(
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
    receiver.accept(new Event.OrderCanceled(order, account, market, leavesLots, cause));
  }
}
