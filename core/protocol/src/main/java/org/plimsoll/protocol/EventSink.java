package org.plimsoll.protocol;

import org.plimsoll.ledger.Cause;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// Fed with everything that happens at a venue, in order. The calls mirror the records of [Event]:
/// those of a trading day have primitive arguments, so that nothing is allocated for them; the
/// others carry their record.
public interface EventSink {
  void onCommandSequenced(long sequence, int client, long clientSequence);

  void onCommandRefused(RefusalReason reason, long required, long available);

  void onCommandApplied(DeskCommand command);

  void onTransferPosted(Cause cause, int asset, int from, int to, long amount);

  void onLimitOrderAccepted(
      long order,
      int account,
      int market,
      Side side,
      long priceTicks,
      long quantityLots,
      TimeInForce timeInForce,
      long clientOrder,
      boolean isReduceOnly);

  void onMarketOrderAccepted(
      long order,
      int account,
      int market,
      Side side,
      long quantityLots,
      long clientOrder,
      boolean isReduceOnly);

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

  void onDesk(DeskEvent event);
}
