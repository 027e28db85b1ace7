package org.plimsoll.solvency.book;

import java.math.BigDecimal;

/// How much of an asset its market takes.
///
/// What the book does not say is at least 0 and otherwise unknown: no model may take a missing
/// depth for a deep market.
///
/// @param asset the id of the asset sold
/// @param depth log-depth in units of the asset: selling x units moves the log price by -x/depth
/// @param adv average daily volume, in the book's currency
/// @param dailyVol standard deviation of a day's log return, as a fraction: 0.02 is 2 %
/// @param visibleDepth bids within 2 % of the mid price, in the book's currency
/// @param participation the part of a day's volume that one seller can be, above 0 and at most 1
public record Market(
    String asset,
    Figure depth,
    Figure adv,
    Figure dailyVol,
    Figure visibleDepth,
    BigDecimal participation) {
  /// A fifth of the volume, where the book names no other part.
  public static final BigDecimal DEFAULT_PARTICIPATION = new BigDecimal("0.2");

  public Market {
    depth = depth.asQuantity();
    adv = adv.asQuantity();
    dailyVol = dailyVol.asQuantity();
    visibleDepth = visibleDepth.asQuantity();
    participation = Decimals.canonical(participation);
    if (participation.signum() <= 0 || participation.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("participation " + participation + " is not in (0, 1]");
    }
  }

  /// Returns a market of which only the log-depth is told.
  public Market(String asset, Figure depth) {
    this(asset, depth, UNTOLD, UNTOLD, UNTOLD, DEFAULT_PARTICIPATION);
  }

  private static final Figure UNTOLD = Figure.of(Interval.UNKNOWN);
}
