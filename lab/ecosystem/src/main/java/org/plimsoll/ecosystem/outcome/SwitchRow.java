package org.plimsoll.ecosystem.outcome;

import java.util.List;
import java.util.Optional;

/// What became of the same run, or the same seeds, with some switches set.
///
/// @param switches by name; none in the base case
/// @param hole what was owed less what was there at the end, in the unit of account
/// @param recovery of customers, 0 to 1
/// @param firstInsolventNs when the venue was first insolvent without its own token, if ever
/// @param firstFlagNs when a control first raised its flag, if ever
/// @param haltNs when withdrawals stopped, if ever
public record SwitchRow(
    List<String> switches,
    double hole,
    double recovery,
    Optional<Long> firstInsolventNs,
    Optional<Long> firstFlagNs,
    Optional<Long> haltNs) {
  /// Takes a copy.
  public SwitchRow {
    switches = List.copyOf(switches);
  }
}
