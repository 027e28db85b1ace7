package org.plimsoll.protocol;

/// What happens to the prices by which the venue values things.
public sealed interface PriceEvent extends DeskEvent {
  /// An asset is valued at a new price from here on.
  record MarkPriceSet(int asset, long priceE9) implements PriceEvent {}
}
