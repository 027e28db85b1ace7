package org.plimsoll.trials.host;

import org.plimsoll.trials.disk.Effect;
import org.plimsoll.trials.disk.Fault;
import org.plimsoll.trials.disk.FaultPlan;

/// What goes wrong with the disk of a trial, and what that excuses.
final class Faults implements FaultPlan {
  private final Marks marks;
  private Fault armed = Fault.NONE;
  private String armedFile = "";
  private int left;
  private boolean isFull;
  private boolean isStarting;
  private boolean hasLied;
  private boolean hasLostNames;
  private boolean hasFailed;

  Faults(Marks marks) {
    this.marks = marks;
  }

  void arm(Act.Arm arm) {
    armed = arm.fault();
    armedFile = arm.file();
    left = arm.effects();
  }

  void disarm() {
    armed = Fault.NONE;
  }

  void setFull(boolean full) {
    isFull = full;
  }

  boolean isFull() {
    return isFull;
  }

  /// A process begins its start, or is through with it.
  void setStarting(boolean starting) {
    isStarting = starting;
    hasFailed = starting ? false : hasFailed;
  }

  /// Whether some sync has reported success for nothing.
  boolean hasLied() {
    return hasLied;
  }

  /// Whether a change of names was reported as failed, so that nobody can know what they are.
  boolean hasLostNames() {
    return hasLostNames;
  }

  /// Whether an effect was reported as failed since the last start began.
  boolean hasFailed() {
    return hasFailed;
  }

  @Override
  public Fault at(Effect effect, int number, String file) {
    boolean isSync = effect == Effect.SYNC || effect == Effect.SYNC_DIRECTORY;
    boolean counts = file.contains(armedFile) && (armed != Fault.LIE || isSync);
    boolean isDue = armed != Fault.NONE && counts && left-- <= 0;
    if (isDue) {
      Fault fault = armed;
      armed = Fault.NONE;
      note(fault, effect, file);
      return fault;
    }
    return isFull && effect == Effect.GROW ? Fault.FAIL_AFTER : Fault.NONE;
  }

  private void note(Fault fault, Effect effect, String file) {
    switch (fault) {
      case CRASH_BEFORE, CRASH_AFTER -> marks.reach(crash(effect, file));
      case FAIL, FAIL_AFTER -> {
        hasFailed = true;
        hasLostNames |= effect == Effect.SYNC_DIRECTORY;
      }
      case LIE -> hasLied = true;
      case NONE -> {}
    }
  }

  private Mark crash(Effect effect, String file) {
    if (isStarting) {
      return Mark.CRASHED_IN_START;
    }
    if (file.contains(".snapshot")) {
      return effect == Effect.DELETE ? Mark.CRASHED_IN_PRUNING : Mark.CRASHED_IN_SNAPSHOT;
    }
    if (effect == Effect.DELETE && file.endsWith(".journal")) {
      return Mark.CRASHED_IN_PRUNING;
    }
    return file.endsWith(".journal") ? Mark.CRASHED_IN_COMMIT : Mark.CRASHED_IN_CHANGE_OF_SEGMENTS;
  }
}
