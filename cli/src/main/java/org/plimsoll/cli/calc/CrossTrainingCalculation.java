package org.plimsoll.cli.calc;

import java.util.List;
import org.plimsoll.solvency.tandem.PacedLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `plimsoll calc cross-training`: what workers gain who can serve more than one station.
@Command(
    name = "cross-training",
    description = {
      "The cycle of a paced line with specialists, generalists, and workers of given skills.",
      "The most loaded set of stations decides, as in Hopp, Tekin and Van Oyen (2004)."
    })
final class CrossTrainingCalculation extends Calculation {
  @Option(
      names = "--work",
      required = true,
      paramLabel = "TIME",
      split = ",",
      converter = Numeral.Real.class,
      description = "Time per piece at each station, above 0; 1 to 20 of them.")
  private List<Double> work = List.of();

  @Option(
      names = "--skills",
      paramLabel = "STATIONS",
      split = ",",
      converter = Skills.Converter.class,
      description = "The stations that each worker serves: 1+2,2,3,4.")
  private List<Skills> skills = List.of();

  @Override
  Answer answer() {
    PacedLine line = new PacedLine(work);
    Answer answer =
        new Answer()
            .figure("specialist cycle", Unit.TIME, line.specialistCycle())
            .figure("specialist efficiency", Unit.PART, line.efficiency())
            .figure("generalist cycle", Unit.TIME, line.generalistCycle());
    if (skills.isEmpty()) {
      return answer.say(
          "Specialists are busy " + Unit.PART.of(line.efficiency()) + " of their time.");
    }
    double cycle = line.crossTrainedCycle(skills.stream().mapToInt(Skills::stations).toArray());
    double total = work.stream().mapToDouble(Double::doubleValue).sum();
    double efficiency = total / (skills.size() * cycle);
    return answer
        .say("With these skills workers are busy " + Unit.PART.of(efficiency) + " of their time.")
        .figure("trained cycle", Unit.TIME, cycle)
        .figure("trained efficiency", Unit.PART, efficiency);
  }
}
