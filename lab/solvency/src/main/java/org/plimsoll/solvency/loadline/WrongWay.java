package org.plimsoll.solvency.loadline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plimsoll.solvency.assess.OwnTokens;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Market;
import org.plimsoll.solvency.wrongway.ConditionalCollateral;
import org.plimsoll.solvency.wrongway.WrongWayReason;

/// How much of one collateral's value is left, on average, when its borrower has defaulted.
///
/// @param asset id of the collateral
/// @param borrower id of the party that owes
/// @param reason why the two may fall together
/// @param keptLow mean value in default over mean value, at the worst that cannot be ruled out; 0
///   where the reason alone takes all of it
/// @param keptHigh the same at the best; above 1 never
public record WrongWay(
    String asset, String borrower, WrongWayReason reason, double keptLow, double keptHigh) {
  /// The horizon over which collateral and borrower move, in years.
  private static final double YEARS = 30.0 / 365;

  /// The correlation that nobody can rule out for prices that nothing else ties together.
  private static final double CORRELATION_MAX = 0.9;

  /// The least chance to fail by then, taken where the book tells none or a smaller one: the rarer
  /// a default, the further out in the tail it stands.
  private static final double RAREST_DEFAULT = 0.01;

  /// Returns one row for each borrower and each collateral of `load`.
  public static List<WrongWay> of(Book book, CollateralLoad load) {
    Optional<String> issuer =
        book.assets().stream()
            .filter(asset -> asset.id().equals(load.asset()))
            .findFirst()
            .flatMap(Asset::issuer);
    Optional<Market> market =
        book.markets().stream().filter(m -> m.asset().equals(load.asset())).findFirst();
    SortedMap<String, Interval> defaults = new TreeMap<>();
    book.parties().forEach(p -> defaults.put(p.id(), p.defaultProbability().value()));
    SortedSet<String> borrowers = new TreeSet<>();
    load.pledges().forEach(pledge -> borrowers.add(pledge.borrower()));
    List<WrongWay> rows = new ArrayList<>();
    for (String borrower : borrowers) {
      SortedSet<String> related = OwnTokens.relatedTo(book, borrower);
      WrongWayReason reason = WrongWayReason.of(issuer, borrower, related, book.subject());
      rows.add(
          reason.jump() == 1
              ? new WrongWay(load.asset(), borrower, reason, 0, 0)
              : statistical(load.asset(), borrower, reason, market, defaults));
    }
    return rows;
  }

  private static WrongWay statistical(
      String asset,
      String borrower,
      WrongWayReason reason,
      Optional<Market> market,
      SortedMap<String, Interval> defaults) {
    double daily = market.map(m -> Corner.CAREFUL.ofLessIsBetter(m.dailyVol().value())).orElse(0.0);
    boolean isTold = daily > 0 && Double.isFinite(daily);
    double volatility = daily * StrictMath.sqrt(365);
    double inYear =
        Corner.CAREFUL.ofMoreIsBetter(defaults.getOrDefault(borrower, Interval.UNKNOWN));
    double byThen = 1 - StrictMath.pow(1 - inYear, YEARS);
    double kept =
        isTold
            ? new ConditionalCollateral(
                    1,
                    0,
                    volatility,
                    YEARS,
                    StrictMath.clamp(byThen, RAREST_DEFAULT, 1 - RAREST_DEFAULT),
                    CORRELATION_MAX)
                .wrongWayRatio()
            : 0;
    return new WrongWay(asset, borrower, reason, kept, 1);
  }
}
