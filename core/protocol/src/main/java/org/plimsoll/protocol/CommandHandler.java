package org.plimsoll.protocol;

import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// Takes commands one at a time: [#begin], one `on...` call, [#end].
///
/// The calls that make up a trading day have primitive arguments, so that nothing is allocated for
/// them; the others carry their record. What each argument means is said at the record of the same
/// name in [Command].
public interface CommandHandler {
  /// Announces a command and its sender.
  ///
  /// @return whether the command itself is wanted; if not, neither it nor [#end] follows
  boolean begin(int client, long clientSequence);

  void onDesk(DeskCommand command);

  void onPlaceLimitOrder(
      int account,
      int market,
      Side side,
      long priceTicks,
      long quantityLots,
      TimeInForce timeInForce,
      long clientOrder,
      boolean isReduceOnly);

  void onPlaceMarketOrder(
      int account,
      int market,
      Side side,
      long quantityLots,
      long clientOrder,
      boolean isReduceOnly);

  void onCancelOrder(int account, int market, long order);

  void onCancelClientOrder(int account, long clientOrder);

  void onAmendOrder(
      int account, int market, long order, long priceTicks, long quantityLots, long clientOrder);

  /// Ends the command that [#begin] announced.
  void end();
}
