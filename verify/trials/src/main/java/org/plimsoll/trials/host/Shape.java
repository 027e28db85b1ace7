package org.plimsoll.trials.host;

import org.plimsoll.host.HostSettings;
import org.plimsoll.journal.JournalSettings;
import org.plimsoll.model.VenueLaws;

/// How the host of a trial runs.
///
/// @param seed what its randomness comes from
/// @param segmentBytes as in [JournalSettings]
/// @param batchBytes as in [JournalSettings]
/// @param tickNs as in [HostSettings]
/// @param snapshotEvery as in [HostSettings]
/// @param inboxSlots as in [HostSettings]
/// @param prunes as in [HostSettings]
public record Shape(
    long seed,
    long segmentBytes,
    int batchBytes,
    long tickNs,
    long snapshotEvery,
    int inboxSlots,
    boolean prunes) {
  HostSettings settings() {
    return new HostSettings(
        VenueLaws.LIMITS,
        new JournalSettings(segmentBytes, batchBytes),
        tickNs,
        snapshotEvery,
        inboxSlots,
        prunes);
  }
}
