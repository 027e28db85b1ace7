package org.plimsoll.cli.calc;

import java.util.List;
import org.plimsoll.solvency.tandem.ConstantWork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `plimsoll calc constant-work`: a line into which a piece comes when one leaves.
@Command(
    name = "constant-work",
    description = {
      "Throughput of a balanced line that holds a constant number of pieces: at best, with"
          + " exponential work times, and at worst.",
      "After Hopp and Spearman, Factory Physics (1996)."
    })
final class ConstantWorkCalculation extends Calculation {
  @Option(
      names = "--stations",
      required = true,
      paramLabel = "COUNT",
      converter = Numeral.Whole.class,
      description = "How many in a row, at least 1.")
  private int stations;

  @Option(
      names = "--pieces",
      required = true,
      paramLabel = "COUNT",
      split = ",",
      converter = Numeral.Whole.class,
      description = "Pieces in the line, at least 1; several are compared.")
  private List<Integer> pieces = List.of();

  @Override
  Answer answer() {
    List<ConstantWork> lines =
        pieces.stream().map(count -> new ConstantWork(stations, count)).toList();
    ConstantWork last = lines.getLast();
    Answer answer =
        new Answer()
            .say(
                "With "
                    + last.pieces()
                    + " pieces in it the line yields "
                    + Unit.PART.of(last.exponential())
                    + " of what a station could.");
    answer
        .cases("pieces", lines, line -> Integer.toString(line.pieces()))
        .row("best", Unit.PART, ConstantWork::best)
        .row("exponential", Unit.PART, ConstantWork::exponential)
        .row("worst", Unit.PART, ConstantWork::worst);
    return answer;
  }
}
