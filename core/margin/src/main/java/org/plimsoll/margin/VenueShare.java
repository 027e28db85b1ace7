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
  /// A holding that is asked for and not there yet may be more than there is: then it is taken for
  /// all. Where all holdings are past what 64 bits hold nothing counts, since nobody's part can be
  /// told.
  ///
  /// @param quantity positive
  /// @param venueMax how much of all holdings may count, not negative; the largest `long` caps
  ///   nothing
  /// @param held how much there is in all, or the largest `long` if that does not fit
  /// @return 0 to `quantity`, in the smallest unit
  public static long of(long quantity, long venueMax, long held) {
    long all = Math.max(held, quantity);
    if (venueMax >= all) {
      return quantity;
    }
    return all == Long.MAX_VALUE ? 0 : Exact.mulDiv(quantity, venueMax, all, Rounding.FLOOR);
  }
}
