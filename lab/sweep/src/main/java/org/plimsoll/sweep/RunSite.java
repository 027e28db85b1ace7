package org.plimsoll.sweep;

import java.io.IOException;
import java.util.List;

/// Where runs are run: on the threads of this machine, or on others. What a run is does not depend
/// on it, nor does any byte of what a sweep writes.
@FunctionalInterface
public interface RunSite {
  /// Does every one of `missing`, in any order, and returns when all of them are kept.
  ///
  /// @throws RunFailed if a run fails; others are not awaited
  /// @throws SiteFailed if the site does not answer, or gives up
  /// @throws IOException if a run cannot be kept, or the thread was interrupted
  void run(SweepRuns runs, List<PlannedRun> missing, Keeper keeper) throws IOException;

  /// Who keeps runs that are done.
  @FunctionalInterface
  interface Keeper {
    /// Keeps a run for good before it returns. Not for several threads at once; a run that is kept
    /// already is not kept twice.
    void keep(DoneRun done) throws IOException;
  }
}
