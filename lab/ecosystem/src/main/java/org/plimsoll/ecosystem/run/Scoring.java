package org.plimsoll.ecosystem.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import org.plimsoll.ecosystem.outcome.Flag;
import org.plimsoll.ecosystem.outcome.ScoreRow;
import org.plimsoll.ecosystem.outcome.Series;
import org.plimsoll.ecosystem.scenario.Moments;
import org.plimsoll.ecosystem.scenario.Scenario;
import org.plimsoll.ecosystem.scenario.ScoreEntry;
import org.plimsoll.ecosystem.scenario.ScoreEntry.Statistic;

/// Puts what a run came to beside the record. What is dated after the end of the run has no value.
///
/// The naive baselines of a value stand on the record a month before, where the scenario says it,
/// and else on the run itself: that it stays, and that it moves as it did in the month before that.
/// Those of a change, a ratio or an extreme stand on the run at the instant from which it counts.
/// For the time to an event there is none.
final class Scoring {
  private static final long MONTH_NS = Duration.ofDays(30).toNanos();
  private static final double HOUR_NS = 3_600e9;

  private final Scenario scenario;
  private final List<Series> series;
  private final List<Flag> flags;
  private final long endNs;

  /// @param endNs when the run ended
  Scoring(Scenario scenario, List<Series> series, List<Flag> flags, long endNs) {
    this.scenario = scenario;
    this.series = series;
    this.flags = flags;
    this.endNs = endNs;
  }

  List<ScoreRow> rows() {
    return scenario.score().stream().map(this::row).toList();
  }

  private ScoreRow row(ScoreEntry entry) {
    double low = entry.between().map(ScoreEntry.Range::low).or(entry::recorded).orElse(Double.NaN);
    double high =
        entry.between().map(ScoreEntry.Range::high).or(entry::recorded).orElse(Double.NaN);
    long atNs = Moments.ns(entry.at().orElse(scenario.until()));
    return new ScoreRow(
        entry.quantity(),
        entry.unit(),
        entry.kind() == ScoreEntry.Kind.FIT,
        low,
        high,
        value(entry, atNs),
        Optional.empty(),
        Optional.empty(),
        noChange(entry, atNs),
        lastTrend(entry, atNs),
        entry.source());
  }

  private double value(ScoreEntry entry, long atNs) {
    if (entry.statistic() == Statistic.HOURS_TO_FLAG) {
      return hoursToFlag(entry);
    }
    long fromNs = entry.from().map(Moments::ns).orElse(atNs);
    Optional<Series> found = found(entry.of());
    if (found.isEmpty() || atNs > endNs) {
      return Double.NaN;
    }
    double at = at(found.get(), atNs);
    return switch (entry.statistic()) {
      case CHANGE -> at - at(found.get(), fromNs);
      case RATIO -> at / at(found.get(), fromNs);
      case LARGEST -> extreme(found.get(), fromNs, atNs, Math::max);
      case SMALLEST -> extreme(found.get(), fromNs, atNs, Math::min);
      default -> at;
    };
  }

  private double hoursToFlag(ScoreEntry entry) {
    long fromNs = Moments.ns(entry.from().orElseThrow());
    return flags.stream()
        .filter(flag -> flag.kind().equals(entry.of()) && flag.timeNs() >= fromNs)
        .filter(flag -> flag.text().startsWith(entry.beginning()))
        .mapToDouble(flag -> (flag.timeNs() - fromNs) / HOUR_NS)
        .min()
        .orElse(Double.NaN);
  }

  /// That it stays as it was.
  private Optional<Double> noChange(ScoreEntry entry, long atNs) {
    return entry.statistic() == Statistic.VALUE && entry.monthBefore().isPresent()
        ? entry.monthBefore()
        : baseline(entry, atNs, 0);
  }

  /// That it moves as it did in the month before.
  private Optional<Double> lastTrend(ScoreEntry entry, long atNs) {
    if (entry.statistic() == Statistic.VALUE && entry.monthBefore().isPresent()) {
      double last = entry.monthBefore().get();
      return entry.twoMonthsBefore().map(before -> 2 * last - before);
    }
    return baseline(entry, atNs, 1);
  }

  /// Returns what somebody says who sees the run up to `from`, or to a month before where the row
  /// is a value.
  ///
  /// @param trend the part of last month's movement that goes on
  private Optional<Double> baseline(ScoreEntry entry, long atNs, int trend) {
    Optional<Series> series = found(entry.of());
    if (series.isEmpty() || entry.statistic() == Statistic.HOURS_TO_FLAG) {
      return Optional.empty();
    }
    long seenNs = entry.from().map(Moments::ns).orElse(atNs - MONTH_NS);
    double last = at(series.get(), seenNs);
    double monthly = trend == 0 ? 0 : last - at(series.get(), seenNs - MONTH_NS);
    double guess = last + monthly * ((double) (atNs - seenNs) / MONTH_NS);
    double value =
        switch (entry.statistic()) {
          case CHANGE -> guess - last;
          case RATIO -> guess / last;
          case LARGEST -> Math.max(last, guess);
          case SMALLEST -> Math.min(last, guess);
          default -> guess;
        };
    return Optional.of(value).filter(Double::isFinite);
  }

  private Optional<Series> found(String name) {
    return series.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /// Returns the last sample up to an instant, `NaN` before the first or after the end of the run.
  private static double at(Series series, long timeNs) {
    double value = Double.NaN;
    for (int i = 0; i < series.timesNs().length && series.timesNs()[i] <= timeNs; i++) {
      value = series.values()[i];
    }
    return value;
  }

  private static double extreme(
      Series series, long fromNs, long untilNs, DoubleBinaryOperator choice) {
    double value = Double.NaN;
    for (int i = 0; i < series.timesNs().length; i++) {
      double each = series.values()[i];
      boolean isWithin = series.timesNs()[i] >= fromNs && series.timesNs()[i] <= untilNs;
      if (isWithin && !Double.isNaN(each)) {
        value = Double.isNaN(value) ? each : choice.applyAsDouble(value, each);
      }
    }
    return value;
  }
}
