package org.plimsoll.cli.calc;

import java.util.List;
import org.plimsoll.solvency.wrongway.ExposureLinkedHazard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `plimsoll calc wrong-way-hazard`: a default that is likelier the more is owed.
@Command(
    name = "wrong-way-hazard",
    description = {
      "The expected loss on a counterparty whose default is likelier the more it owes.",
      "One period of h = exp(a + b V), after Hull and White (2012)."
    })
final class WrongWayHazardCalculation extends Calculation {
  @Option(
      names = "--outcome",
      required = true,
      paramLabel = "MONEY@PART",
      split = ",",
      converter = Pair.Converter.class,
      description = "Exposures at the end and their probabilities, which sum to 1: 0@50%%,60@50%%.")
  private List<Pair> outcomes = List.of();

  @Option(
      names = "--default-probability",
      required = true,
      paramLabel = "PART",
      converter = Numeral.Real.class,
      description = "Over the period, above 0 and below 1.")
  private double defaultProbability;

  @Option(
      names = "--slope",
      paramLabel = "NUMBER",
      split = ",",
      converter = Numeral.Real.class,
      description = "b, per unit of exposure; above 0 is wrong-way. 0 if not said.")
  private List<Double> slopes = List.of(0.0);

  @Override
  Answer answer() {
    List<ExposureLinkedHazard.Outcome> exposures =
        outcomes.stream()
            .map(each ->
                within(
                    "--outcome",
                    () -> new ExposureLinkedHazard.Outcome(each.amount(), each.rate())))
            .toList();
    List<ExposureLinkedHazard> hazards =
        slopes.stream()
            .map(slope -> new ExposureLinkedHazard(exposures, defaultProbability, slope))
            .toList();
    ExposureLinkedHazard last = hazards.getLast();
    Answer answer =
        new Answer()
            .say(
                "At a slope of "
                    + Unit.NUMBER.of(last.slope())
                    + " the expected loss is "
                    + Unit.TIMES.of(last.multiple())
                    + " times what it would be if default and exposure were independent.");
    answer
        .cases("slope", hazards, hazard -> Unit.NUMBER.of(hazard.slope()))
        .row("level", Unit.NUMBER, ExposureLinkedHazard::level)
        .row("expected loss", Unit.MONEY, ExposureLinkedHazard::expectedLoss)
        .row("multiple", Unit.TIMES, ExposureLinkedHazard::multiple);
    return answer;
  }
}
