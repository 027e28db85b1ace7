package org.plimsoll.units;

import java.io.Serial;

/// A law of the venue is broken, so its state can no longer be trusted. Nobody catches it: the host
/// stops and keeps its journal.
public final class InvariantViolation extends Error {
  @Serial private static final long serialVersionUID = 1L;

  /// Creates a violation of `law`.
  public InvariantViolation(String law) {
    super(law);
  }
}
