package org.plimsoll.trials.disk;

/// What may go wrong with one effect.
public enum Fault {
  /// Nothing.
  NONE,
  /// The machine stops before it.
  CRASH_BEFORE,
  /// The machine stops after it, before anybody hears of it.
  CRASH_AFTER,
  /// It reports failure and has done nothing. A sync that fails has forgotten what it should have
  /// written: reads still show it, and a further sync reports success.
  FAIL,
  /// It reports failure and has happened nevertheless; of a write, the first half.
  FAIL_AFTER,
  /// A sync reports success and has forgotten what it should have written.
  LIE
}
