package org.plimsoll.model;

import java.io.Serial;
import java.math.BigInteger;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.RefusalReason;

/// Thrown by the slow twin where a rule says no: the plainest way to stop at the first reason.
final class Refused extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final RefusalReason reason;
  private final long required;
  private final long available;

  Refused(RefusalReason reason, BigInteger required, BigInteger available) {
    super(reason.name());
    this.reason = reason;
    this.required = required.longValueExact();
    this.available = available.longValueExact();
  }

  Event event() {
    return new Event.CommandRefused(reason, required, available);
  }

  static void unless(boolean holds, RefusalReason reason, long required, long available) {
    unless(holds, reason, BigInteger.valueOf(required), BigInteger.valueOf(available));
  }

  static void unless(
      boolean holds, RefusalReason reason, BigInteger required, BigInteger available) {
    if (!holds) {
      throw new Refused(reason, required, available);
    }
  }

  /// Refuses what is below `low` or above `high`, naming the bound.
  static void unlessWithin(RefusalReason reason, long low, long value, long high) {
    unless(value >= low, reason, low, value);
    unless(value <= high, reason, high, value);
  }
}
