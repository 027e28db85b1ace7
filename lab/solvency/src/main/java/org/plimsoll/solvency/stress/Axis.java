package org.plimsoll.solvency.stress;

/// A way in which a book can be brought to break, one thing at a time.
public sealed interface Axis {
  /// The price of one asset falls.
  ///
  /// @param asset its id
  record PriceFall(String asset) implements Axis {}

  /// The prices of all assets but the book's currency fall together.
  record AllPricesFall() implements Axis {}

  /// A part of what can be demanded now is demanded.
  record Withdrawal() implements Axis {}

  /// All markets lose a part of their depth, and everything that must be sold is sold at once.
  record LossOfDepth() implements Axis {}

  /// Nobody is exempt from being sold out any more, and what the exempt pledged is sold at once.
  record ExemptionsEnd() implements Axis {}

  /// A party pays nothing any more, and what it issued is worthless.
  ///
  /// @param party its id
  record DefaultOf(String party) implements Axis {}

  /// Returns whether it happens in full or not at all.
  default boolean isAllOrNothing() {
    return switch (this) {
      case PriceFall(_), AllPricesFall(), Withdrawal(), LossOfDepth() -> false;
      case ExemptionsEnd(), DefaultOf(_) -> true;
    };
  }

  /// Returns the axis in words.
  default String words() {
    return switch (this) {
      case PriceFall(String asset) -> "fall of " + asset;
      case AllPricesFall() -> "fall of all prices";
      case Withdrawal() -> "withdrawals";
      case LossOfDepth() -> "loss of depth, sold at once";
      case ExemptionsEnd() -> "end of exemptions, sold at once";
      case DefaultOf(String party) -> "default of " + party;
    };
  }
}
