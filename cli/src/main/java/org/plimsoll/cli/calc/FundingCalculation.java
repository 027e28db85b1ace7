package org.plimsoll.cli.calc;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.plimsoll.solvency.token.PerpetualFunding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `plimsoll calc funding`: what holders of a perpetual pay each other for an hour.
@Command(
    name = "funding",
    description = {
      "The funding rate of an hour from the premia seen in it, and what each position receives.",
      "A twenty-fourth of the mean premium, by FTX's help center (2022)."
    })
final class FundingCalculation extends Calculation {
  @Option(
      names = "--premium",
      required = true,
      paramLabel = "PART",
      split = ",",
      converter = Numeral.Real.class,
      description = "Of the perpetual over its index, as seen during the hour.")
  private List<Double> premia = List.of();

  @Option(
      names = "--quantity",
      paramLabel = "UNITS",
      split = ",",
      converter = Numeral.Real.class,
      description = "Positions in units of the underlying, negative for shorts; with --index.")
  private List<Double> quantities = List.of();

  @Option(
      names = "--index",
      paramLabel = "PRICE",
      converter = Numeral.Real.class,
      description = "Price of the underlying, above 0.")
  private Optional<Double> index = Optional.empty();

  @Override
  Answer answer() {
    if (quantities.isEmpty() == index.isPresent()) {
      throw refused("give --quantity and --index together");
    }
    PerpetualFunding funding = PerpetualFunding.ofPremia(Numbers.array(premia));
    double rate = funding.rate();
    String who =
        rate == 0
            ? "Nobody pays."
            : (rate > 0 ? "Longs pay shorts " : "Shorts pay longs ")
                + Unit.PART.of(Math.abs(rate))
                + " of a position's value for the hour.";
    Answer answer = new Answer().say(who).figure("hourly rate", Unit.PART, rate);
    index.ifPresent(price -> {
      double[] payments = funding.payments(Numbers.array(quantities), price);
      List<Integer> positions = IntStream.range(0, payments.length).boxed().toList();
      answer
          .cases("position", positions, each -> Integer.toString(each + 1))
          .row("quantity", Unit.UNITS, quantities::get)
          .row("receives", Unit.MONEY, each -> payments[each]);
    });
    return answer;
  }
}
