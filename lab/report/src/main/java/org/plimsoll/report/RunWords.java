package org.plimsoll.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.plimsoll.ecosystem.outcome.ShortNumber;

/// Amounts and times of a run in few characters, as its page and its script both write them.
final class RunWords {
  /// Simulated time is told to the minute.
  static final long MINUTE_NS = 60_000_000_000L;

  private static final long SECOND_NS = 1_000_000_000L;
  private static final int DATE_LENGTH = "2022-11-08".length();
  private static final int MINUTE_LENGTH = "2022-11-08T16:00".length();

  private RunWords() {}

  /// Returns three digits and `m` or `bn` for what is large: `8.91 bn`.
  static String amount(double value) {
    return Double.isFinite(value) ? ShortNumber.of(value) : CellWords.NONE;
  }

  /// Returns the same of an exact figure.
  static String amount(BigDecimal value) {
    return amount(value.doubleValue());
  }

  /// Returns an amount with its unit; a pure number has none.
  static String amount(double value, String unit) {
    return Double.isFinite(value) ? ShortNumber.of(value, unit) : CellWords.NONE;
  }

  /// Returns one amount, or a range of two, with the unit.
  static String range(double low, double high, String unit) {
    String from = amount(low);
    String to = amount(high);
    return from.equals(to) ? amount(low, unit) : from + " to " + amount(high, unit);
  }

  /// Returns a time to the minute: `2022-11-08 16:00`.
  static String time(long timeNs) {
    return instant(timeNs).substring(0, MINUTE_LENGTH).replace('T', ' ');
  }

  /// Returns a time to the minute, or a dash.
  static String time(Optional<Long> timeNs) {
    return timeNs.map(RunWords::time).orElse(CellWords.NONE);
  }

  /// Returns a day: `2022-11-08`.
  static String day(long timeNs) {
    return instant(timeNs).substring(0, DATE_LENGTH);
  }

  /// Returns a time as ISO 8601 writes it, in UTC.
  static String instant(long timeNs) {
    return Instant.ofEpochSecond(Math.floorDiv(timeNs, SECOND_NS), Math.floorMod(timeNs, SECOND_NS))
        .toString();
  }

  /// Returns the names of switches, or that there are none.
  static String switches(List<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }

  /// Returns `count` and the noun, in the plural but for one.
  static String count(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
