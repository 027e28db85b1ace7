package org.plimsoll.sweep;

import java.io.Serializable;
import org.plimsoll.ecosystem.scenario.RunnableScenario;

/// How a run of a sweep is done: the same on every thread and machine. It can be sent to another
/// machine if its scenario can.
public record SweepRuns(SweepPlan plan, RunnableScenario scenario) implements Serializable {
  /// Does a run.
  ///
  /// @throws RunFailed if it fails
  public DoneRun run(PlannedRun run) {
    try {
      return new DoneRun(
          run.number(),
          SweepRow.of(plan, run, scenario.run(plan.seed(run.number()), run.settings())));
    } catch (RuntimeException failure) {
      throw new RunFailed(plan.line(run), failure);
    }
  }
}
