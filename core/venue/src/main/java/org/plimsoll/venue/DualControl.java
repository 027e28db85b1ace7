package org.plimsoll.venue;

import org.plimsoll.protocol.DualControlled;
import org.plimsoll.protocol.RefusalReason;

/// Four eyes: what bends a rule needs two people.
final class DualControl {
  private final Checks checks;

  DualControl(Checks checks) {
    this.checks = checks;
  }

  /// Asks whether two different people answer for a command. Nobody becomes two by writing his name
  /// in capitals.
  boolean passes(DualControlled command) {
    return !command.granter().equalsIgnoreCase(command.secondGranter())
        || checks.refuse(RefusalReason.SAME_GRANTER, 2, 1);
  }
}
