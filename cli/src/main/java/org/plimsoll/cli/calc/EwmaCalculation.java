package org.plimsoll.cli.calc;

import java.util.List;
import java.util.stream.IntStream;
import org.plimsoll.solvency.bounds.Require;
import org.plimsoll.solvency.requirement.EwmaVolatility;
import org.plimsoll.solvency.requirement.Procyclicality;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `plimsoll calc ewma`: volatility from past returns, and how a margin that follows it swings.
@Command(
    name = "ewma",
    description = {
      "Volatility from past returns, the older the less, and its peak over its trough: what a margin"
          + " in proportion to it asks at the worst time.",
      "After RiskMetrics (1996); peak to trough after Murphy, Vasios and Vause (2014)."
    })
final class EwmaCalculation extends Calculation {
  @Option(
      names = "--returns",
      required = true,
      paramLabel = "PART",
      split = ",",
      converter = Numeral.Real.class,
      description = "One for each day, in the order of time.")
  private List<Double> returns = List.of();

  @Option(
      names = "--start",
      required = true,
      paramLabel = "PART",
      converter = Numeral.Real.class,
      description = "Volatility of a day before the first return, above 0.")
  private double start;

  @Option(
      names = "--decay",
      paramLabel = "PART",
      converter = Numeral.Real.class,
      description = "What is kept of the variance from day to day; 0.94 if not said.")
  private double decay = 0.94;

  @Option(
      names = "--days",
      paramLabel = "COUNT",
      converter = Numeral.Whole.class,
      description = "Over which the largest rise is measured; 1 if not said.")
  private int days = 1;

  @Override
  Answer answer() {
    double[] each = Numbers.array(returns);
    double[] path = new EwmaVolatility(decay).path(Require.positive("start", start), each);
    double swing = Procyclicality.peakToTrough(path);
    Answer answer =
        new Answer()
            .say(
                "A margin in proportion to this volatility asks for "
                    + Unit.TIMES.of(swing)
                    + " times as much at its peak as at its trough.")
            .figure("volatility", Unit.PART, path[path.length - 1])
            .figure("peak over trough", Unit.TIMES, swing)
            .figure("largest rise", Unit.PART, Procyclicality.largestCall(days, path));
    answer
        .cases(
            "day", IntStream.range(0, path.length).boxed().toList(), day -> Integer.toString(day))
        .row("volatility", Unit.PART, day -> path[day]);
    return answer;
  }
}
