package org.plimsoll.cli.calc;

import org.plimsoll.solvency.run.MechanicalRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `plimsoll calc run`: how many withdrawals a venue survives.
@Command(
    name = "run",
    description = {
      "The shares of claims withdrawn above which a venue must sell, is insolvent, and is out of"
          + " cash.",
      "Accounting alone: liquid means first, then the rest below its mark."
    })
final class RunCalculation extends Calculation {
  @Option(
      names = "--liquid",
      required = true,
      paramLabel = "MONEY",
      converter = Numeral.Real.class,
      description = "Cash and what is as good, not negative.")
  private double liquid;

  @Option(
      names = "--illiquid",
      required = true,
      paramLabel = "MONEY",
      converter = Numeral.Real.class,
      description = "Other assets at mark, not negative.")
  private double illiquid;

  @Option(
      names = "--discount",
      required = true,
      paramLabel = "PART",
      converter = Numeral.Real.class,
      description = "What a forced sale brings for one at mark, above 0 and at most 1.")
  private double discount;

  @Option(
      names = "--claims",
      required = true,
      paramLabel = "MONEY",
      converter = Numeral.Real.class,
      description = "What customers can withdraw, above 0.")
  private double claims;

  @Override
  Answer answer() {
    MechanicalRun run = new MechanicalRun(liquid, illiquid, discount, claims);
    return new Answer()
        .say(reading(run))
        .figure("sells above", Unit.PART, run.fireSaleAbove())
        .figure("insolvent above", Unit.PART, run.insolventAbove())
        .figure("out of cash above", Unit.PART, run.outOfCashAbove())
        .figure("recovery on pause", Unit.PART, run.recoveryOnPause())
        .figure("fee without advantage", Unit.PART, run.fee());
  }

  private static String reading(MechanicalRun run) {
    if (run.outOfCashAbove() >= 1) {
      return "Everybody can be paid.";
    }
    if (run.insolventAbove() <= run.fireSaleAbove()) {
      return "It is insolvent before anybody leaves.";
    }
    return "Whoever stands in line behind "
        + Unit.PART.of(run.outOfCashAbove())
        + " of the claims gets nothing, so it pays to be first.";
  }
}
