package org.plimsoll.model;

import java.io.Serial;
import java.util.function.Supplier;

/// Thrown where a history shows that a law does not hold.
public final class BrokenLaw extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /// Creates the finding; the message says what was seen.
  public BrokenLaw(String message) {
    super(message);
  }

  /// Throws unless `holds`.
  static void unless(boolean holds, String message) {
    if (!holds) {
      throw new BrokenLaw(message);
    }
  }

  /// Throws unless `holds`; for what is asked so often that its message would cost more than it.
  static void unless(boolean holds, Supplier<String> message) {
    if (!holds) {
      throw new BrokenLaw(message.get());
    }
  }

  /// Throws unless both are equal, naming them; for what is asked often.
  static void unlessEqual(Object expected, Object actual, Supplier<String> what) {
    if (!expected.equals(actual)) {
      unlessEqual(expected, actual, what.get());
    }
  }

  /// Throws unless both are equal, naming them.
  static void unlessEqual(Object expected, Object actual, String what) {
    if (!expected.equals(actual)) {
      throw new BrokenLaw(what + ": expected " + expected + " but found " + actual);
    }
  }
}
