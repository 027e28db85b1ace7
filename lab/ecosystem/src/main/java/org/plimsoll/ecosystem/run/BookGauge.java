package org.plimsoll.ecosystem.run;

import java.util.Comparator;
import java.util.Objects;
import org.plimsoll.ecosystem.scenario.Measure;
import org.plimsoll.ecosystem.scenario.Scenario;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.solvency.assess.Equity;
import org.plimsoll.solvency.assess.Liquidity;
import org.plimsoll.solvency.assess.Shock;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.loadline.CollateralLoad;
import org.plimsoll.solvency.loadline.Corner;
import org.plimsoll.solvency.loadline.LoadLines;
import org.plimsoll.solvency.loadline.MarginalSpiral;

/// Reads measures off the venue's book, which is written once an instant for all of them. Loads and
/// gains count loans outside too, take the depth of the order book of that instant, and everybody
/// as if nobody were exempt.
final class BookGauge {
  /// A collateral must be sold within a day.
  private static final int DAYS = 1;

  private final Scenario scenario;
  private final Roster roster;
  private final Setting setting;
  private long bookNs = Long.MIN_VALUE;
  private Cached cached;

  private record Cached(Book book, Book bare) {}

  BookGauge(Scenario scenario, Roster roster, Setting setting) {
    this.scenario = scenario;
    this.roster = roster;
    this.setting = setting;
    cached = now();
  }

  /// Returns a measure; `NaN` where the book does not tell.
  double read(Measure measure, String of) {
    long nowNs = setting.economy().simulation().nowNs();
    if (nowNs != bookNs) {
      bookNs = nowNs;
      cached = now();
    }
    return switch (measure) {
      case EQUITY_WITHOUT_OWN_TOKEN -> exact(Equity.of(cached.bare()).total());
      case COVER_NOW -> cover();
      case SPIRAL_GAIN ->
          MarginalSpiral.of(cached.book(), Corner.CAREFUL).stream()
              .filter(spiral -> spiral.asset().equals(of))
              .mapToDouble(spiral -> finite(spiral.withoutExemptions().total()))
              .findFirst()
              .orElse(0);
      default -> load(measure, of);
    };
  }

  private Cached now() {
    Book book = VenueBook.of(scenario, roster, setting);
    return new Cached(book, Shock.withoutOwnTokens(book).applyTo(book));
  }

  private double cover() {
    Liquidity liquidity = Liquidity.of(cached.bare());
    double owed = exact(liquidity.demandable());
    return owed == 0 ? Double.NaN : exact(liquidity.obtainable()) / owed;
  }

  private double load(Measure measure, String of) {
    return LoadLines.of(cached.book(), DAYS).stream()
        .filter(load -> load.asset().equals(of))
        .max(Comparator.comparing(CollateralLoad::asset))
        .map(load ->
            measure == Measure.LOAD_SHARE
                ? finite(load.share(Corner.CAREFUL))
                : load.deciding().map(line -> finite(line.low())).orElse(Double.NaN))
        .orElse(measure == Measure.LOAD_SHARE ? 0 : Double.NaN);
  }

  private static double finite(double value) {
    return Double.isFinite(value) ? value : Double.NaN;
  }

  private static double exact(Interval interval) {
    return interval.isExact() ? Objects.requireNonNull(interval.low()).doubleValue() : Double.NaN;
  }
}
