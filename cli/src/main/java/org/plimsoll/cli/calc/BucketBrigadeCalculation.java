package org.plimsoll.cli.calc;

import java.util.List;
import java.util.stream.IntStream;
import org.plimsoll.solvency.tandem.BucketBrigade;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `plimsoll calc bucket-brigade`: a line that balances itself.
@Command(
    name = "bucket-brigade",
    description = {
      "Where pieces come to change hands if each worker carries one on until the next takes over, and"
          + " then walks back, and what the line yields.",
      "After Bartholdi and Eisenstein (1996): workers from slowest to fastest."
    })
final class BucketBrigadeCalculation extends Calculation {
  @Option(
      names = "--speeds",
      required = true,
      paramLabel = "RATE",
      split = ",",
      converter = Numeral.Real.class,
      description = "Pieces per unit of time of each worker alone, slowest first.")
  private List<Double> speeds = List.of();

  @Override
  Answer answer() {
    BucketBrigade brigade = new BucketBrigade(speeds);
    double[] handovers = brigade.handovers();
    Answer answer =
        new Answer()
            .say("Nobody waits: the line yields what its workers yield alone, taken together.")
            .figure("rate", Unit.NUMBER, brigade.rate());
    if (handovers.length > 0) {
      answer
          .cases(
              "worker",
              IntStream.range(0, handovers.length).boxed().toList(),
              worker -> Integer.toString(worker + 1))
          .row("hands over at", Unit.PART, worker -> handovers[worker]);
    }
    return answer;
  }
}
