package org.plimsoll.server.http;

import java.util.concurrent.atomic.LongAdder;

/// What went through the door since the start.
public final class DoorCounts {
  final LongAdder calls = new LongAdder();
  final LongAdder refused = new LongAdder();
  final LongAdder failed = new LongAdder();
  final LongAdder lines = new LongAdder();
  final LongAdder cut = new LongAdder();
  final LongAdder messages = new LongAdder();

  /// Returns how many requests were answered.
  public long calls() {
    return calls.sum();
  }

  /// Returns how many of them with a status of 400 to 499, and how many messages and lines were
  /// refused.
  public long refused() {
    return refused.sum();
  }

  /// Returns how many of both because something was thrown.
  public long failed() {
    return failed.sum();
  }

  /// Returns how many lines are open.
  public long lines() {
    return lines.sum();
  }

  /// Returns how many lines were cut because they took too long.
  public long cut() {
    return cut.sum();
  }

  /// Returns how many messages were sent over lines.
  public long messages() {
    return messages.sum();
  }
}
