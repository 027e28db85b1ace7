package org.plimsoll.cli.calc;

import java.util.List;
import org.plimsoll.solvency.cycle.CycleParameters;
import org.plimsoll.solvency.cycle.CyclePlan;
import org.plimsoll.solvency.cycle.CycleStatistics;
import org.plimsoll.solvency.cycle.LeverageCycle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `plimsoll calc leverage-cycle`: what a cap on leverage does to an asset's returns.
@Command(
    name = "leverage-cycle",
    description = {
      "How a market in which funds lever up below an asset's worth moves, by the cap on leverage.",
      "After Thurner, Farmer and Geanakoplos (2012). Ten funds; a simulation, not a closed form."
    })
final class LeverageCycleCalculation extends Calculation {
  @Option(
      names = "--leverage-cap",
      required = true,
      paramLabel = "NUMBER",
      split = ",",
      converter = Numeral.Real.class,
      description = "Largest leverage of a fund, assets over equity; 1 for none.")
  private List<Double> leverageCaps = List.of();

  @Option(
      names = "--steps",
      paramLabel = "COUNT",
      converter = Numeral.Whole.class,
      description = "Steps that are recorded, more than 1,000; 20000 if not said.")
  private int steps = 20_000;

  @Option(
      names = "--burn-in",
      paramLabel = "COUNT",
      converter = Numeral.Whole.class,
      description = "Steps before them; 1000 if not said.")
  private int burnIn = 1_000;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      converter = Numeral.Whole.class,
      description = "Chooses the random numbers, the same for each cap; 1 if not said.")
  private int seed = 1;

  @Override
  Answer answer() {
    CyclePlan plan = new CyclePlan(burnIn, steps, seed);
    List<Run> runs = leverageCaps.stream().map(cap -> Run.of(cap, plan)).toList();
    Answer answer = new Answer();
    answer.say(
        "A negative skew, a kurtosis above 0 and clustering above 0 are the marks of levered funds"
            + " that must sell into a falling price.");
    answer
        .cases("leverage cap", runs, run -> Unit.NUMBER.of(run.cap()))
        .row("deviation per step", Unit.NUMBER, run -> run.found().deviation())
        .row("skew", Unit.NUMBER, run -> run.found().skew())
        .row("excess kurtosis", Unit.NUMBER, run -> run.found().excessKurtosis())
        .row("clustering", Unit.NUMBER, run -> run.found().clustering())
        .row("tail index", Unit.NUMBER, run -> run.found().tailIndex())
        .row("defaults per 1000 steps", Unit.NUMBER, run -> run.found().defaultsPerThousand())
        .row("margin calls per 1000", Unit.NUMBER, run -> run.found().marginCallsPerThousand());
    return answer;
  }

  private record Run(double cap, CycleStatistics found) {
    static Run of(double cap, CyclePlan plan) {
      return new Run(
          cap, CycleStatistics.of(LeverageCycle.run(CycleParameters.published(cap), plan)));
    }
  }
}
