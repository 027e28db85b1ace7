package org.plimsoll.cli.calc;

import java.util.Optional;
import org.plimsoll.solvency.run.DepositContract;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `plimsoll calc run-contract`: a promise of early money out of an investment that pays late.
@Command(
    name = "run-contract",
    description = {
      "What waiting is worth under a promise of early money, and the share of leavers above which"
          + " leaving is the best reply.",
      "After Diamond and Dybvig (1983)."
    })
final class RunContractCalculation extends Calculation {
  @Option(
      names = "--yield",
      required = true,
      paramLabel = "TIMES",
      converter = Numeral.Real.class,
      description = "What one unit brings if it is left alone, above 1.")
  private double yield;

  @Option(
      names = "--early",
      required = true,
      paramLabel = "PART",
      converter = Numeral.Real.class,
      description = "Share of depositors who need their money early, from 0 to 1.")
  private double early;

  @Option(
      names = "--promise",
      paramLabel = "TIMES",
      converter = Numeral.Real.class,
      description = "Paid to whoever leaves early, per unit; or --risk-aversion.")
  private Optional<Double> promise = Optional.empty();

  @Option(
      names = "--risk-aversion",
      paramLabel = "NUMBER",
      converter = Numeral.Real.class,
      description = "Constant and relative, above 0: the promise is then the best one.")
  private Optional<Double> riskAversion = Optional.empty();

  @Override
  Answer answer() {
    if (promise.isPresent() == riskAversion.isPresent()) {
      throw refused("give one of --promise and --risk-aversion");
    }
    DepositContract contract =
        promise
            .map(paid -> new DepositContract(paid, yield))
            .orElseGet(() -> DepositContract.optimal(yield, early, riskAversion.orElseThrow()));
    double runAbove = contract.runAbove();
    return new Answer()
        .say(
            runAbove > 0 && runAbove < 1
                ? "Staying is best while at most "
                    + Unit.PART.of(runAbove)
                    + " leave, and leaving above it: both are equilibria."
                : "There is one equilibrium only.")
        .figure("promise", Unit.TIMES, contract.promise())
        .figure("late payoff", Unit.TIMES, contract.latePayoff(early))
        .figure("run above", Unit.PART, runAbove);
  }
}
