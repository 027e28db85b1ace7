package org.plimsoll.cli.calc;

import java.util.List;
import org.plimsoll.solvency.survival.AmplifiedFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `plimsoll calc amplified-failure`: how likely a fall is that makes a part of itself.
@Command(
    name = "amplified-failure",
    description = {
      "The probability of a fall at which something fails, where a part of any fall is made by the"
          + " fall itself.",
      "A total fall of X needs X (1 - R) from outside; the price is lognormal without drift."
    })
final class AmplifiedFailureCalculation extends Calculation {
  @Option(
      names = "--fall",
      required = true,
      paramLabel = "PART",
      converter = Numeral.Real.class,
      description = "Total fall at which it fails, above 0 and below 1.")
  private double fall;

  @Option(
      names = "--volatility",
      required = true,
      paramLabel = "RATE",
      converter = Numeral.Real.class,
      description = "Of what comes from outside, a year, above 0.")
  private double volatility;

  @Option(
      names = "--days",
      required = true,
      paramLabel = "DAYS",
      converter = Numeral.Real.class,
      description = "Horizon, above 0.")
  private double days;

  @Option(
      names = "--gain",
      paramLabel = "NUMBER",
      split = ",",
      converter = Numeral.Real.class,
      description = "Spiral gains R, from 0 to below 1; 0,0.25,0.5,0.75,0.9 if not said.")
  private List<Double> gains = List.of(0.0, 0.25, 0.5, 0.75, 0.9);

  @Override
  Answer answer() {
    AmplifiedFailure failure = new AmplifiedFailure(fall, volatility);
    double horizon = years("days", days);
    double last = gains.getLast();
    Answer answer =
        new Answer()
            .say(
                "At a gain of "
                    + Unit.NUMBER.of(last)
                    + " a fall of "
                    + Unit.PART.of(fall * (1 - last))
                    + " from outside is enough, which happens with probability "
                    + Unit.PART.of(failure.probability(last, horizon))
                    + ".");
    answer
        .cases("gain", gains, Unit.NUMBER::of)
        .row("fall from outside", Unit.PART, gain -> fall * (1 - gain))
        .row("probability", Unit.PART, gain -> failure.probability(gain, horizon));
    return answer;
  }
}
