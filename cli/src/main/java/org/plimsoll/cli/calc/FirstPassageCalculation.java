package org.plimsoll.cli.calc;

import org.plimsoll.solvency.survival.FirstPassage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `plimsoll calc first-passage`: how likely a price reaches a barrier.
@Command(
    name = "first-passage",
    description = {
      "The probability that a lognormal price reaches a barrier below it, at any instant, at looks, and"
          + " at the end.",
      "After Black and Cox (1976); looks after Broadie, Glasserman and Kou (1997)."
    })
final class FirstPassageCalculation extends Calculation {
  @Option(
      names = "--price",
      required = true,
      paramLabel = "PRICE",
      converter = Numeral.Real.class,
      description = "Price now, above 0.")
  private double price;

  @Option(
      names = "--barrier",
      required = true,
      paramLabel = "PRICE",
      converter = Numeral.Real.class,
      description = "Above 0 and at most the price.")
  private double barrier;

  @Option(
      names = "--drift",
      paramLabel = "RATE",
      converter = Numeral.Real.class,
      description = "Log rate of the mean a year; 0 if not said.")
  private double drift;

  @Option(
      names = "--volatility",
      required = true,
      paramLabel = "RATE",
      converter = Numeral.Real.class,
      description = "Volatility a year, above 0.")
  private double volatility;

  @Option(
      names = "--days",
      required = true,
      paramLabel = "DAYS",
      converter = Numeral.Real.class,
      description = "Horizon, above 0.")
  private double days;

  @Option(
      names = "--step",
      paramLabel = "DAYS",
      converter = Numeral.Real.class,
      description = "Days between looks; 1 if not said.")
  private double step = 1;

  @Override
  Answer answer() {
    FirstPassage passage = new FirstPassage(price, barrier, drift, volatility);
    double horizon = years("days", days);
    double looks = years("step", step);
    double reached = passage.reached(horizon);
    double ends = passage.endsBelow(horizon);
    return new Answer()
        .say(
            "The price reaches the barrier with probability "
                + Unit.PART.of(reached)
                + ", and ends below it with "
                + Unit.PART.of(ends)
                + ".")
        .figure("reached", Unit.PART, reached)
        .figure("reached at looks", Unit.PART, passage.reached(horizon, looks))
        .figure("ends below", Unit.PART, ends);
  }
}
