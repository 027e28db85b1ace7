package org.plimsoll.cli.calc;

import java.util.Optional;
import org.plimsoll.solvency.bounds.Require;
import org.plimsoll.solvency.emission.Emission;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `plimsoll calc emission`: a token that is paid out every day and held up with cash.
@Command(
    name = "emission",
    description = {
      "How long cash holds up the price of a token that is paid out and sold every day, and what"
          + " follows.",
      "The price of dp/dt = p (I0 - e p) / K."
    })
final class EmissionCalculation extends Calculation {
  @Option(
      names = "--tokens-per-day",
      required = true,
      paramLabel = "UNITS",
      converter = Numeral.Real.class,
      description = "e: tokens paid out and sold a day, above 0.")
  private double tokensPerDay;

  @Option(
      names = "--inflow-per-day",
      required = true,
      paramLabel = "MONEY",
      converter = Numeral.Real.class,
      description = "I0: money that comes in of itself a day, not negative.")
  private double inflowPerDay;

  @Option(
      names = "--money-depth",
      required = true,
      paramLabel = "MONEY",
      converter = Numeral.Real.class,
      description = "K: the money that moves the log price by 1, above 0.")
  private double moneyDepth;

  @Option(
      names = "--peg",
      required = true,
      paramLabel = "PRICE",
      converter = Numeral.Real.class,
      description = "The price that is held, above the price that needs no support.")
  private double peg;

  @Option(
      names = "--cash",
      required = true,
      paramLabel = "MONEY",
      converter = Numeral.Real.class,
      description = "What there is to hold it with, not negative.")
  private double cash;

  @Option(
      names = "--after",
      paramLabel = "DAYS",
      converter = Numeral.Real.class,
      description = "Days after the end of the cash for which the price is asked.")
  private Optional<Double> after = Optional.empty();

  @Option(
      names = "--debt",
      paramLabel = "MONEY",
      converter = Numeral.Real.class,
      description = "A loan against the token; with --quantity and --threshold.")
  private Optional<Double> debt = Optional.empty();

  @Option(
      names = "--quantity",
      paramLabel = "UNITS",
      converter = Numeral.Real.class,
      description = "Tokens pledged for that loan.")
  private Optional<Double> quantity = Optional.empty();

  @Option(
      names = "--threshold",
      paramLabel = "PART",
      converter = Numeral.Real.class,
      description = "The loan-to-value ratio at which the lender sells.")
  private Optional<Double> threshold = Optional.empty();

  @Override
  Answer answer() {
    if (debt.isPresent() != quantity.isPresent() || debt.isPresent() != threshold.isPresent()) {
      throw refused("a loan needs all of --debt, --quantity and --threshold");
    }
    Emission emission = new Emission(tokensPerDay, inflowPerDay, moneyDepth);
    Emission.Support support = new Emission.Support(emission, peg, cash);
    Answer answer =
        new Answer()
            .say(
                "The cash is gone after "
                    + Unit.DAYS.of(support.runwayDays())
                    + " days; the price then falls towards "
                    + Unit.PRICE.of(emission.steadyPrice())
                    + ".")
            .figure("steady price", Unit.PRICE, emission.steadyPrice())
            .figure("burn", Unit.MONEY_PER_DAY, support.burnPerDay())
            .figure("runway", Unit.DAYS, support.runwayDays())
            .figure("tokens bought", Unit.UNITS, support.tokensBought());
    after.ifPresent(
        days -> answer.figure("price after", Unit.PRICE, emission.priceAfter(peg, days)));
    debt.ifPresent(owed -> addLoan(answer, support, owed));
    return answer;
  }

  private void addLoan(Answer answer, Emission.Support support, double owed) {
    double pledged = Require.positive("quantity", quantity.orElseThrow());
    double ratio = Require.positive("threshold", threshold.orElseThrow());
    answer
        .figure("loan trigger", Unit.PRICE, owed / (ratio * pledged))
        .figure("loan called after", Unit.DAYS, support.daysUntilCalled(owed, pledged, ratio));
  }
}
