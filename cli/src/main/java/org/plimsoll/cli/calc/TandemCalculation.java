package org.plimsoll.cli.calc;

import java.util.List;
import java.util.stream.DoubleStream;
import org.plimsoll.solvency.tandem.LineFlow;
import org.plimsoll.solvency.tandem.TandemLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `plimsoll calc tandem`: what stations in a row do in the long run.
@Command(
    name = "tandem",
    description = {
      "Throughput, work in progress and flow time of stations in a row with exponential work times,"
          + " blocking after service, and never a lack of work in front.",
      "Exact, as a Markov chain, after Hunt (1956) and Little (1961)."
    })
final class TandemCalculation extends Calculation {
  @Option(
      names = "--rates",
      required = true,
      paramLabel = "RATE",
      split = ",",
      converter = Numeral.Real.class,
      description = "Pieces per unit of time, one for each station.")
  private List<Double> rates = List.of();

  @Option(
      names = "--buffer",
      paramLabel = "COUNT",
      split = ",",
      converter = Numeral.Whole.class,
      description = "Places between two stations; several are compared. 0 if not said.")
  private List<Integer> buffers = List.of(0);

  private record Line(int buffer, LineFlow flow) {}

  @Override
  Answer answer() {
    double[] each = rates.stream().mapToDouble(Double::doubleValue).toArray();
    List<Line> lines =
        buffers.stream()
            .map(buffer -> new Line(buffer, new TandemLine(each, buffer).flow()))
            .toList();
    double slowest = DoubleStream.of(each).min().orElseThrow();
    Line last = lines.getLast();
    Answer answer =
        new Answer()
            .say(
                "With "
                    + last.buffer()
                    + " places between stations the line yields "
                    + Unit.PART.of(last.flow().throughput() / slowest)
                    + " of what its slowest station could.");
    answer
        .cases("buffer", lines, line -> Integer.toString(line.buffer()))
        .row("throughput", Unit.NUMBER, line -> line.flow().throughput())
        .row("part of slowest", Unit.PART, line -> line.flow().throughput() / slowest)
        .row("work in progress", Unit.PIECES, line -> line.flow().workInProgress())
        .row("flow time", Unit.TIME, line -> line.flow().flowTime());
    return answer;
  }
}
