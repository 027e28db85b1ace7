package org.plimsoll.server.exchange;

import java.math.BigDecimal;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.plimsoll.host.HostClock;

/// How a venue's time passes. Only a sandbox has another pace than the world's.
public sealed interface Pace {
  /// As the world's does.
  record Real() implements Pace {}

  /// So many times as fast as the world's, from where the venue's stood or from now on.
  ///
  /// @param factor positive
  record Fast(BigDecimal factor) implements Pace {
    private LongSupplier from(long startNs, HostClock system) {
      long beganNs = system.nowNs();
      double times = factor.doubleValue();
      return () -> startNs + (long) ((system.nowNs() - beganNs) * times);
    }
  }

  /// Not at all, until somebody moves it.
  ///
  /// @param hands who moves it
  record Manual(Hands hands) implements Pace {}

  /// The hands of a clock that somebody moves.
  final class Hands {
    private final AtomicLong timeNs = new AtomicLong();

    /// Moves the clock on.
    ///
    /// @param byNs positive
    public void advance(long byNs) {
      timeNs.addAndGet(byNs);
    }

    /// Returns the time in nanoseconds since 1970.
    public long nowNs() {
      return timeNs.get();
    }
  }

  /// Returns the clock of a venue.
  ///
  /// @param venueNs what the venue's clock shows, 0 if it is new
  default HostClock from(long venueNs) {
    HostClock system = HostClock.ofSystem();
    return switch (this) {
      case Real _ -> system;
      case Fast fast -> with(system, fast.from(Math.max(venueNs, system.nowNs()), system));
      case Manual manual -> {
        manual.hands().timeNs.compareAndSet(0, venueNs > 0 ? venueNs : system.nowNs());
        yield with(system, manual.hands()::nowNs);
      }
    };
  }

  private static HostClock with(HostClock entropy, LongSupplier time) {
    return new HostClock() {
      @Override
      public long nowNs() {
        return time.getAsLong();
      }

      @Override
      public long entropy() {
        return entropy.entropy();
      }
    };
  }
}
