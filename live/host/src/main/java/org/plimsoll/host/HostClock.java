package org.plimsoll.host;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;

/// Where time and chance come from: the only things that the venue cannot make itself. Both get
/// into it as commands, so that the journal has them.
public interface HostClock {
  /// Returns the time in nanoseconds since 1970 in UTC. It may stand still or go back; the venue's
  /// time then stands until it has caught up.
  long nowNs();

  /// Returns 64 bits that nobody can foresee.
  long entropy();

  /// Returns the clock and the randomness of this machine.
  static HostClock ofSystem() {
    Clock clock = Clock.systemUTC();
    SecureRandom random = new SecureRandom();
    return new HostClock() {
      @Override
      public long nowNs() {
        Instant now = clock.instant();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
      }

      @Override
      public long entropy() {
        return random.nextLong();
      }
    };
  }
}
