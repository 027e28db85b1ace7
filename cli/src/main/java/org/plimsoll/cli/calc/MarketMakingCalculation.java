package org.plimsoll.cli.calc;

import java.util.Optional;
import org.plimsoll.solvency.marketmaking.DecayingEdge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `plimsoll calc market-making`: how long a decaying edge still pays.
@Command(
    name = "market-making",
    description = {
      "When to stop making a market whose edge decays while its costs stay, and what staying costs.",
      "The edge of e0 exp(-t/tau) less the cost, summed over the volume."
    })
final class MarketMakingCalculation extends Calculation {
  @Option(
      names = "--daily-volume",
      required = true,
      paramLabel = "MONEY",
      converter = Numeral.Real.class,
      description = "Volume traded a day, in money, above 0.")
  private double dailyVolume;

  @Option(
      names = "--edge",
      required = true,
      paramLabel = "PART",
      converter = Numeral.Real.class,
      description = "Gross edge on the first day, as a part of volume: 1bp.")
  private double edge;

  @Option(
      names = "--half-life",
      required = true,
      paramLabel = "DAYS",
      converter = Numeral.Real.class,
      description = "Days in which the edge halves, above 0.")
  private double halfLife;

  @Option(
      names = "--cost",
      required = true,
      paramLabel = "PART",
      converter = Numeral.Real.class,
      description = "Cost as a part of volume: adverse selection and machines.")
  private double cost;

  @Option(
      names = "--day",
      paramLabel = "DAY",
      converter = Numeral.Real.class,
      description = "The day of today, to see how far past the best day it is.")
  private Optional<Double> day = Optional.empty();

  @Override
  Answer answer() {
    DecayingEdge desk = new DecayingEdge(dailyVolume, edge, halfLife, cost);
    double stop = desk.stopDay();
    Answer answer =
        new Answer()
            .figure("stop day", Unit.DAYS, stop)
            .figure("best profit", Unit.MONEY, desk.profitUntil(stop))
            .figure("back to zero", Unit.DAYS, desk.backToZeroDay());
    day.ifPresent(today ->
        answer
            .figure("days past stop", Unit.DAYS, desk.daysPastStop(today))
            .figure("profit so far", Unit.MONEY, desk.profitUntil(today)));
    return answer.say(reading(desk, stop));
  }

  private String reading(DecayingEdge desk, double stop) {
    if (stop == 0) {
      return "The edge never covers the cost: do not begin.";
    }
    if (day.isPresent() && desk.daysPastStop(day.get()) > 0) {
      return "Day "
          + Unit.DAYS.of(day.get())
          + " is "
          + Unit.DAYS.of(desk.daysPastStop(day.get()))
          + " days past the best day to stop; every further day loses money.";
    }
    return "The edge covers the cost until day "
        + Unit.DAYS.of(stop)
        + "; by day "
        + Unit.DAYS.of(desk.backToZeroDay())
        + " all that was earned is lost again.";
  }
}
