package org.plimsoll.trials.disk;

/// Where a disk fails.
@FunctionalInterface
public interface FaultPlan {
  /// A disk that never does.
  FaultPlan NEVER = (effect, number, file) -> Fault.NONE;

  /// What happens to an effect.
  ///
  /// @param number which effect of this disk it is, from 0
  /// @param file the file's name; empty for the directory
  Fault at(Effect effect, int number, String file);

  /// One fault at one effect.
  static FaultPlan once(int where, Fault fault) {
    return (effect, number, file) -> number == where ? fault : Fault.NONE;
  }
}
