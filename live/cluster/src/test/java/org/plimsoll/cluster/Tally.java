package org.plimsoll.cluster;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// What a torment has come to.
///
/// @param operations how many commands were sent and answered
/// @param faults what happened how often
/// @param silencesNs the longest time without an answer to anybody, for each time
record Tally(int operations, Map<Torment.Fault, Integer> faults, List<Long> silencesNs) {
  /// Returns it as a line of a table.
  String line(long seed) {
    List<Long> sorted = silencesNs.stream().sorted().toList();
    String happened =
        faults.entrySet().stream()
            .map(each -> each.getKey().name().toLowerCase(Locale.ROOT) + " " + each.getValue())
            .collect(Collectors.joining("; "));
    return String.join(
        ",",
        "" + seed,
        "" + operations,
        happened,
        seconds(sorted.get((sorted.size() - 1) / 2)),
        seconds(sorted.getLast()),
        "holds");
  }

  private static String seconds(long ns) {
    return String.format(Locale.ROOT, "%.1f", ns / 1e9);
  }
}
