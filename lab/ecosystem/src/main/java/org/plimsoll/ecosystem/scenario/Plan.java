package org.plimsoll.ecosystem.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// A figure that is given at some dates and moves in a straight line between them; before the first
/// and after the last it stays.
public final class Plan {
  private final long[] timesNs;
  private final double[] values;

  /// A date and the figure then.
  ///
  /// @param date midnight in UTC as `2022-06-30`, or an instant as `2022-11-06T16:00:00Z`
  /// @param value the figure then
  public record Point(String date, double value) {}

  /// Creates a plan from points in order of time.
  ///
  /// @throws IllegalArgumentException if a date is none, or not after the one before
  public Plan(List<Point> points) {
    timesNs = new long[points.size()];
    values = new double[points.size()];
    for (int i = 0; i < points.size(); i++) {
      timesNs[i] = timeNs(points.get(i).date());
      values[i] = points.get(i).value();
      if (i > 0 && timesNs[i] <= timesNs[i - 1]) {
        throw new IllegalArgumentException(points.get(i).date() + " is not after the date before");
      }
    }
  }

  /// Returns the instant of a date or time in nanoseconds since 1970.
  ///
  /// @throws IllegalArgumentException if it is neither
  public static long timeNs(String date) {
    try {
      Instant instant =
          date.length() > "2022-06-30".length()
              ? Instant.parse(date)
              : LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
      return Duration.between(Instant.EPOCH, instant).toNanos();
    } catch (java.time.format.DateTimeParseException e) {
      throw new IllegalArgumentException(date + " is no date", e);
    }
  }

  /// Returns whether there is nothing planned.
  public boolean isEmpty() {
    return timesNs.length == 0;
  }

  /// Returns the figure at an instant, on the straight line; 0 where nothing is planned.
  public double at(long timeNs) {
    int after = after(timeNs);
    if (isEmpty() || after == 0) {
      return isEmpty() ? 0 : values[0];
    }
    if (after == timesNs.length) {
      return values[after - 1];
    }
    double share = (double) (timeNs - timesNs[after - 1]) / (timesNs[after] - timesNs[after - 1]);
    return values[after - 1] + share * (values[after] - values[after - 1]);
  }

  private int after(long timeNs) {
    int after = 0;
    while (after < timesNs.length && timesNs[after] <= timeNs) {
      after++;
    }
    return after;
  }
}
