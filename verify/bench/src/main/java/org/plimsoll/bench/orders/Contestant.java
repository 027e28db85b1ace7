package org.plimsoll.bench.orders;

import java.util.function.Supplier;

/// Who takes part in a comparison.
///
/// @param name as the table says it
/// @param trials makes one timed run: whatever it needs is built before it begins
public record Contestant(String name, Supplier<Trial> trials) {
  /// One run over fresh state.
  public interface Trial {
    /// Does the work that is timed.
    void run();

    /// Returns a fingerprint of the result, which must be the same for everybody.
    long fingerprint();
  }
}
