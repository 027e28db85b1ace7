package org.plimsoll.cli.calc;

import java.util.List;
import java.util.Optional;
import org.plimsoll.solvency.token.LeveragedToken;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `plimsoll calc leveraged-token`: what a fixed multiple of each day's return becomes.
@Command(
    name = "leveraged-token",
    description = {
      "What a token becomes whose holders own a fixed multiple of each day's return, and the move at"
          + " which it rebalances at once.",
      "The drag of L(L-1)/2 times the variance, after Cheng and Madhavan (2009)."
    })
final class LeveragedTokenCalculation extends Calculation {
  @Option(
      names = "--leverage",
      required = true,
      paramLabel = "TIMES",
      converter = Numeral.Real.class,
      description = "Target, negative for an inverse token.")
  private double leverage;

  @Option(
      names = "--returns",
      paramLabel = "PART",
      split = ",",
      converter = Numeral.Real.class,
      description = "Daily returns of the underlying, above -100%%.")
  private List<Double> returns = List.of();

  @Option(
      names = "--volatility",
      paramLabel = "RATE",
      converter = Numeral.Real.class,
      description = "Of the underlying a year: the value with rebalancing at every instant.")
  private Optional<Double> volatility = Optional.empty();

  @Option(
      names = "--price-ratio",
      paramLabel = "TIMES",
      converter = Numeral.Real.class,
      description = "End over start of the underlying, with --volatility; 1 if not said.")
  private double priceRatio = 1;

  @Option(
      names = "--days",
      paramLabel = "DAYS",
      converter = Numeral.Real.class,
      description = "Horizon, with --volatility; 365 if not said.")
  private double days = 365;

  @Option(
      names = "--excess",
      paramLabel = "TIMES",
      converter = Numeral.Real.class,
      description = "Leverage over target at which the issuer rebalances at once, above 1.")
  private Optional<Double> excess = Optional.empty();

  @Override
  Answer answer() {
    if (returns.isEmpty() && volatility.isEmpty() && excess.isEmpty()) {
      throw refused("give --returns, --volatility or --excess");
    }
    LeveragedToken token = new LeveragedToken(leverage);
    Answer answer = new Answer();
    if (!returns.isEmpty()) {
      double[] each = Numbers.array(returns);
      answer
          .figure("token", Unit.TIMES, within("--returns", () -> token.after(each)))
          .figure("underlying", Unit.TIMES, new LeveragedToken(1).after(each));
    }
    volatility.ifPresent(rate -> {
      double horizon = years("days", days);
      double drag = token.continuous(1, rate, horizon);
      answer
          .say("Rebalancing alone leaves " + Unit.PART.of(drag) + " of the token.")
          .figure(
              "token rebalanced always", Unit.TIMES, token.continuous(priceRatio, rate, horizon))
          .figure("left by rebalancing", Unit.PART, drag);
    });
    excess.ifPresent(
        times -> answer.figure("emergency move", Unit.PART, token.emergencyReturn(times)));
    return answer;
  }
}
