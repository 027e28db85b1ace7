package org.plimsoll.protocol;

/// A waterfall as data: who takes over what an account in liquidation has, at whose price, and whom
/// a position is closed against. The position in this list is written to journals.
///
/// Sources: FTX help center articles 360027937831 and 360024479392 (2019), 360027668712 (2022); the
/// rank by profit is the one that BitMEX publishes.
public enum LiquidationProfile {
  /// Nobody is liquidated.
  OFF(false, false, false),
  /// Backstop providers, then the largest opposing positions, at the account's zero price.
  FTX_2019(true, false, false),
  /// The same at the zero price of each position.
  FTX_2022(true, true, false),
  /// No backstop: positions are closed against those who gained most with the most leverage.
  DELEVERAGE_BY_PNL(false, true, true);

  private final boolean hasBackstop;
  private final boolean hasPositionZeroPrice;
  private final boolean ranksByProfit;

  LiquidationProfile(boolean hasBackstop, boolean hasPositionZeroPrice, boolean ranksByProfit) {
    this.hasBackstop = hasBackstop;
    this.hasPositionZeroPrice = hasPositionZeroPrice;
    this.ranksByProfit = ranksByProfit;
  }

  /// Returns whether backstop providers take over first, and whoever takes over does so at a price
  /// between the zero price and the mark.
  public boolean hasBackstop() {
    return hasBackstop;
  }

  /// Returns whether a position is closed at its own zero price instead of the account's.
  public boolean hasPositionZeroPrice() {
    return hasPositionZeroPrice;
  }

  /// Returns whether opposing positions are closed by profit and leverage instead of by size.
  public boolean ranksByProfit() {
    return ranksByProfit;
  }
}
