package org.plimsoll.spark;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plimsoll.sweep.DoneRun;
import org.plimsoll.sweep.PlannedRun;
import org.plimsoll.sweep.RunFailed;
import org.plimsoll.sweep.RunSite.Keeper;
import org.plimsoll.sweep.SiteFailed;

/// Takes what batches tell, for one sweep; at the driver. A run that is told twice, because a
/// worker was thought dead and was not, is kept once.
final class Inbox {
  private final Set<Integer> wanted = new HashSet<>();
  private final Keeper keeper;
  private @Nullable RuntimeException failure;
  private @Nullable IOException refusal;

  Inbox(List<PlannedRun> missing, Keeper keeper) {
    missing.forEach(run -> wanted.add(run.number()));
    this.keeper = keeper;
  }

  /// Answers a report, after what it told is kept.
  synchronized Object answer(Report report) {
    return switch (report) {
      case Report.Begun(List<Integer> runs) -> runs.stream().filter(this::isWanted).toList();
      case Report.Ended(String line) -> {
        keep(line);
        yield !isOver();
      }
      case Report.Failed(String line, String why, boolean isRefusal) -> {
        fail(line, isRefusal ? new IllegalArgumentException(why) : new IllegalStateException(why));
        yield false;
      }
    };
  }

  private boolean isWanted(int run) {
    return !isOver() && wanted.contains(run);
  }

  private boolean isOver() {
    return failure != null || refusal != null;
  }

  private void keep(String line) {
    DoneRun done =
        DoneRun.of(line)
            .orElseThrow(() -> new IllegalStateException("a row was spoiled on its way: " + line));
    if (refusal != null || !wanted.contains(done.run())) {
      return;
    }
    try {
      keeper.keep(done);
      wanted.remove(done.run());
    } catch (IOException refused) {
      refusal = refused;
    } catch (RuntimeException wrong) {
      failure = wrong;
    }
  }

  private void fail(String line, RuntimeException cause) {
    if (failure == null) {
      failure = new RunFailed(line, cause);
    }
  }

  /// Throws what went wrong, if anything did; so it does if a run is still wanted.
  synchronized void requireAll() throws IOException {
    if (failure != null) {
      throw failure;
    }
    if (refusal != null) {
      throw refusal;
    }
    if (!wanted.isEmpty()) {
      throw new SiteFailed("Spark ended the job with " + wanted.size() + " runs not done");
    }
  }
}
