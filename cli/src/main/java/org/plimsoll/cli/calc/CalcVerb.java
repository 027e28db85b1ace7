package org.plimsoll.cli.calc;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `plimsoll calc`: the closed forms of the laboratory. Each is a class of its own, listed here.
@Command(
    name = "calc",
    description = {
      "Compute one closed form of the laboratory from options or a file, without a book.",
      "Numbers may be written 0.05, 5%%, 1bp, 1e6, 44m or 5.82bn; a list has commas."
    },
    synopsisSubcommandLabel = "CALCULATION",
    commandListHeading = "%nCalculations:%n",
    subcommands = {
      AlphaBetaCalculation.class,
      AmplifiedFailureCalculation.class,
      AttackCalculation.class,
      BatchesCalculation.class,
      BucketBrigadeCalculation.class,
      CollateralWeightCalculation.class,
      ConstantWorkCalculation.class,
      CrossTrainingCalculation.class,
      DeleveragingCalculation.class,
      EmissionCalculation.class,
      EwmaCalculation.class,
      FirstPassageCalculation.class,
      FundingCalculation.class,
      HealthFactorCalculation.class,
      KellyCalculation.class,
      KellyContinuousCalculation.class,
      LeverageCycleCalculation.class,
      LeveragedTokenCalculation.class,
      LoadLineCalculation.class,
      MarginCalculation.class,
      MarketMakingCalculation.class,
      OwnTokenCalculation.class,
      ProfitCalculation.class,
      QuoteInformedCalculation.class,
      QuoteInventoryCalculation.class,
      ReverseStressCalculation.class,
      RunCalculation.class,
      RunContractCalculation.class,
      RunGateCalculation.class,
      RunPanicCalculation.class,
      SpiralCalculation.class,
      TallyCalculation.class,
      TandemCalculation.class,
      WaterfallCalculation.class,
      WrongWayCalculation.class,
      WrongWayHazardCalculation.class,
      WrongWayJumpCalculation.class
    })
public final class CalcVerb implements Callable<Integer> {
  @Spec private CommandSpec spec;

  CalcVerb() {}

  /// Without a calculation there is nothing to do: shows the help on the error stream.
  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return CommandLine.ExitCode.USAGE;
  }
}
