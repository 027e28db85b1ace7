package org.plimsoll.solvency.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plimsoll.solvency.book.Interval;

/// The lines that matter most to a sum, and the sum of all others, so that nothing is lost.
///
/// @param shown by what the lines are worth, largest first whatever their sign: that a large line
///   contributes nothing is news; a line without a limit comes before all
/// @param others how many lines are not shown
/// @param rest what those contribute together
public record LargestEntries(List<Entry> shown, int others, Interval rest) {
  /// Takes a copy of the list.
  public LargestEntries {
    shown = List.copyOf(shown);
  }

  /// Returns the entries of `sum` in at most `lines` lines, of which the last stands for all that
  /// found no place.
  ///
  /// @throws IllegalArgumentException if `lines` is not positive
  public static LargestEntries of(Derivation.Sum sum, int lines) {
    if (lines < 1) {
      throw new IllegalArgumentException("lines " + lines + " is not positive");
    }
    List<Entry> sorted = new ArrayList<>(sum.entries());
    sorted.sort(
        Comparator.comparing(
                (Entry entry) -> size(entry.value()), Comparator.nullsLast(BigDecimal::compareTo))
            .reversed());
    int shown = sorted.size() <= lines ? sorted.size() : lines - 1;
    List<Entry> others = sorted.subList(shown, sorted.size());
    return new LargestEntries(
        sorted.subList(0, shown), others.size(), new Derivation.Sum("", others).total());
  }

  private static @Nullable BigDecimal size(Interval interval) {
    BigDecimal low = interval.low();
    BigDecimal high = interval.high();
    return low == null || high == null ? null : low.abs().max(high.abs());
  }
}
