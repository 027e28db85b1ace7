package org.plimsoll.ecosystem.outcome;

import java.util.List;
import java.util.Optional;

/// What an assumption does to what comes out: the seeds that drew it from the lower half of its
/// range beside those that drew it from the upper half.
///
/// @param what is assumed, in words
/// @param low the least value that is drawn
/// @param high the greatest
/// @param why this range
public record AssumptionCase(
    String what, double low, double high, String why, Half lower, Half upper) {
  /// Seeds that drew from one half.
  ///
  /// @param runs how many
  /// @param halts in how many of them withdrawals stopped
  /// @param hole what was owed less what was there at the end
  public record Half(int runs, int halts, Optional<Spread> hole) {
    /// Returns what became of runs.
    public static Half of(List<SwitchRow> rows) {
      return new Half(
          rows.size(),
          (int) rows.stream().filter(row -> row.haltNs().isPresent()).count(),
          Spread.of(rows.stream().mapToDouble(SwitchRow::hole)));
    }
  }
}
