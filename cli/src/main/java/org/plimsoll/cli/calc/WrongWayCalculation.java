package org.plimsoll.cli.calc;

import java.util.List;
import org.plimsoll.solvency.wrongway.ConditionalCollateral;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `plimsoll calc wrong-way`: collateral that is worth least when its borrower defaults.
@Command(
    name = "wrong-way",
    description = {
      "What collateral is worth where its borrower has defaulted, over the correlations that nobody"
          + " can rule out; a positive one is wrong-way.",
      "Closed form under a Gaussian copula, after Pykhtin (2003)."
    })
final class WrongWayCalculation extends Calculation {
  @Option(
      names = "--value",
      required = true,
      paramLabel = "MONEY",
      converter = Numeral.Real.class,
      description = "Value of the collateral now, above 0.")
  private double value;

  @Option(
      names = "--debt",
      required = true,
      paramLabel = "MONEY",
      converter = Numeral.Real.class,
      description = "Debt against it, above 0.")
  private double debt;

  @Option(
      names = "--volatility",
      required = true,
      paramLabel = "RATE",
      converter = Numeral.Real.class,
      description = "Volatility of the collateral a year, above 0.")
  private double volatility;

  @Option(
      names = "--default-probability",
      required = true,
      paramLabel = "PART",
      converter = Numeral.Real.class,
      description = "Of the borrower by the horizon, above 0 and below 1.")
  private double defaultProbability;

  @Option(
      names = "--days",
      paramLabel = "DAYS",
      converter = Numeral.Real.class,
      description = "Horizon; 365 if not said.")
  private double days = 365;

  @Option(
      names = "--drift",
      paramLabel = "RATE",
      converter = Numeral.Real.class,
      description = "Log rate of the collateral's mean a year; 0 if not said.")
  private double drift;

  @Option(
      names = "--level",
      paramLabel = "PART",
      converter = Numeral.Real.class,
      description = "Of defaults in which the haircut may fail; 5%% if not said.")
  private double level = 0.05;

  @Option(
      names = "--correlation",
      paramLabel = "NUMBER",
      split = ",",
      converter = Numeral.Real.class,
      description = "Of collateral and borrower, above -1 and below 1; 0,0.3,0.6,0.9 if not said.")
  private List<Double> correlations = List.of(0.0, 0.3, 0.6, 0.9);

  @Override
  Answer answer() {
    List<ConditionalCollateral> loans =
        correlations.stream()
            .map(each ->
                new ConditionalCollateral(
                    value, drift, volatility, years("days", days), defaultProbability, each))
            .toList();
    ConditionalCollateral worst = loans.getLast();
    Answer answer =
        new Answer()
            .say(
                "At a correlation of "
                    + Unit.NUMBER.of(worst.correlation())
                    + " a default finds "
                    + Unit.PART.of(worst.wrongWayRatio())
                    + " of the collateral that was expected, and loses "
                    + Unit.TIMES.of(worst.lossMultiple(debt))
                    + " times what it would without correlation.");
    answer
        .cases("correlation", loans, loan -> Unit.NUMBER.of(loan.correlation()))
        .row("collateral in default", Unit.MONEY, ConditionalCollateral::expectedGivenDefault)
        .row("wrong way ratio", Unit.NUMBER, ConditionalCollateral::wrongWayRatio)
        .row("short in default", Unit.PART, loan -> loan.shortfallProbability(debt))
        .row("loss in default", Unit.MONEY, loan -> loan.lossGivenDefault(debt))
        .row("expected loss", Unit.MONEY, loan -> loan.expectedLoss(debt))
        .row("loss multiple", Unit.TIMES, loan -> loan.lossMultiple(debt))
        .row("haircut", Unit.PART, loan -> loan.haircut(level));
    return answer;
  }
}
