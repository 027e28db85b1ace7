package org.plimsoll.cli.calc;

import org.plimsoll.solvency.wrongway.JumpAtDefault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `plimsoll calc wrong-way-jump`: collateral that falls because its borrower defaults.
@Command(
    name = "wrong-way-jump",
    description = {
      "What collateral pays that falls because its borrower defaults, such as the borrower's own"
          + " token.",
      "The collateral keeps one less the jump."
    })
final class WrongWayJumpCalculation extends Calculation {
  @Option(
      names = "--value",
      required = true,
      paramLabel = "MONEY",
      converter = Numeral.Real.class,
      description = "Value of the collateral before the default, above 0.")
  private double value;

  @Option(
      names = "--jump",
      paramLabel = "PART",
      converter = Numeral.Real.class,
      description = "The part of it that the default takes, from 0 to 1; all of it if not said.")
  private double jump = 1;

  @Option(
      names = "--debt",
      required = true,
      paramLabel = "MONEY",
      converter = Numeral.Real.class,
      description = "Debt against it, above 0.")
  private double debt;

  @Override
  Answer answer() {
    JumpAtDefault collateral = new JumpAtDefault(value, jump);
    double loss = collateral.lossGivenDefault(debt);
    return new Answer()
        .say(
            loss == 0
                ? "The collateral covers the debt even then."
                : "Of collateral worth "
                    + Unit.PART.of(value / debt)
                    + " of the debt, the default leaves "
                    + Unit.PART.of(1 - loss)
                    + ".")
        .figure("recovery", Unit.MONEY, collateral.recovery(debt))
        .figure("loss given default", Unit.PART, loss);
  }
}
