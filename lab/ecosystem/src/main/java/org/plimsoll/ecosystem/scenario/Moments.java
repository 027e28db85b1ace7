package org.plimsoll.ecosystem.scenario;

import java.time.Duration;
import java.time.Instant;

/// Instants as the simulation counts them: nanoseconds since 1970 in UTC.
public final class Moments {
  private Moments() {}

  /// Returns the nanoseconds since 1970 of an instant.
  public static long ns(Instant instant) {
    return Duration.between(Instant.EPOCH, instant).toNanos();
  }

  /// Returns the instant of nanoseconds since 1970.
  public static Instant of(long ns) {
    return Instant.EPOCH.plusNanos(ns);
  }
}
