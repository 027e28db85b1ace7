package org.plimsoll.cluster;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// What a torment has come to.
///
/// @param operations how many commands were sent and answered
/// @param silencesNs for each thing that happened, the longest time without an answer to anybody
record Tally(int operations, Map<Torment.Fault, List<Long>> silencesNs) {
  /// Returns it as a line of a table: of each thing how often it happened and the median and the
  /// worst of these times in seconds, and then of all.
  String line(long seed) {
    String each =
        silencesNs.entrySet().stream()
            .map(
                one -> one.getKey().name().toLowerCase(Locale.ROOT) + " " + of(one.getValue(), " "))
            .collect(Collectors.joining("; "));
    List<Long> all = silencesNs.values().stream().flatMap(List::stream).toList();
    return String.join(",", "" + seed, "" + operations, of(all, ","), each, "holds");
  }

  private static String of(List<Long> times, String between) {
    List<Long> sorted = times.stream().sorted().toList();
    return String.join(
        between,
        "" + sorted.size(),
        seconds(sorted.get((sorted.size() - 1) / 2)),
        seconds(sorted.getLast()));
  }

  private static String seconds(long ns) {
    return String.format(Locale.ROOT, "%.1f", ns / 1e9);
  }
}
