package org.plimsoll.host;

import org.plimsoll.journal.JournalSettings;
import org.plimsoll.venue.Limits;

/// How a host runs.
///
/// @param limits how large the venue may grow; of a directory that has a venue, those that it was
///   made with hold instead
/// @param journal sizes of the files of a new journal
/// @param tickNs how often time is passed on to the venue, in nanoseconds
/// @param snapshotEvery after how many commands a snapshot is saved; none is with 0
/// @param inboxSlots how many commands may wait; a power of two
/// @param prunes whether what lies before the second newest snapshot is deleted. Then the state
///   survives and its history does not
public record HostSettings(
    Limits limits,
    JournalSettings journal,
    long tickNs,
    long snapshotEvery,
    int inboxSlots,
    boolean prunes) {
  /// A tick every 100 ms, a snapshot every ten million commands, 65,536 commands that wait.
  public static final HostSettings DEFAULT =
      new HostSettings(Limits.DEFAULT, JournalSettings.DEFAULT, 100_000_000, 10_000_000, 1 << 16);

  /// The same, keeping all history.
  public HostSettings(
      Limits limits, JournalSettings journal, long tickNs, long snapshotEvery, int inboxSlots) {
    this(limits, journal, tickNs, snapshotEvery, inboxSlots, false);
  }

  /// Checks each number.
  public HostSettings {
    if (tickNs < 1 || snapshotEvery < 0 || Integer.bitCount(inboxSlots) != 1) {
      throw new IllegalArgumentException(
          "no host has a tick of "
              + tickNs
              + " ns, a snapshot every "
              + snapshotEvery
              + " commands and "
              + inboxSlots
              + " slots");
    }
  }

  HostSettings with(Limits others) {
    return new HostSettings(others, journal, tickNs, snapshotEvery, inboxSlots, prunes);
  }
}
