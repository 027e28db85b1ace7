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
      case Command.DefineAsset c -> handler.onDefineAsset(c);
      case Command.SetCollateral c -> handler.onSetCollateral(c);
      case Command.OpenAccount c -> handler.onOpenAccount(c);
      case Command.OpenCustody c -> handler.onOpenCustody(c);
      case Command.ListMarket c -> handler.onListMarket(c);
      case Command.PublishIndexPrice c -> handler.onPublishIndexPrice(c);
      case Command.AdvanceTime c -> handler.onAdvanceTime(c);
      case Command.ActivateRules c -> handler.onActivateRules(c);
      case Command.DepositAsset c -> handler.onDepositAsset(c);
      case Command.WithdrawAsset c -> handler.onWithdrawAsset(c);
      case Command.PlaceLimitOrder c ->
          handler.onPlaceLimitOrder(
              c.account(), c.market(), c.side(), c.priceTicks(), c.quantityLots());
      case Command.PlaceMarketOrder c ->
          handler.onPlaceMarketOrder(c.account(), c.market(), c.side(), c.quantityLots());
      case Command.CancelOrder c -> handler.onCancelOrder(c.account(), c.market(), c.order());
    }
  }
}
