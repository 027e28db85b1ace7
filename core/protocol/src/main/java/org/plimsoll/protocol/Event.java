package org.plimsoll.protocol;

import org.plimsoll.ledger.Cause;
import org.plimsoll.units.Side;

/// What happened at a venue. Every applied or refused command gives a [CommandSequenced] first and
/// then its events, in the order in which they happened.
public sealed interface Event {
  /// A command has its place in history.
  ///
  /// @param sequence the venue's count of commands, from 1
  record CommandSequenced(long sequence, int client, long clientSequence) implements Event {}

  /// The command changed nothing.
  ///
  /// @param reason the first reason, in the order of [RefusalReason], that stood in its way
  /// @param required what the rule asked for; what it counts is said at the reason
  /// @param available what there was
  record CommandRefused(RefusalReason reason, long required, long available) implements Event {}

  /// An asset was added.
  record AssetDefined(Command.DefineAsset definition) implements Event {}

  /// An asset counts as collateral as stated.
  record CollateralSet(Command.SetCollateral setting) implements Event {}

  /// An account was opened.
  record AccountOpened(Command.OpenAccount opening) implements Event {}

  /// A custody location was opened.
  record CustodyOpened(Command.OpenCustody opening) implements Event {}

  /// A market was listed.
  record MarketListed(Command.ListMarket listing) implements Event {}

  /// An outside price is known; the mark does not yet move.
  record IndexPricePublished(Command.PublishIndexPrice price) implements Event {}

  /// The venue's clock moved.
  record TimeAdvanced(long timestampNs) implements Event {}

  /// An asset is valued at a new price from here on.
  record MarkPriceSet(int asset, long priceE9) implements Event {}

  /// A version of the rules binds from here on.
  record RulesActivated(int version) implements Event {}

  /// Money moved between two ledger accounts.
  ///
  /// @param from address of the ledger account that gave (see [org.plimsoll.ledger.LedgerAccount])
  /// @param to address of the ledger account that received
  record TransferPosted(Cause cause, int asset, int from, int to, long amount) implements Event {}

  /// A limit order passed every gate.
  ///
  /// @param order its number at the venue, from 1
  record LimitOrderAccepted(
      long order, int account, int market, Side side, long priceTicks, long quantityLots)
      implements Event {}

  /// A market order passed every gate.
  record MarketOrderAccepted(long order, int account, int market, Side side, long quantityLots)
      implements Event {}

  /// Two orders matched.
  ///
  /// @param takerSide the side of the order that came later
  record TradeExecuted(
      int market,
      long makerOrder,
      long takerOrder,
      int makerAccount,
      int takerAccount,
      Side takerSide,
      long priceTicks,
      long quantityLots)
      implements Event {}

  /// An order, or what was left of it, was taken away.
  ///
  /// @param leavesLots the quantity that did not trade
  record OrderCanceled(long order, int account, int market, long leavesLots, CancelCause cause)
      implements Event {}
}
