package org.plimsoll.cli.calc;

import java.util.Optional;
import org.plimsoll.solvency.bounds.Require;
import org.plimsoll.solvency.cascade.LendingPosition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `plimsoll calc health-factor`: what a liquidation does to a position at a lending protocol.
@Command(
    name = "health-factor",
    description = {
      "The health factor of a position at a lending protocol, and whether a liquidation mends it.",
      "After Warmuz, Chaudhary and Pinna (2023)."
    })
final class HealthFactorCalculation extends Calculation {
  @Option(
      names = "--collateral",
      required = true,
      paramLabel = "MONEY",
      converter = Numeral.Real.class,
      description = "Value of the collateral, above 0.")
  private double collateral;

  @Option(
      names = "--debt",
      required = true,
      paramLabel = "MONEY",
      converter = Numeral.Real.class,
      description = "Above 0.")
  private double debt;

  @Option(
      names = "--threshold",
      required = true,
      paramLabel = "PART",
      converter = Numeral.Real.class,
      description = "The part of the collateral that counts against the debt.")
  private double threshold;

  @Option(
      names = "--bonus",
      paramLabel = "PART",
      converter = Numeral.Real.class,
      description = "What a liquidator takes on top of what he repays; 5%% if not said.")
  private double bonus = 0.05;

  @Option(
      names = "--repaid",
      paramLabel = "MONEY",
      converter = Numeral.Real.class,
      description = "Debt that a liquidator repays.")
  private Optional<Double> repaid = Optional.empty();

  @Option(
      names = "--target",
      paramLabel = "PART",
      converter = Numeral.Real.class,
      description = "A loan-to-value ratio that repaying is to reach.")
  private Optional<Double> target = Optional.empty();

  @Override
  Answer answer() {
    LendingPosition position = new LendingPosition(collateral, debt, threshold);
    Require.notNegative("bonus", bonus);
    Answer answer =
        new Answer()
            .say(reading(position))
            .figure("health factor", Unit.NUMBER, position.healthFactor())
            .figure("loan to value", Unit.PART, position.loanToValue())
            .figure("toxic from", Unit.PART, 1 / (1 + bonus));
    repaid.ifPresent(paid -> {
      LendingPosition after = after(position, paid);
      answer
          .figure("health factor after", Unit.NUMBER, after.healthFactor())
          .figure("loan to value after", Unit.PART, after.loanToValue());
    });
    target.ifPresent(
        ratio -> answer.figure("repay to target", Unit.MONEY, position.repaymentTo(ratio, bonus)));
    return answer;
  }

  private LendingPosition after(LendingPosition position, double paid) {
    if (paid >= debt || paid * (1 + bonus) >= collateral) {
      throw new IllegalArgumentException(
          "repaid " + paid + " leaves nothing of debt or collateral");
    }
    return position.afterRepaying(paid, bonus);
  }

  private String reading(LendingPosition position) {
    if (position.isToxic(bonus)) {
      return "Every liquidation makes the position worse: it takes more collateral than there is"
          + " behind the debt it repays.";
    }
    return position.healthFactor() < 1
        ? "The position may be liquidated, and a liquidation mends it."
        : "The position is not liquidated.";
  }
}
