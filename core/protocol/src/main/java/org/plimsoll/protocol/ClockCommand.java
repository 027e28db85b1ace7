package org.plimsoll.protocol;

/// What moves the venue without a customer: prices, time and rules.
public sealed interface ClockCommand extends DeskCommand {
  /// States an asset's price outside. It enters margin as the mark at the next [AdvanceTime].
  ///
  /// @param priceE9 billionths of a whole unit of account for a whole unit of the asset, positive
  record PublishIndexPrice(int asset, long priceE9) implements ClockCommand {}

  /// Lets an asset's index reach its mark, and the marks of its futures, only so fast: no faster
  /// than a fifth in five minutes. Off until set.
  record SetPriceClamp(int asset, boolean isClamped) implements ClockCommand {}

  /// States where an asset's index comes from: a spot market of this venue, or [#PUBLISHED].
  record SetIndexSource(int asset, int market) implements ClockCommand {
    /// Stands for prices that somebody publishes.
    public static final int PUBLISHED = -1;
  }

  /// Moves the venue's clock, samples the marks, and does what is due.
  ///
  /// @param timestampNs nanoseconds since 1970 in UTC, never before the last
  /// @param entropy randomness for the rules that ask for it: the venue never draws
  record AdvanceTime(long timestampNs, long entropy) implements ClockCommand {}

  /// Lets a later version of the rules bind from here on. Earlier journals replay unchanged.
  record ActivateRules(int version) implements ClockCommand {}
}
