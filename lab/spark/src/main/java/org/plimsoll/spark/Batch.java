package org.plimsoll.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.VoidFunction;
import org.apache.spark.broadcast.Broadcast;
import org.plimsoll.sweep.PlannedRun;
import org.plimsoll.sweep.RunFailed;
import org.plimsoll.sweep.SweepRuns;

/// Does the runs of a part of the plan, one after the other, at an executor. Where Spark gives it
/// to a second executor because the first one died, only what the driver has not heard of is done.
final class Batch implements VoidFunction<Iterator<PlannedRun>> {
  private static final long serialVersionUID = 1;

  private final Broadcast<SweepRuns> runs;

  Batch(Broadcast<SweepRuns> runs) {
    this.runs = runs;
  }

  @Override
  public void call(Iterator<PlannedRun> part) throws Exception {
    List<PlannedRun> batch = new ArrayList<>();
    part.forEachRemaining(batch::add);
    Object wanted =
        Messages.tell(new Report.Begun(batch.stream().map(PlannedRun::number).toList()));
    for (PlannedRun run : batch) {
      if (((List<?>) wanted).contains(run.number()) && !(boolean) Messages.tell(report(run))) {
        return;
      }
    }
  }

  private Report report(PlannedRun run) {
    try {
      return new Report.Ended(runs.value().run(run).line());
    } catch (RunFailed failure) {
      return failure.getCause() instanceof IllegalArgumentException refusal
          ? new Report.Failed(failure.line(), String.valueOf(refusal.getMessage()), true)
          : new Report.Failed(failure.line(), String.valueOf(failure.getCause()), false);
    }
  }
}
