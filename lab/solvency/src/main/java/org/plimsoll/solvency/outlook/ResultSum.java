package org.plimsoll.solvency.outlook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.plimsoll.solvency.survival.Estimate;
import org.plimsoll.solvency.survival.SurvivalCurve;
import org.plimsoll.solvency.survival.SurvivalResult;

/// What several batches of paths have counted together.
final class ResultSum {
  private final List<SurvivalResult> parts = new ArrayList<>();

  void add(SurvivalResult part) {
    parts.add(part);
  }

  /// Returns the sum of at least one part.
  SurvivalResult result() {
    int parties = parts.getFirst().outcomes().size();
    return new SurvivalResult(
        IntStream.range(0, parties).mapToObj(this::outcome).toList(),
        sum(parts.stream().map(SurvivalResult::nobody).toList()),
        parts.stream().flatMap(part -> part.watched().stream()).toList());
  }

  private SurvivalResult.Outcome outcome(int party) {
    List<SurvivalResult.Outcome> outcomes =
        parts.stream().map(part -> part.outcomes().get(party)).toList();
    return new SurvivalResult.Outcome(
        curve(outcomes.stream().map(SurvivalResult.Outcome::insolvent).toList()),
        curve(outcomes.stream().map(SurvivalResult.Outcome::unableToPay).toList()),
        curve(outcomes.stream().map(SurvivalResult.Outcome::failed).toList()),
        sum(outcomes.stream().map(SurvivalResult.Outcome::first).toList()));
  }

  private static SurvivalCurve curve(List<SurvivalCurve> curves) {
    int days = curves.getFirst().happened().size();
    return new SurvivalCurve(
        IntStream.rangeClosed(1, days)
            .mapToObj(day -> sum(curves.stream().map(curve -> curve.failed(day)).toList()))
            .toList());
  }

  private static Estimate sum(List<Estimate> estimates) {
    return new Estimate(
        estimates.stream().mapToLong(Estimate::hits).sum(),
        estimates.stream().mapToLong(Estimate::paths).sum());
  }
}
