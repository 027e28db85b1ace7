package org.plimsoll.cli.calc;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.plimsoll.solvency.betting.BinaryBet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `plimsoll calc kelly`: how much of one's wealth to stake on a bet that is won or lost.
@Command(
    name = "kelly",
    description = {
      "How much of one's wealth to stake on a bet that is won or lost, and what repeating it does.",
      "After Kelly (1956)."
    })
final class KellyCalculation extends Calculation {
  @Option(
      names = "--win-probability",
      required = true,
      paramLabel = "PART",
      converter = Numeral.Real.class,
      description = "Probability of winning, above 0 and below 1.")
  private double winProbability;

  @Option(
      names = "--odds",
      required = true,
      paramLabel = "NUMBER",
      converter = Numeral.Real.class,
      description = "What a stake of 1 wins on top of itself; 1 is even money.")
  private double odds;

  @Option(
      names = "--fraction",
      paramLabel = "PART",
      split = ",",
      converter = Numeral.Real.class,
      description = "Fractions of wealth to compare with Kelly's, from 0 to 1.")
  private List<Double> fractions = List.of();

  @Option(
      names = "--rounds",
      paramLabel = "COUNT",
      converter = Numeral.Whole.class,
      description = "How often the bet is repeated; 100 if not said.")
  private int rounds = 100;

  @Option(
      names = "--own-share",
      paramLabel = "PART",
      converter = Numeral.Real.class,
      description =
          "The part of the wealth at stake that is the bettor's own; the rest is owed to others, who"
              + " bear what the bettor cannot. All of it if not said.")
  private double ownShare = 1;

  @Override
  Answer answer() {
    BinaryBet bet = new BinaryBet(winProbability, odds);
    double best = bet.kellyFraction();
    Answer answer = new Answer();
    answer
        .say(reading(bet, best))
        .figure("kelly fraction", Unit.PART, best)
        .figure("growth at kelly", Unit.NUMBER, bet.growth(best))
        .figure("break even fraction", Unit.PART, bet.breakEvenFraction());
    List<Double> compared =
        Stream.of(Stream.of(best), fractions.stream(), Stream.of(1.0))
            .flatMap(stakes -> stakes)
            .distinct()
            .toList();
    Answer.Cases<Double> stakes =
        answer
            .cases("stake", compared, Unit.PART::of)
            .row("growth per bet", Unit.NUMBER, bet::growth)
            .row("mean wealth", Unit.TIMES, stake -> bet.outcome(stake, rounds).mean())
            .row("median wealth", Unit.TIMES, stake -> bet.outcome(stake, rounds).median())
            .row("ruin", Unit.PART, stake -> 1 - bet.outcome(stake, rounds).aliveProbability());
    if (ownShare < 1) {
      stakes.row("own mean after one", Unit.TIMES, stake -> bet.ownersMean(stake, ownShare));
    }
    return answer;
  }

  private String reading(BinaryBet bet, double best) {
    if (best == 0) {
      return bet.ownersMean(1, ownShare) > ownShare
          ? "The bet has no edge, but others bear the loss: the owner gains most by staking all."
          : "The bet has no edge: stake nothing.";
    }
    OptionalDouble tooMuch =
        fractions.stream()
            .mapToDouble(Double::doubleValue)
            .filter(stake -> bet.growth(stake) < 0)
            .findFirst();
    return tooMuch.isPresent()
        ? "A stake of "
            + Unit.PART.of(tooMuch.getAsDouble())
            + " shrinks almost every wealth in the long run, although the mean grows."
        : "Wealth grows fastest at a stake of "
            + Unit.PART.of(best)
            + " and shrinks above the"
            + " break-even fraction.";
  }
}
