package org.plimsoll.margin;

import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;

/// How much of one holding counts where all holdings of an asset together may count for so much and
/// no more: the part of the cap that the holding is of all. So what counts never comes to more than
/// the cap in all, however it is spread over accounts, and who splits his holding gains nothing.
///
/// Not found in any source; the reason stands in docs/reference/caps.md.
public final class VenueShare {
  private VenueShare() {}

  /// Returns how much of a holding counts, rounded down.
  ///
  /// What is still coming makes all holdings larger by as much: whoever sells it may owe it, so
  /// that it was nobody's before. Where all holdings are past what 64 bits hold nothing counts,
  /// since nobody's part can be told.
  ///
  /// @param quantity positive, what is coming included
  /// @param coming how much of it is not there yet, 0 to `quantity`
  /// @param venueMax how much of all holdings may count, not negative; the largest `long` caps
  ///   nothing
  /// @param held how much there is in all without what is coming, or the largest `long` if that
  ///   does not fit
  /// @return 0 to `quantity`, in the smallest unit
  public static long of(long quantity, long coming, long venueMax, long held) {
    long all = held + Math.min(coming, Long.MAX_VALUE - held);
    if (venueMax >= all) {
      return quantity;
    }
    return all == Long.MAX_VALUE ? 0 : Exact.mulDiv(quantity, venueMax, all, Rounding.FLOOR);
  }
}
