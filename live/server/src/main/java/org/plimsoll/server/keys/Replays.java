package org.plimsoll.server.keys;

import java.util.Comparator;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/// Remembers what was signed, as long as it could be sent again.
///
/// When it is full it forgets all with the oldest timestamp, and from then on nothing stamped then
/// or before is new any more: the window shrinks from behind, and no repeat ever gets in. A start
/// begins like that, since what was taken before it is not known.
final class Replays {
  /// The most that is remembered, about 25 MB: 8,700 a second with a window of 30 seconds.
  static final int STAMPS_MAX = 1 << 18;

  private final long windowMs;
  private final int stampsMax;
  private final NavigableSet<Stamp> seen = new TreeSet<>(Stamp.ORDER);
  private long forgottenMs;

  /// @param startMs the time of the start; nothing that was stamped before it is new
  Replays(long windowMs, int stampsMax, long startMs) {
    this.windowMs = windowMs;
    this.stampsMax = stampsMax;
    this.forgottenMs = startMs - 1;
  }

  /// Takes note of a signature that was found to be good.
  ///
  /// @return why it is not new; nothing if it is
  synchronized Optional<Denial> note(int keyId, long timeMs, String signature, long nowMs) {
    forget(nowMs - windowMs - 1);
    if (timeMs <= forgottenMs) {
      return Optional.of(Denial.FORGOTTEN);
    }
    if (!seen.add(new Stamp(timeMs, keyId, Long.parseUnsignedLong(signature, 0, 16, 16)))) {
      return Optional.of(Denial.REPEATED);
    }
    if (seen.size() > stampsMax) {
      forget(seen.getFirst().timeMs);
    }
    return Optional.empty();
  }

  /// Whatever is forgotten stays so, even if the clock goes back.
  private void forget(long timeMs) {
    forgottenMs = Math.max(forgottenMs, timeMs);
    seen.headSet(Stamp.firstAt(forgottenMs + 1)).clear();
  }

  /// @param head the first 64 bits of the signature, which nobody without the secret can choose
  private record Stamp(long timeMs, int keyId, long head) {
    static final Comparator<Stamp> ORDER =
        Comparator.comparingLong(Stamp::timeMs)
            .thenComparingInt(Stamp::keyId)
            .thenComparingLong(Stamp::head);

    static Stamp firstAt(long timeMs) {
      return new Stamp(timeMs, Integer.MIN_VALUE, Long.MIN_VALUE);
    }
  }
}
