package org.plimsoll.server.ftx;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times as this dialect writes and reads them. Inside they are nanoseconds since 1970 in UTC.
final class Times {
  static final long NANOS_PER_SECOND = 1_000_000_000L;

  /// A query time above this is one of milliseconds, which one client library sends: as seconds it
  /// would be in the year 5138.
  private static final BigDecimal SECONDS_MAX = BigDecimal.valueOf(100_000_000_000L);

  private static final BigDecimal MILLIS_MAX = BigDecimal.valueOf(9_000_000_000_000L);

  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'+00:00'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Times() {}

  /// Returns a time such as `2019-03-05T09:56:55.728933+00:00`.
  static String iso(long timeNs) {
    return ISO.format(
        Instant.ofEpochSecond(
            Math.floorDiv(timeNs, NANOS_PER_SECOND), Math.floorMod(timeNs, NANOS_PER_SECOND)));
  }

  /// Returns the instant that a query means.
  ///
  /// @param time seconds since 1970, or milliseconds
  /// @param name of the parameter
  static long ofQuery(BigDecimal time, String name) {
    boolean isMillis = time.compareTo(SECONDS_MAX) > 0;
    BigDecimal seconds = isMillis ? time.movePointLeft(3) : time;
    if (time.signum() < 0 || time.compareTo(MILLIS_MAX) > 0) {
      throw FtxError.invalid(name);
    }
    BigDecimal nanos = seconds.movePointRight(9);
    return nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0
        ? Long.MAX_VALUE
        : nanos.longValue();
  }
}
