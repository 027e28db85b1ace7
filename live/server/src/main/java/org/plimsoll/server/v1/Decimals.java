package org.plimsoll.server.v1;

import java.math.BigDecimal;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.results.JsonText;
import org.plimsoll.venue.VenueView;

/// What the venue counts in integers, as the decimal that it is.
final class Decimals {
  private static final int E9_DECIMALS = 9;

  private Decimals() {}

  /// Returns `count / 10^decimals`.
  static String of(long count, int decimals) {
    return JsonText.decimal(BigDecimal.valueOf(count, decimals));
  }

  /// Returns a count of billionths.
  static String e9(long count) {
    return of(count, E9_DECIMALS);
  }

  /// Returns a count of billionths, or null where there is none.
  static @Nullable String e9(OptionalLong count) {
    return count.isPresent() ? e9(count.getAsLong()) : null;
  }

  /// Returns so many lots of a market, in whole units of its base.
  static String size(VenueView view, MarketListing market, long lots) {
    return size(market, view.asset(market.base()).decimals(), lots);
  }

  /// Returns so many lots of a market, in whole units of its base.
  ///
  /// @param decimals of the base
  static String size(MarketListing market, int decimals, long lots) {
    BigDecimal units = BigDecimal.valueOf(lots).multiply(BigDecimal.valueOf(market.lot()));
    return JsonText.decimal(units.movePointLeft(decimals));
  }

  /// Returns so many ticks of a market, in whole units of account.
  static String price(MarketListing market, long ticks) {
    BigDecimal billionths = BigDecimal.valueOf(ticks).multiply(BigDecimal.valueOf(market.tickE9()));
    return JsonText.decimal(billionths.movePointLeft(E9_DECIMALS));
  }
}
