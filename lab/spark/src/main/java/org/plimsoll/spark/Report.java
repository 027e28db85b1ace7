package org.plimsoll.spark;

import java.io.Serializable;
import java.util.List;

/// What a batch tells the driver, and is answered.
sealed interface Report extends Serializable {
  /// Asks which of these runs are still wanted; the answer is a list of their numbers.
  record Begun(List<Integer> runs) implements Report {}

  /// A run ended; the answer says whether to go on.
  ///
  /// @param line as in the log of a sweep
  record Ended(String line) implements Report {}

  /// A run failed, and with it the sweep; the answer says not to go on.
  ///
  /// @param line that shows the run again
  /// @param why what was wrong
  /// @param isRefusal whether the scenario cannot be run so, in place of a mistake of ours
  record Failed(String line, String why, boolean isRefusal) implements Report {}
}
