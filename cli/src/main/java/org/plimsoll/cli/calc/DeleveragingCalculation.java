package org.plimsoll.cli.calc;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.solvency.waterfall.DeleveragingQueue;
import org.plimsoll.solvency.waterfall.DeleveragingQueue.Close;
import org.plimsoll.solvency.waterfall.DeleveragingQueue.Open;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `plimsoll calc deleveraging`: who is closed against a liquidated position.
@Command(
    name = "deleveraging",
    description = {
      "The order in which positions of one side are closed against a liquidated one, and how much of"
          + " each.",
      "By profit over entry value, times leverage where it is a gain and divided by it where it is a"
          + " loss, as BitMEX publishes it."
    })
final class DeleveragingCalculation extends Calculation {
  @Option(
      names = "--profit",
      required = true,
      paramLabel = "MONEY",
      split = ",",
      converter = Numeral.Exact.class,
      description = "Of each position, not yet realized; a loss is negative.")
  private List<BigDecimal> profits = List.of();

  @Option(
      names = "--entry-value",
      required = true,
      paramLabel = "MONEY",
      split = ",",
      converter = Numeral.Exact.class,
      description = "Size at the entry price of each, above 0.")
  private List<BigDecimal> entryValues = List.of();

  @Option(
      names = "--leverage",
      required = true,
      paramLabel = "TIMES",
      split = ",",
      converter = Numeral.Exact.class,
      description = "Effective leverage of each, above 0.")
  private List<BigDecimal> leverages = List.of();

  @Option(
      names = "--size",
      required = true,
      paramLabel = "UNITS",
      split = ",",
      converter = Numeral.Exact.class,
      description = "Of each, above 0.")
  private List<BigDecimal> sizes = List.of();

  @Option(
      names = "--take",
      required = true,
      paramLabel = "UNITS",
      converter = Numeral.Exact.class,
      description = "Size of the liquidated position, not negative.")
  private BigDecimal take = BigDecimal.ZERO;

  @Override
  Answer answer() {
    DeleveragingQueue queue = new DeleveragingQueue(positions());
    SortedMap<String, BigDecimal> closed = new TreeMap<>();
    for (Close each : within("--take", () -> queue.close(take))) {
      closed.put(each.account(), each.size());
    }
    BigDecimal taken = closed.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal left = take.subtract(taken);
    String over =
        left.signum() == 0
            ? "."
            : "; nobody is left to take over " + Unit.UNITS.of(left) + " of it.";
    Answer answer =
        new Answer()
            .say("Positions that are closed against it: " + closed.size() + over)
            .exact("taken over", Unit.UNITS, taken)
            .exact("left", Unit.UNITS, left);
    answer
        .cases("position", queue.ranked(), Open::account)
        .row("score", Unit.NUMBER, each -> each.score().doubleValue())
        .exactRow("size", Unit.UNITS, Open::size)
        .exactRow(
            "closed", Unit.UNITS, each -> closed.getOrDefault(each.account(), BigDecimal.ZERO));
    return answer;
  }

  private List<Open> positions() {
    int count = profits.size();
    if (entryValues.size() != count || leverages.size() != count || sizes.size() != count) {
      throw refused("--profit, --entry-value, --leverage and --size need one item per position");
    }
    List<Open> positions = new ArrayList<>();
    int digits = Integer.toString(count).length();
    for (int i = 0; i < count; i++) {
      String number = Integer.toString(i + 1);
      // Ties are broken by name, so that names must sort as numbers do.
      String name = "0".repeat(digits - number.length()) + number;
      positions.add(
          new Open(name, profits.get(i), entryValues.get(i), leverages.get(i), sizes.get(i)));
    }
    return positions;
  }
}
