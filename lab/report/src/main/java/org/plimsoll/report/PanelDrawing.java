package org.plimsoll.report;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.plimsoll.ecosystem.outcome.Series;
import org.plimsoll.report.Chart.Scale.Kind;

/// A panel of the timeline over the whole run, in a square of a thousand by a thousand units that
/// the page stretches. Of each series the least and the greatest value of every thousandth part are
/// drawn, so no spike is lost.
final class PanelDrawing {
  /// Width and height.
  static final int SIDE = 1_000;

  private static final int BUCKETS = 500;
  private static final int DATES_MAX = 8;
  private static final long DAY_NS = 86_400_000_000_000L;
  private static final List<Integer> MONTHS = List.of(1, 3, 6, 12, 24, 60);
  private static final int MONTHS_OF_DAYS = 3;

  private final long startNs;
  private final long endNs;
  private final PlotAxis axis;

  /// @param series of the panel
  /// @param startNs where the axis of time begins
  /// @param endNs where it ends, later
  PanelDrawing(List<Series> series, TimelinePanel.Axis axis, long startNs, long endNs) {
    this.startNs = startNs;
    this.endNs = endNs;
    DoubleStream values =
        series.stream()
            .flatMapToDouble(each -> DoubleStream.of(each.values()))
            .filter(Double::isFinite);
    this.axis =
        switch (axis) {
          case FROM_ZERO -> PlotAxis.over(Kind.LINEAR, values, true);
          case NEAR -> PlotAxis.near(values);
          case LOGARITHMIC -> PlotAxis.over(Kind.LOGARITHMIC, values, true);
        };
  }

  /// A mark on an axis.
  ///
  /// @param percent of the way from the left, or from the top
  record Tick(double percent, String words) {}

  /// Returns the marks of the axis of values.
  List<Tick> values() {
    List<Tick> ticks = new ArrayList<>();
    int count = (int) Math.round((axis.to() - axis.from()) / axis.tick());
    int every = 1 + count / DATES_MAX;
    for (int i = 0; i <= count; i += every) {
      double place = axis.from() + i * axis.tick();
      double value = axis.kind() == Kind.LOGARITHMIC ? StrictMath.pow(10, place) : place;
      ticks.add(new Tick(y(place) / (SIDE / 100.0), RunWords.amount(value)));
    }
    return ticks;
  }

  /// Returns the marks of the axis of time.
  List<Tick> dates() {
    LocalDate first = LocalDate.ofEpochDay(Math.floorDiv(startNs, DAY_NS)).plusDays(1);
    LocalDate last = LocalDate.ofEpochDay(Math.floorDiv(endNs, DAY_NS));
    long days = Math.max(1, last.toEpochDay() - first.toEpochDay());
    return days > MONTHS_OF_DAYS * 31L ? months(first, last) : days(first, last, days);
  }

  private List<Tick> months(LocalDate first, LocalDate last) {
    long span = 12L * (last.getYear() - first.getYear()) + last.getMonthValue();
    int step = MONTHS.stream().filter(m -> span / m < DATES_MAX).findFirst().orElse(120);
    List<Tick> ticks = new ArrayList<>();
    for (LocalDate date = LocalDate.of(first.getYear(), 1, 1);
        !date.isAfter(last);
        date = date.plusMonths(step)) {
      if (!date.isBefore(first)) {
        String iso = date.toString();
        ticks.add(
            tick(date, date.getMonthValue() == 1 ? iso.substring(0, 4) : iso.substring(0, 7)));
      }
    }
    return ticks;
  }

  private List<Tick> days(LocalDate first, LocalDate last, long days) {
    List<Tick> ticks = new ArrayList<>();
    long step = 1 + days / DATES_MAX;
    for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(step)) {
      ticks.add(tick(date, date.toString().substring(5)));
    }
    return ticks;
  }

  private Tick tick(LocalDate date, String words) {
    long timeNs = date.atStartOfDay(ZoneOffset.UTC).toEpochSecond() * 1_000_000_000L;
    return new Tick(100 * part(timeNs), words);
  }

  /// Returns how far a time lies on the axis, 0 to 1.
  double part(long timeNs) {
    return (double) (timeNs - startNs) / (endNs - startNs);
  }

  private double y(double place) {
    return SIDE - SIDE * (place - axis.from()) / (axis.to() - axis.from());
  }

  /// Returns the path of a series as SVG writes it; what is missing leaves a gap.
  String path(Series series) {
    StringBuilder path = new StringBuilder();
    boolean isOpen = false;
    int from = 0;
    while (from < series.values().length) {
      int bucket = bucket(series.timesNs()[from]);
      int to = from + 1;
      while (to < series.values().length && bucket(series.timesNs()[to]) == bucket) {
        to++;
      }
      isOpen = addBucket(path, series, from, to, isOpen);
      from = to;
    }
    return path.toString();
  }

  private int bucket(long timeNs) {
    return (int) (part(timeNs) * BUCKETS);
  }

  private boolean addBucket(StringBuilder path, Series series, int from, int to, boolean isOpen) {
    int least = -1;
    int most = -1;
    for (int i = from; i < to; i++) {
      double value = series.values()[i];
      if (Double.isFinite(value) && axis.holds(value)) {
        least = least < 0 || value < series.values()[least] ? i : least;
        most = most < 0 || value > series.values()[most] ? i : most;
      }
    }
    if (least < 0) {
      return false;
    }
    addPlace(path, series, Math.min(least, most), isOpen);
    if (least != most) {
      addPlace(path, series, Math.max(least, most), true);
    }
    return true;
  }

  private void addPlace(StringBuilder path, Series series, int i, boolean isOpen) {
    path.append(isOpen ? 'L' : 'M')
        .append(Math.round(SIDE * part(series.timesNs()[i])))
        .append(' ')
        .append(Math.round(y(axis.place(series.values()[i]))));
  }
}
