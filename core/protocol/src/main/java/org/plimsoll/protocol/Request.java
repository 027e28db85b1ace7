package org.plimsoll.protocol;

/// A command with its sender's number for it.
///
/// @param client who sends, 0 upward
/// @param clientSequence the sender's count, from 1, not necessarily without gaps. A command uses
///   its number up whether it is applied or refused; a number that is not above the last one used
///   is refused as a repeat and changes nothing but the venue's own count of commands. So every
///   command is safe to send again, and one that was refused is tried again under a new number
/// @param command what is asked
public record Request(int client, long clientSequence, Command command) {
  /// Calls `handler` as the decoded bytes of this request would.
  public void deliverTo(CommandHandler handler) {
    if (handler.begin(client, clientSequence)) {
      deliverCommand(handler);
      handler.end();
    }
  }

  private void deliverCommand(CommandHandler handler) {
    switch (command) {
      case DeskCommand c -> handler.onDesk(c);
      case OrderCommand.PlaceLimitOrder c ->
          handler.onPlaceLimitOrder(
              c.account(),
              c.market(),
              c.side(),
              c.priceTicks(),
              c.quantityLots(),
              c.timeInForce(),
              c.clientOrder(),
              c.isReduceOnly());
      case OrderCommand.PlaceMarketOrder c ->
          handler.onPlaceMarketOrder(
              c.account(),
              c.market(),
              c.side(),
              c.quantityLots(),
              c.clientOrder(),
              c.isReduceOnly());
      case OrderCommand.CancelOrder c -> handler.onCancelOrder(c.account(), c.market(), c.order());
      case OrderCommand.CancelClientOrder c ->
          handler.onCancelClientOrder(c.account(), c.clientOrder());
      case OrderCommand.AmendOrder c ->
          handler.onAmendOrder(
              c.account(),
              c.market(),
              c.order(),
              c.priceTicks(),
              c.quantityLots(),
              c.clientOrder());
    }
  }
}
