package org.plimsoll.trials.protocolmodel;

/// One step of a thread.
sealed interface Step {
  /// Makes a fact true, or no longer true, not durably yet.
  record Change(int fact, boolean isTrue) implements Step {}

  /// Makes all changes of these facts durable.
  record Sync(int facts) implements Step {}

  /// Promises all records up to this one.
  record Publish(int record) implements Step {}
}
