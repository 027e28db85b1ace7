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

/// Puts what a run came to beside the record.
///
/// The naive baselines of a value stand on the run itself a month before: that it stays, and that
/// it moves as it did in the month before that.
final class Scoring {
  private static final long MONTH_NS = Duration.ofDays(30).toNanos();
  private static final double HOUR_NS = 3_600e9;

  private final Scenario scenario;
  private final List<Series> series;
  private final List<Flag> flags;

  Scoring(Scenario scenario, List<Series> series, List<Flag> flags) {
    this.scenario = scenario;
    this.series = series;
    this.flags = flags;
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
        baseline(entry, atNs, (last, _) -> last),
        baseline(entry, atNs, (last, before) -> 2 * last - before),
        entry.source());
  }

  private double value(ScoreEntry entry, long atNs) {
    if (entry.statistic() == Statistic.HOURS_TO_FLAG) {
      return hoursToFlag(entry);
    }
    long fromNs = entry.from().map(Moments::ns).orElse(atNs);
    Optional<Series> found = found(entry.of());
    if (found.isEmpty()) {
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
        .mapToDouble(flag -> (flag.timeNs() - fromNs) / HOUR_NS)
        .min()
        .orElse(Double.NaN);
  }

  private Optional<Double> baseline(ScoreEntry entry, long atNs, DoubleBinaryOperator guess) {
    if (entry.statistic() != Statistic.VALUE) {
      return Optional.empty();
    }
    return found(entry.of())
        .map(each -> guess.applyAsDouble(at(each, atNs - MONTH_NS), at(each, atNs - 2 * MONTH_NS)))
        .filter(value -> !Double.isNaN(value));
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
