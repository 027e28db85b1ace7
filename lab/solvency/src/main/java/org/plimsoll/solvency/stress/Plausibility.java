package org.plimsoll.solvency.stress;

import java.util.Optional;
import org.plimsoll.results.Ratio;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.loadline.Corner;
import org.plimsoll.solvency.survival.FirstPassage;

/// How far out a fall of one price is, by the volatility that the book tells.
///
/// @param dailyDeviations the log fall over the standard deviation of a day's log return
/// @param withinMonth the chance that the price is there at some instant of 30 days, if it moves as
///   a geometric Brownian motion without drift; prices jump, so it is a lower bound
public record Plausibility(double dailyDeviations, double withinMonth) {
  private static final double DAYS_PER_YEAR = 365;
  private static final double MONTH = 30 / DAYS_PER_YEAR;

  /// Returns how far out `point` is at the careful end; empty where it is not a fall of one price
  /// that ends above nothing, or the book tells no volatility.
  public static Optional<Plausibility> of(Book book, BreakPoint point) {
    return point.axis() instanceof Axis.PriceFall(String asset)
            && point.atWorst() instanceof Breaking.At(Ratio part)
            && part.signum() > 0
            && part.compareTo(Ratio.ONE) < 0
        ? dailyVolatility(book, asset).map(daily -> of(part, daily))
        : Optional.empty();
  }

  private static Optional<Double> dailyVolatility(Book book, String asset) {
    return book.markets().stream()
        .filter(market -> market.asset().equals(asset))
        .findFirst()
        .map(market -> Corner.CAREFUL.ofLessIsBetter(market.dailyVol().value()))
        .filter(daily -> daily > 0 && Double.isFinite(daily));
  }

  private static Plausibility of(Ratio part, double daily) {
    double left = 1 - part.rounded().doubleValue();
    double yearly = daily * StrictMath.sqrt(DAYS_PER_YEAR);
    return new Plausibility(
        -StrictMath.log(left) / daily, new FirstPassage(1, left, 0, yearly).reached(MONTH));
  }
}
