package org.plimsoll.ecosystem.outcome;

import java.util.List;
import java.util.Optional;

/// What became of the same seeds with some switches set. Times are nanoseconds since 1970; a spread
/// of times counts the seeds in which the thing happened, and is empty where it never did.
///
/// @param switches by name; none in the base case
/// @param runs how many seeds there are
/// @param hole see [SwitchRow#hole]
/// @param recovery see [SwitchRow#recovery]
/// @param firstInsolventNs see [SwitchRow#firstInsolventNs]
/// @param firstFlagNs see [SwitchRow#firstFlagNs]
/// @param haltNs see [SwitchRow#haltNs]
public record SwitchCase(
    List<String> switches,
    int runs,
    Optional<Spread> hole,
    Optional<Spread> recovery,
    Optional<Spread> firstInsolventNs,
    Optional<Spread> firstFlagNs,
    Optional<Spread> haltNs) {
  /// Takes a copy.
  public SwitchCase {
    switches = List.copyOf(switches);
  }

  /// Returns what became of runs with the same switches.
  ///
  /// @param rows one for each seed, at least one
  public static SwitchCase of(List<SwitchRow> rows) {
    return new SwitchCase(
        rows.getFirst().switches(),
        rows.size(),
        Spread.of(rows.stream().mapToDouble(SwitchRow::hole)),
        Spread.of(rows.stream().mapToDouble(SwitchRow::recovery)),
        times(rows.stream().map(SwitchRow::firstInsolventNs).toList()),
        times(rows.stream().map(SwitchRow::firstFlagNs).toList()),
        times(rows.stream().map(SwitchRow::haltNs).toList()));
  }

  private static Optional<Spread> times(List<Optional<Long>> times) {
    return Spread.of(times.stream().flatMap(Optional::stream).mapToDouble(Long::doubleValue));
  }
}
