package org.plimsoll.ecosystem.world;

/// Hears of every transfer of a [WorldLedger].
public interface WorldListener {
  /// Hears of a transfer that has just been made.
  ///
  /// @param amount count of the smallest unit, positive
  void onTransfer(WorldCause cause, int instrument, int from, int to, long amount);
}
