package org.plimsoll.solvency.lender;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.solvency.assess.OwnTokens;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.loadline.Corner;
import org.plimsoll.solvency.wrongway.ConditionalCollateral;
import org.plimsoll.solvency.wrongway.CorrelationRange;
import org.plimsoll.solvency.wrongway.WrongWayReason;

/// How much of one collateral's mark a lender should not lend against.
///
/// @param asset id of the collateral
/// @param reason why it may fall with its borrower
/// @param rows what is left and the haircut at each correlation; empty where the book tells no
///   volatility
/// @param saleLoss the share of the mark that selling the pledge within 30 days loses or leaves
///   unsold, at the careful end; empty where quantity or market are not told
public record HaircutAdvice(
    String asset, WrongWayReason reason, List<Row> rows, Optional<Double> saleLoss) {
  /// The haircut may fail in one default of twenty.
  static final double LEVEL = 0.05;

  private static final double DAYS_IN_YEAR = 365;
  private static final int SALE_DAYS = 30;

  /// Any debt serves: the haircut and the ratio do not depend on it.
  private static final double ANY_DEBT = 1;

  /// Copies the rows.
  public HaircutAdvice {
    rows = List.copyOf(rows);
  }

  /// What one correlation of borrower and collateral gives, over the range of the volatility.
  ///
  /// @param correlation 0 to 1
  /// @param keptLow mean value in default over mean value, at the high volatility
  /// @param keptHigh the same at the low one
  /// @param haircutLow share of today's value lost in all but one default of twenty, at the low
  ///   volatility
  /// @param haircutHigh the same at the high one
  public record Row(
      double correlation, double keptLow, double keptHigh, double haircutLow, double haircutHigh) {}

  /// Returns the haircuts of everything that `exposures` pledge, by asset.
  static List<HaircutAdvice> of(
      Book book, String borrower, List<Exposure> exposures, Optional<Interval> chance) {
    List<HaircutAdvice> haircuts = new ArrayList<>();
    for (Asset asset : book.assets()) {
      Block block = Block.pledged(book, asset.id(), exposures);
      boolean isPledged =
          exposures.stream().anyMatch(exposure -> exposure.collateral().containsKey(asset.id()));
      if (isPledged && !asset.id().equals(book.currency())) {
        haircuts.add(
            new HaircutAdvice(
                asset.id(),
                reason(book, borrower, asset),
                rows(book, asset.id(), chance),
                saleLoss(block)));
      }
    }
    return haircuts;
  }

  /// Returns why `asset` may fall with `borrower`.
  static WrongWayReason reason(Book book, String borrower, Asset asset) {
    return WrongWayReason.of(
        asset.issuer(), borrower, OwnTokens.relatedTo(book, borrower), book.subject());
  }

  /// Returns the volatility of `asset` per square root of a year; at the careful end infinite where
  /// nothing bounds it, 0 of the book's own currency.
  static double volatility(Book book, String asset, Corner corner) {
    if (asset.equals(book.currency())) {
      return 0;
    }
    double daily =
        book.markets().stream()
            .filter(market -> market.asset().equals(asset))
            .findFirst()
            .map(market -> corner.ofLessIsBetter(market.dailyVol().value()))
            .orElseGet(() -> corner.ofLessIsBetter(Interval.UNKNOWN));
    return daily * StrictMath.sqrt(DAYS_IN_YEAR);
  }

  private static List<Row> rows(Book book, String asset, Optional<Interval> chance) {
    double high = volatility(book, asset, Corner.CAREFUL);
    double low = volatility(book, asset, Corner.FAVORABLE);
    if (!Double.isFinite(high) || low <= 0) {
      return List.of();
    }
    List<CorrelationRange.Row> careful = range(high, chance).rows();
    List<CorrelationRange.Row> favorable = range(low, chance).rows();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < careful.size(); i++) {
      CorrelationRange.Row worse = careful.get(i);
      CorrelationRange.Row better = favorable.get(i);
      rows.add(
          new Row(
              worse.correlation(),
              worse.ratio(),
              better.ratio(),
              StrictMath.max(0, better.haircut()),
              StrictMath.max(0, worse.haircut())));
    }
    return rows;
  }

  private static CorrelationRange range(double volatility, Optional<Interval> chance) {
    ConditionalCollateral unit =
        new ConditionalCollateral(
            1, 0, volatility, DefaultChance.YEARS, DefaultChance.rarest(chance), 0);
    return CorrelationRange.of(unit, ANY_DEBT, LEVEL);
  }

  private static Optional<Double> saleLoss(Block block) {
    double mark = Corner.CAREFUL.ofMoreIsBetter(block.value());
    return mark == 0
        ? Optional.empty()
        : block.sales().stream()
            .filter(sale -> sale.days() == SALE_DAYS)
            .map(sale -> StrictMath.max(0, 1 - sale.proceeds().low() / mark))
            .max(Double::compare);
  }

  /// Returns the share of the mark to lend nothing against: all of it where the issuer is tied to
  /// the borrower or nothing bounds the fall, else the harshest haircut and what the sale loses of
  /// the rest.
  public double recommended() {
    if (reason.jump() == 1 || rows.isEmpty()) {
      return 1;
    }
    double kept = 1 - StrictMath.min(1, rows.getLast().haircutHigh());
    return 1 - kept * (1 - saleLoss.orElse(0.0));
  }
}
