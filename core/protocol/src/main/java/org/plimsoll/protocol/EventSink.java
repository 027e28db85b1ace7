package org.plimsoll.protocol;

import org.plimsoll.ledger.Cause;
import org.plimsoll.units.Side;

/// Fed with everything that happens at a venue, in order. The calls mirror the records of [Event]:
/// those of a trading day have primitive arguments, so that nothing is allocated for them.
public interface EventSink {
  void onCommandSequenced(long sequence, int client, long clientSequence);

  void onCommandRefused(RefusalReason reason, long required, long available);

  void onAssetDefined(Event.AssetDefined event);

  void onCollateralSet(Event.CollateralSet event);

  void onAccountOpened(Event.AccountOpened event);

  void onCustodyOpened(Event.CustodyOpened event);

  void onMarketListed(Event.MarketListed event);

  void onIndexPricePublished(Event.IndexPricePublished event);

  void onTimeAdvanced(long timestampNs);

  void onMarkPriceSet(int asset, long priceE9);

  void onRulesActivated(int version);

  void onTransferPosted(Cause cause, int asset, int from, int to, long amount);

  void onLimitOrderAccepted(
      long order, int account, int market, Side side, long priceTicks, long quantityLots);

  void onMarketOrderAccepted(long order, int account, int market, Side side, long quantityLots);

  void onTradeExecuted(
      int market,
      long makerOrder,
      long takerOrder,
      int makerAccount,
      int takerAccount,
      Side takerSide,
      long priceTicks,
      long quantityLots);

  void onOrderCanceled(long order, int account, int market, long leavesLots, CancelCause cause);
}
