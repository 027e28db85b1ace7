package org.plimsoll.server.file;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/// When quarterly futures end: on the last Friday of a quarter at 03:00 UTC (FTX help center
/// article 360027668752).
final class Quarter {
  private static final int MONTHS = 3;
  private static final LocalTime AT = LocalTime.of(3, 0);

  /// A future that ended within days of its listing would be of no use to anybody.
  private static final Duration AHEAD = Duration.ofDays(30);

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMdd", Locale.ROOT);

  private Quarter() {}

  /// Returns the first end of a quarter that is at least 30 days ahead.
  static Instant endAfter(Instant now) {
    ZonedDateTime within = now.atZone(ZoneOffset.UTC);
    ZonedDateTime end = end(within);
    while (end.toInstant().isBefore(now.plus(AHEAD))) {
      within = within.plusMonths(MONTHS);
      end = end(within);
    }
    return end.toInstant();
  }

  /// Returns the name of a future that ends then, such as `BTC-0326`.
  static String name(String name, Instant end) {
    return name + "-" + DAY.format(end.atZone(ZoneOffset.UTC));
  }

  private static ZonedDateTime end(ZonedDateTime within) {
    int month = MONTHS * within.get(IsoFields.QUARTER_OF_YEAR);
    return within
        .withDayOfMonth(1)
        .withMonth(month)
        .with(TemporalAdjusters.lastInMonth(DayOfWeek.FRIDAY))
        .with(AT);
  }
}
