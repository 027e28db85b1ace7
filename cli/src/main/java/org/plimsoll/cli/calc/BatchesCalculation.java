package org.plimsoll.cli.calc;

import java.util.List;
import org.plimsoll.solvency.tandem.BatchLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `plimsoll calc batches`: what moving pieces in batches gains and costs.
@Command(
    name = "batches",
    description = {
      "Rate and flow time of a line of equal stations through which pieces move in batches, each of"
          + " which needs a setup at every station.",
      "A batch of k yields k / (s + k t), and its first piece is seen after n (s + k t)."
    })
final class BatchesCalculation extends Calculation {
  @Option(
      names = "--stations",
      required = true,
      paramLabel = "COUNT",
      converter = Numeral.Whole.class,
      description = "How many in a row, at least 1.")
  private int stations;

  @Option(
      names = "--time",
      paramLabel = "TIME",
      converter = Numeral.Real.class,
      description = "Per piece at each station, above 0; 1 if not said.")
  private double time = 1;

  @Option(
      names = "--setup",
      paramLabel = "TIME",
      converter = Numeral.Real.class,
      description = "Per batch at each station; 0 if not said.")
  private double setup;

  @Option(
      names = "--size",
      required = true,
      paramLabel = "COUNT",
      split = ",",
      converter = Numeral.Whole.class,
      description = "Pieces in a batch; several are compared.")
  private List<Integer> sizes = List.of();

  @Override
  Answer answer() {
    BatchLine line = new BatchLine(stations, time, setup);
    int last = sizes.getLast();
    Answer answer =
        new Answer()
            .say(
                "In batches of "
                    + last
                    + " the first piece is seen after "
                    + Unit.TIME.of(line.flowTime(last))
                    + "; moved one by one, all "
                    + last
                    + " are done after "
                    + Unit.TIME.of(line.singlePieceTime(last))
                    + ".");
    answer
        .cases("size", sizes, size -> Integer.toString(size))
        .row("rate", Unit.NUMBER, line::rate)
        .row("part of station", Unit.PART, size -> line.rate(size) * time)
        .row("flow time", Unit.TIME, line::flowTime)
        .row("all one by one", Unit.TIME, line::singlePieceTime);
    return answer;
  }
}
