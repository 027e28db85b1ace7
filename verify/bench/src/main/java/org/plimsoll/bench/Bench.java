package org.plimsoll.bench;

import org.openjdk.jmh.Main;

/// Runs the benchmarks; arguments are JMH's own, such as a name to run only what contains it.
public final class Bench {
  private Bench() {}

  /// Starts JMH.
  ///
  /// @throws Exception whatever JMH throws
  public static void main(String... arguments) throws Exception {
    Main.main(arguments);
  }
}
