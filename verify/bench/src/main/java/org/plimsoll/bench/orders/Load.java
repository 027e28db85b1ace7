package org.plimsoll.bench.orders;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/// How busy the machine is beside us.
public final class Load {
  private Load() {}

  /// Returns the mean number of running threads of the last minute, as the system tells it.
  public static String average() {
    return String.format(
        Locale.ROOT, "%.1f", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }
}
