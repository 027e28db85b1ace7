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

  /// A dated future has expired. It is delisted, and its positions are closed at this price, which
  /// is its mark for good.
  ///
  /// @param priceTicks the mean of the index over its last hour, to the tick below
  record FutureExpired(int market, long priceTicks) implements PriceEvent {}

  /// A position was closed at the price at which its future expired. What it has earned is paid
  /// like any settlement.
  ///
  /// @param lots that it was of, negative where it was short
  record PositionExpired(int market, int account, long lots) implements PriceEvent {}

  /// A part of what a position earned or lost until its future expired was not paid, because a
  /// balance had reached its bound. It stays with the account and is paid with what is settled
  /// later.
  ///
  /// @param amount what the account owes, in the smallest unit of account; negative where it is
  ///   owed
  record SettlementDeferred(int market, int account, long amount) implements PriceEvent {}

  /// A part of a funding payment was not paid, because a balance had reached its bound. It stays
  /// with the position as cost and is paid with what is settled later.
  ///
  /// @param amount what the position owes, in the smallest unit of account; negative where it is
  ///   owed
  record FundingDeferred(int market, int account, long amount) implements PriceEvent {}
}
