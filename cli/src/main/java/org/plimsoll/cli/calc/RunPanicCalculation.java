package org.plimsoll.cli.calc;

import org.plimsoll.solvency.run.WithdrawalGame;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `plimsoll calc run-panic`: the liquid coverage below which everybody leaves.
@Command(
    name = "run-panic",
    description = {
      "The liquid coverage below which everybody leaves, a solvent venue too.",
      "A global game with uniform noise, after Morris and Shin (2003) and Goldstein and Pauzner"
          + " (2005)."
    })
final class RunPanicCalculation extends Calculation {
  @Option(
      names = "--yield",
      required = true,
      paramLabel = "PART",
      converter = Numeral.Real.class,
      description = "Earned by who stays with a venue that survives, above 0.")
  private double yield;

  @Option(
      names = "--recovery",
      required = true,
      paramLabel = "PART",
      converter = Numeral.Real.class,
      description = "Per unit of claim of who stays with one that fails, from 0 to below 1.")
  private double recovery;

  @Override
  Answer answer() {
    double threshold = new WithdrawalGame(yield, recovery).panicBelow();
    return new Answer()
        .say(
            "A venue that cannot pay "
                + Unit.PART.of(threshold)
                + " of all claims at once is run on, solvent or not.")
        .figure("panic below", Unit.PART, threshold);
  }
}
