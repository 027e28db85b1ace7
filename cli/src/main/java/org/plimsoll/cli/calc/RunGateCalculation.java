package org.plimsoll.cli.calc;

import org.plimsoll.solvency.run.WithdrawalGate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `plimsoll calc run-gate`: what a cap on daily withdrawals buys, and what it frightens.
@Command(
    name = "run-gate",
    description = {
      "The days that a cap on daily withdrawals buys, and those that its own fright costs.",
      "Demand over the cap, in whole days."
    })
final class RunGateCalculation extends Calculation {
  @Option(
      names = "--per-day",
      required = true,
      paramLabel = "PART",
      converter = Numeral.Real.class,
      description = "Share of claims paid out in a day, above 0 and at most 1.")
  private double perDay;

  @Option(
      names = "--demand",
      required = true,
      paramLabel = "PART",
      converter = Numeral.Real.class,
      description = "Share of claims that would ask without a gate, from 0 to 1.")
  private double demand;

  @Option(
      names = "--extra-demand",
      paramLabel = "PART",
      converter = Numeral.Real.class,
      description =
          "Share that asks only because there is a gate; 0 if not said, which is a judgement too.")
  private double extraDemand;

  @Override
  Answer answer() {
    WithdrawalGate gate = new WithdrawalGate(perDay, extraDemand);
    return new Answer()
        .say("All who ask are paid after " + gate.days(demand) + " days.")
        .figure("days", Unit.DAYS, (double) gate.days(demand))
        .figure("days of fright", Unit.DAYS, (double) gate.daysOfFright(demand));
  }
}
