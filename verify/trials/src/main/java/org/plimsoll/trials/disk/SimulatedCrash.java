package org.plimsoll.trials.disk;

/// The machine has stopped. Whoever catches it is no longer of this world; what goes on is
/// [SimulatedDisk#restart].
public final class SimulatedCrash extends RuntimeException {
  private static final long serialVersionUID = 1;

  SimulatedCrash() {
    super("the machine has stopped", null, false, false);
  }
}
