package org.plimsoll.solvency.outlook;

import java.math.BigDecimal;
import java.util.Optional;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.CollateralWeights;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Market;
import org.plimsoll.solvency.impact.ContSchaanningImpact;
import org.plimsoll.solvency.survival.CreditSystem;

/// What is taken for an asset's volatility, depth and lending limit, and where each is taken from.
///
/// @param asset as the book has it
/// @param market as the book has it; empty where it tells none
/// @param chosen volatility that was asked for; empty where none was
record AssetTerms(Asset asset, Optional<Market> market, Optional<Double> chosen) {
  /// A year's volatility of what has a price of its own and none told.
  static final double UNTOLD_VOLATILITY = 0.8;

  /// Debt over collateral at which an account is sold where the book has no weight.
  static final double UNTOLD_LIMIT = 0.8;

  /// The fall over which a book counts visible bids.
  private static final double VISIBLE_FALL = 0.02;

  /// Cont and Schaanning's `c`.
  private static final double VOLUME_SCALE = 0.4;

  /// Where there is no market a sale of all there is brings this part of its mark; a price of zero
  /// cannot be simulated.
  private static final double NO_MARKET_PART = 1 / 500.0;

  /// Where a depth comes from.
  enum DepthSource {
    TOLD(true),
    VISIBLE(true),
    VOLUME(true),
    LIQUID(false),
    ILLIQUID(false),
    UNKNOWN(false);

    private final boolean isOfMarket;

    DepthSource(boolean isOfMarket) {
      this.isOfMarket = isOfMarket;
    }

    /// Whether the book has a figure that it comes from.
    boolean isOfMarket() {
      return isOfMarket;
    }
  }

  static AssetTerms of(Book book, Choices choices, Asset asset) {
    return new AssetTerms(
        asset,
        book.markets().stream().filter(market -> market.asset().equals(asset.id())).findFirst(),
        Optional.ofNullable(choices.volatilities().get(asset.id())));
  }

  /// Whether the book tells the volatility.
  boolean isVolatilityTold() {
    return market.filter(terms -> isTold(terms.dailyVol().value())).isPresent();
  }

  /// Whether the asset is meant not to move against the book's currency.
  boolean isMoney() {
    return asset.kind() == Asset.Kind.FIAT || asset.kind() == Asset.Kind.STABLE;
  }

  /// Per square root of a year.
  double volatility(End end) {
    if (chosen.isPresent()) {
      return chosen.get();
    }
    if (isVolatilityTold()) {
      double daily = end.ofBad(market.orElseThrow().dailyVol().value());
      return daily * StrictMath.sqrt(CreditSystem.DAYS_PER_YEAR);
    }
    return isMoney() ? 0 : UNTOLD_VOLATILITY;
  }

  DepthSource depthSource() {
    if (market.isPresent()) {
      Market terms = market.get();
      if (isTold(terms.depth().value())) {
        return DepthSource.TOLD;
      }
      if (isTold(terms.visibleDepth().value())) {
        return DepthSource.VISIBLE;
      }
      if (isTold(terms.adv().value())) {
        return DepthSource.VOLUME;
      }
    }
    return switch (asset.tier()) {
      case LIQUID -> DepthSource.LIQUID;
      case LESS_LIQUID -> DepthSource.UNKNOWN;
      case ILLIQUID -> DepthSource.ILLIQUID;
    };
  }

  /// Units whose sale moves the log price by one.
  ///
  /// @param units all that anybody has
  double depth(End end, double price, double units) {
    double depth =
        switch (depthSource()) {
          case TOLD -> end.ofGood(market.orElseThrow().depth().value());
          case VISIBLE -> visible(end) / -StrictMath.log1p(-VISIBLE_FALL) / price;
          case VOLUME -> byVolume(end) / price;
          case LIQUID -> Double.POSITIVE_INFINITY;
          case ILLIQUID -> 0;
          case UNKNOWN -> end == End.CAREFUL ? 0 : Double.POSITIVE_INFINITY;
        };
    double bounded = StrictMath.max(depth, units * NO_MARKET_PART);
    return bounded > 0 ? bounded : Double.POSITIVE_INFINITY;
  }

  private double visible(End end) {
    return end.ofGood(market.orElseThrow().visibleDepth().value());
  }

  private double byVolume(End end) {
    double volume = end.ofGood(market.orElseThrow().adv().value());
    double daily = volatility(end) / StrictMath.sqrt(CreditSystem.DAYS_PER_YEAR);
    if (volume == 0 || daily == 0) {
      return volume == 0 ? 0 : Double.POSITIVE_INFINITY;
    }
    return ContSchaanningImpact.depthOver(1, VOLUME_SCALE, volume, daily);
  }

  /// Debt over collateral above which an account's collateral is sold: the part that the venue
  /// counts of it.
  double limit() {
    return asset
        .weights()
        .map(CollateralWeights::total)
        .filter(weight -> weight.signum() > 0)
        .map(BigDecimal::doubleValue)
        .orElse(UNTOLD_LIMIT);
  }

  private static boolean isTold(Interval value) {
    BigDecimal low = value.low();
    return value.high() != null || (low != null && low.signum() > 0);
  }
}
