package org.plimsoll.protocol;

/// What happens to the prices by which the venue values things.
public sealed interface PriceEvent extends DeskEvent {
  /// An asset is valued at a new price from here on.
  record MarkPriceSet(int asset, long priceE9) implements PriceEvent {}

  /// A future is valued at a new price from here on.
  record FutureMarkSet(int market, long priceTicks) implements PriceEvent {}

  /// The index of an asset that is read off a market of the venue has moved.
  ///
  /// @param priceE9 billionths of a whole unit of account for a whole unit of the asset, positive
  record IndexPriceSet(int asset, long priceE9) implements PriceEvent {}

  /// The funding of a perpetual is known for the hour that has ended, and is paid.
  ///
  /// @param rateE9 what a long pays for a unit of notional; negative where it receives
  record FundingRateSet(int market, long rateE9) implements PriceEvent {}

  /// A part of a funding payment was not paid, because a balance had reached its bound. It stays
  /// with the position as cost and is paid with what is settled later.
  ///
  /// @param amount what the position owes, in the smallest unit of account; negative where it is
  ///   owed
  record FundingDeferred(int market, int account, long amount) implements PriceEvent {}
}
