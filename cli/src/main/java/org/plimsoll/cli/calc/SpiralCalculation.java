package org.plimsoll.cli.calc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.plimsoll.solvency.bounds.Require;
import org.plimsoll.solvency.impact.ExponentialImpact;
import org.plimsoll.solvency.spiral.LeverageTargeting;
import org.plimsoll.solvency.spiral.SpiralGain;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `plimsoll calc spiral`: whether forced sales feed on themselves.
@Command(
    name = "spiral",
    description = {
      "The gain R of forced sales in one asset, from borrowers who keep their loan-to-value ratio and"
          + " from leveraged tokens, and where a shock ends.",
      "R = (q/M) l/(1-l), after Greenwood, Landier and Thesmar (2015)."
    })
final class SpiralCalculation extends Calculation {
  /// What is told of a long spiral; the rest is in its end.
  private static final int ROUNDS_SHOWN = 5;

  @Option(
      names = "--price",
      paramLabel = "PRICE",
      converter = Numeral.Real.class,
      description = "Price before the shock, above 0; 1 if not said.")
  private double price = 1;

  @Option(
      names = "--depth",
      required = true,
      paramLabel = "UNITS",
      converter = Numeral.Real.class,
      description = "M: the units whose sale moves the log price by 1, above 0.")
  private double depth;

  @Option(
      names = "--borrower",
      paramLabel = "UNITS@LTV",
      split = ",",
      converter = Pair.Converter.class,
      description = "Units pledged and loan-to-value of each: 150000@50%%,80000@40%%.")
  private List<Pair> borrowers = List.of();

  @Option(
      names = "--leveraged-token",
      paramLabel = "MONEY@LEVERAGE",
      split = ",",
      converter = Pair.Converter.class,
      description = "Net assets and leverage of each leveraged token: 40m@3,25m@-3.")
  private List<Pair> tokens = List.of();

  @Option(
      names = "--shock",
      paramLabel = "PART",
      converter = Numeral.Real.class,
      description = "A fall of the price from outside, from 0 to below 1.")
  private Optional<Double> shock = Optional.empty();

  @Override
  Answer answer() {
    SpiralGain gain = gain();
    Answer answer =
        new Answer()
            .say(reading(gain.total()))
            .figure("gain", Unit.NUMBER, gain.total())
            .figure("gain of borrowers", Unit.NUMBER, gain.of(SpiralGain.Channel.LIQUIDATION))
            .figure(
                "gain of leveraged tokens",
                Unit.NUMBER,
                gain.of(SpiralGain.Channel.LEVERAGED_TOKENS))
            .figure("amplification", Unit.TIMES, gain.linearLoss(1));
    shock.ifPresent(
        fall -> answer.figure("small shock forecast", Unit.PART, gain.linearLoss(fall)));
    Optional<LeverageTargeting.Outcome> end = shock.flatMap(fall -> addEnd(answer, fall));
    if (gain.parts().size() > 1) {
      List<Integer> parts = IntStream.range(0, gain.parts().size()).boxed().toList();
      Answer.Cases<Integer> table =
          answer
              .cases("part", parts, part -> gain.parts().get(part).name())
              .row("gain", Unit.NUMBER, part -> gain.parts().get(part).gain());
      end.ifPresent(found ->
          table
              .row("sold", Unit.UNITS, part -> found.ends().get(part).sold())
              .row("debt left", Unit.MONEY, part -> found.ends().get(part).debtLeft()));
    }
    return answer;
  }

  private SpiralGain gain() {
    if (borrowers.isEmpty() && tokens.isEmpty()) {
      throw refused("nothing forces a sale; give --borrower or --leveraged-token");
    }
    Require.positive("price", price);
    Require.positive("depth", depth);
    List<SpiralGain.Part> parts = new ArrayList<>();
    for (Pair each : borrowers) {
      String name = "borrower " + (parts.size() + 1);
      parts.add(
          within(
              "--borrower",
              () -> SpiralGain.Part.borrower(name, each.amount(), each.rate(), depth)));
    }
    for (Pair each : tokens) {
      String name = "token " + Unit.TIMES.of(each.rate()) + "x";
      parts.add(
          within(
              "--leveraged-token",
              () ->
                  SpiralGain.Part.leveragedToken(name, each.rate(), each.amount(), price * depth)));
    }
    return new SpiralGain(parts);
  }

  /// The end of a shock of some size is not known where leveraged tokens sell too: they sell once a
  /// day, and borrowers until they are back at their ratios.
  private Optional<LeverageTargeting.Outcome> addEnd(Answer answer, double fall) {
    if (!tokens.isEmpty()) {
      answer.say("Where the shock ends is computed for borrowers only, not for leveraged tokens.");
      return Optional.empty();
    }
    List<LeverageTargeting.Position> positions =
        borrowers.stream()
            .map(each ->
                within(
                    "--borrower", () -> new LeverageTargeting.Position(each.amount(), each.rate())))
            .toList();
    LeverageTargeting targeting =
        new LeverageTargeting(new ExponentialImpact(price, depth), positions);
    LeverageTargeting.Outcome end = targeting.after(fall);
    answer
        .figure("final price", Unit.PRICE, end.price())
        .figure("total fall", Unit.PART, 1 - end.price() / price)
        .figure("sold", Unit.UNITS, end.sold())
        .figure("debt left", Unit.MONEY, end.debtLeft())
        .figure("rounds", Unit.NUMBER, end.rounds().size());
    addUnpaid(answer, end);
    List<Integer> shown =
        IntStream.range(0, Math.min(ROUNDS_SHOWN, end.rounds().size())).boxed().toList();
    answer
        .cases("round", shown, round -> Integer.toString(round + 1))
        .row("sold", Unit.UNITS, round -> end.rounds().get(round).sold())
        .row("price after", Unit.PRICE, round -> end.rounds().get(round).price());
    return Optional.of(end);
  }

  /// Who has nothing left to sell leaves a debt that nobody pays.
  private void addUnpaid(Answer answer, LeverageTargeting.Outcome end) {
    double unpaid = 0;
    int soldOut = 0;
    for (int i = 0; i < borrowers.size(); i++) {
      if (end.ends().get(i).sold() >= borrowers.get(i).amount()) {
        unpaid += end.ends().get(i).debtLeft();
        soldOut++;
      }
    }
    if (soldOut > 0) {
      String what =
          soldOut == borrowers.size()
              ? "Everything pledged is sold, and "
              : "Borrowers who have sold everything: " + soldOut + ". Of their debt ";
      answer.say(what + Unit.MONEY.of(unpaid) + " stay unpaid.");
    }
  }

  private static String reading(double gain) {
    String is = "R is " + Unit.NUMBER.of(gain) + ": ";
    return gain >= 1
        ? is + "each round of forced sales is larger than the last."
        : is + "a small shock ends at " + Unit.TIMES.of(1 / (1 - gain)) + " times its size.";
  }
}
