package org.plimsoll.cli.calc;

import java.util.List;
import java.util.stream.Stream;
import org.plimsoll.solvency.betting.ContinuousBet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `plimsoll calc kelly-continuous`: how much to stake where the stake is rebalanced without pause.
@Command(
    name = "kelly-continuous",
    description = {
      "How many times one's wealth to hold in something whose value drifts and varies.",
      "After Merton (1969) and Thorp (2006)."
    })
final class KellyContinuousCalculation extends Calculation {
  /// Twice Kelly is where growth ends and falling to any level becomes certain.
  private static final List<Double> MULTIPLES = List.of(0.5, 1.0, 1.5, 2.0);

  @Option(
      names = "--drift",
      required = true,
      paramLabel = "RATE",
      converter = Numeral.Real.class,
      description = "Expected excess return a year, above 0.")
  private double drift;

  @Option(
      names = "--volatility",
      required = true,
      paramLabel = "RATE",
      converter = Numeral.Real.class,
      description = "Volatility a year, above 0.")
  private double volatility;

  @Option(
      names = "--stake",
      paramLabel = "TIMES",
      split = ",",
      converter = Numeral.Real.class,
      description = "Further stakes to look at, as multiples of wealth.")
  private List<Double> stakes = List.of();

  @Option(
      names = "--part",
      paramLabel = "PART",
      converter = Numeral.Real.class,
      description = "The part of its start to which wealth may fall; 50%% if not said.")
  private double part = 0.5;

  @Override
  Answer answer() {
    ContinuousBet bet = new ContinuousBet(drift, volatility);
    double best = bet.kellyFraction();
    List<Double> compared =
        Stream.concat(MULTIPLES.stream().map(multiple -> multiple * best), stakes.stream())
            .toList();
    Answer answer =
        new Answer()
            .say(
                "Wealth grows fastest with "
                    + Unit.TIMES.of(best)
                    + " times itself at stake, and not at all with twice that.")
            .figure("kelly fraction", Unit.TIMES, best)
            .figure("growth at kelly a year", Unit.PART, bet.growth(best));
    answer
        .cases("stake", compared, Unit.TIMES::of)
        .row("multiple of kelly", Unit.TIMES, stake -> stake / best)
        .row("growth a year", Unit.PART, bet::growth)
        .row(
            "ever at part",
            Unit.PART,
            stake -> ContinuousBet.probabilityEverAt(part, stake / best));
    return answer;
  }
}
