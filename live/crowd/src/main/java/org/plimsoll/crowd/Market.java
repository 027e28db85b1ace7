package org.plimsoll.crowd;

import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.databind.JsonNode;

/// A market as the exchange lists it.
///
/// @param name such as `BTC/USD`
/// @param coin what is traded, or what a future is on
/// @param kind what sort of market it is
/// @param tick the price step, in dollars
/// @param lot the quantity step, in coins
/// @param least the smallest order, in coins
record Market(
    String name, String coin, Kind kind, BigDecimal tick, BigDecimal lot, BigDecimal least) {
  /// What sort of market it is.
  enum Kind {
    /// Coins for money.
    SPOT,
    /// Shares of a fund for money.
    TOKEN,
    /// A future that never ends.
    PERPETUAL,
    /// A future that ends.
    DATED;

    /// Returns whether a position is held, and not coins.
    boolean isFuture() {
      return this == PERPETUAL || this == DATED;
    }
  }

  static Market of(JsonNode json) {
    boolean isSpot = json.path("type").asString().equals("spot");
    return new Market(
        json.path("name").asString(),
        json.path(isSpot ? "baseCurrency" : "underlying").asString(),
        kind(json, isSpot),
        json.path("priceIncrement").decimalValue(),
        json.path("sizeIncrement").decimalValue(),
        json.path("minProvideSize").decimalValue());
  }

  private static Kind kind(JsonNode json, boolean isSpot) {
    if (isSpot) {
      return json.path("isEtfMarket").asBoolean() ? Kind.TOKEN : Kind.SPOT;
    }
    return json.path("futureType").asString().equals("perpetual") ? Kind.PERPETUAL : Kind.DATED;
  }

  /// Returns the next price on the grid that is no better for the other side.
  BigDecimal price(Side side, double dollars) {
    return steps(tick, dollars, side == Side.BUY ? RoundingMode.FLOOR : RoundingMode.CEILING);
  }

  /// Returns the next smaller quantity; less than the smallest order is nothing.
  BigDecimal size(double coins) {
    BigDecimal size = steps(lot, coins, RoundingMode.FLOOR);
    return size.compareTo(least) < 0 ? BigDecimal.ZERO : size;
  }

  private static BigDecimal steps(BigDecimal step, double amount, RoundingMode mode) {
    return new BigDecimal(Double.toString(amount)).divide(step, 0, mode).multiply(step);
  }
}
