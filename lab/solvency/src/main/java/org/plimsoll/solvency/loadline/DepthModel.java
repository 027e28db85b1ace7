package org.plimsoll.solvency.loadline;

import java.util.Optional;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Market;
import org.plimsoll.solvency.impact.ExponentialImpact;
import org.plimsoll.solvency.impact.ImpactModel;
import org.plimsoll.solvency.impact.SquareRootImpact;

/// A way in which a book can tell how much a market takes.
public enum DepthModel {
  /// The log-depth that the book states.
  LOG_DEPTH("log-depth") {
    @Override
    public Optional<ImpactModel> of(Market market, Interval price, Corner corner) {
      double depth = corner.ofMoreIsBetter(market.depth().value());
      return exponential(corner.ofMoreIsBetter(price), depth);
    }
  },

  /// The bids within 2 % of the mid price, taken to go on at the same density: selling them moves
  /// the log price by 0.02.
  VISIBLE_DEPTH("visible book") {
    @Override
    public Optional<ImpactModel> of(Market market, Interval price, Corner corner) {
      double money = corner.ofMoreIsBetter(market.visibleDepth().value()) / VISIBLE_PART;
      double unit = corner.ofMoreIsBetter(price);
      return exponential(unit, money / unit);
    }
  },

  /// The square root of the part of a day's volume (Toth et al., "Anomalous price impact", 2011),
  /// with a scale of 1.
  DAILY_VOLUME("square root of the volume") {
    @Override
    public Optional<ImpactModel> of(Market market, Interval price, Corner corner) {
      double unit = corner.ofMoreIsBetter(price);
      double volume = corner.ofMoreIsBetter(market.adv().value()) / unit;
      double volatility = corner.ofLessIsBetter(market.dailyVol().value());
      return isTold(unit) && isTold(volume) && isTold(volatility)
          ? Optional.of(new SquareRootImpact(unit, volume, volatility, 1))
          : Optional.empty();
    }
  };

  private static final double VISIBLE_PART = 0.02;

  private final String words;

  DepthModel(String words) {
    this.words = words;
  }

  /// Returns what a reader calls it.
  public String words() {
    return words;
  }

  /// Returns the model of `market` at one end of the book's ranges; none where the book does not
  /// tell what it needs.
  ///
  /// @param price of one unit
  public abstract Optional<ImpactModel> of(Market market, Interval price, Corner corner);

  private static Optional<ImpactModel> exponential(double price, double depth) {
    return isTold(price) && isTold(depth)
        ? Optional.of(new ExponentialImpact(price, depth))
        : Optional.empty();
  }

  private static boolean isTold(double figure) {
    return figure > 0 && Double.isFinite(figure);
  }
}
