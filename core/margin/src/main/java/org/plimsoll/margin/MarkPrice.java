package org.plimsoll.margin;

import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;

/// The price that margin counts at. Prices are billionths and positive; 0 stands for one that is
/// not there.
///
/// Source: FTX help center articles 360027659172 and 360027668712.
public final class MarkPrice {
  private MarkPrice() {}

  /// Returns the price of a market that trades: the median of best bid, best ask and last trade,
  /// which is the last trade held between bid and ask.
  ///
  /// A missing bid is below, and a missing ask above, every price, so the last trade of a market
  /// without orders is its mark. One that never traded has the index in place of a last trade. The
  /// sources name no rule for what is missing. 0 comes of a market without any of this.
  ///
  /// @param bidE9 best bid, below the best ask where both are there
  /// @param askE9 best ask
  /// @param lastE9 last trade
  /// @param indexE9 index
  public static long tradingE9(long bidE9, long askE9, long lastE9, long indexE9) {
    long middleE9 = lastE9 == 0 ? indexE9 : lastE9;
    return Math.max(bidE9, Math.min(askE9 == 0 ? Long.MAX_VALUE : askE9, middleE9));
  }

  /// Returns the price of a market that is paused: the index with the last premium it had, rounded
  /// down, at least one billionth. The premium is taken as the exact ratio of two prices, so while
  /// the index stands still, so does the mark.
  ///
  /// @param indexE9 positive; a result that does not fit is the largest `long`
  /// @param lastMarkE9 the last mark before the pause, not negative
  /// @param lastIndexE9 the index at that time, positive
  public static long pausedE9(long indexE9, long lastMarkE9, long lastIndexE9) {
    return Math.max(1, Exact.mulDivOrMax(indexE9, lastMarkE9, lastIndexE9, Rounding.FLOOR));
  }
}
