package org.plimsoll.solvency.lender;

import java.util.List;
import java.util.Optional;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Market;
import org.plimsoll.solvency.loadline.Corner;
import org.plimsoll.solvency.wrongway.ConditionalCollateral;
import org.plimsoll.solvency.wrongway.CorrelationRange;
import org.plimsoll.solvency.wrongway.WrongWayReason;

/// The haircut that one collateral needs, by its prices alone and with what ties it to the
/// borrower.
///
/// @param asset id of the collateral
/// @param reason why it may fall with the borrower
/// @param byPrices for each correlation from 0 to 0.9, the haircut that suffices in 95 % of the
///   defaults; none where the book tells no volatility
/// @param recommended the haircut to take, 0 to 1; empty where nothing is known of the prices
public record HaircutAdvice(
    String asset,
    WrongWayReason reason,
    Optional<CorrelationRange> byPrices,
    Optional<Double> recommended) {
  /// Time to see the default, to seize and to sell, in days.
  public static final int DAYS = 14;

  /// The part of the defaults in which the haircut may fail.
  public static final double LEVEL = 0.05;

  /// The chance to fail within the time, taken where the book tells none.
  public static final double CHANCE = 0.05;

  private static final double DAYS_PER_YEAR = 365;

  /// Returns the advice for one collateral of a loan to a party.
  ///
  /// @param chance that the borrower fails within [#DAYS], where the book tells it
  static HaircutAdvice of(Book book, String asset, WrongWayReason reason, Optional<Double> chance) {
    Optional<CorrelationRange> byPrices =
        book.markets().stream()
            .filter(market -> market.asset().equals(asset))
            .findFirst()
            .flatMap(market -> range(market, chance.orElse(CHANCE)));
    Optional<Double> recommended =
        reason.jump() == 1 ? Optional.of(1.0) : byPrices.map(range -> largest(range.rows()));
    return new HaircutAdvice(asset, reason, byPrices, recommended);
  }

  private static double largest(List<CorrelationRange.Row> rows) {
    return rows.stream().mapToDouble(CorrelationRange.Row::haircut).max().orElse(1);
  }

  private static Optional<CorrelationRange> range(Market market, double chance) {
    double daily = Corner.CAREFUL.ofLessIsBetter(market.dailyVol().value());
    if (!(daily > 0) || Double.isInfinite(daily) || !(chance > 0) || chance >= 1) {
      return Optional.empty();
    }
    double yearly = daily * StrictMath.sqrt(DAYS_PER_YEAR);
    ConditionalCollateral collateral =
        new ConditionalCollateral(1, 0, yearly, DAYS / DAYS_PER_YEAR, chance, 0);
    return Optional.of(CorrelationRange.of(collateral, 1, LEVEL));
  }
}
