package org.plimsoll.cli.calc;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.plimsoll.solvency.spiral.OwnToken;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `plimsoll calc own-token`: a token whose value follows the equity of its issuer.
@Command(
    name = "own-token",
    description = {
      "The prices at which a token of the venue's own justifies itself, what carrying it amplifies,"
          + " and the price from which it falls by itself.",
      "The fixed points of p = (v + phi E(p)) / N."
    })
final class OwnTokenCalculation extends Calculation {
  @Option(
      names = "--independent-value",
      required = true,
      paramLabel = "MONEY",
      converter = Numeral.Real.class,
      description = "v: what the token is worth without the venue, not negative.")
  private double independentValue;

  @Option(
      names = "--per-equity",
      required = true,
      paramLabel = "NUMBER",
      converter = Numeral.Real.class,
      description = "phi: market value for each unit of equity, not negative.")
  private double perEquity;

  @Option(
      names = "--supply",
      required = true,
      paramLabel = "UNITS",
      converter = Numeral.Real.class,
      description = "N: tokens, above 0.")
  private double supply;

  @Option(
      names = "--other-equity",
      required = true,
      paramLabel = "MONEY",
      converter = Numeral.Real.class,
      description = "K0: equity apart from what depends on the token.")
  private double otherEquity;

  @Option(
      names = "--held",
      paramLabel = "UNITS",
      converter = Numeral.Real.class,
      description = "Tokens whose price risk the venue carries at every price.")
  private Optional<Double> held = Optional.empty();

  @Option(
      names = "--debt",
      paramLabel = "MONEY",
      converter = Numeral.Real.class,
      description = "A loan without recourse against the token; with --collateral.")
  private Optional<Double> debt = Optional.empty();

  @Option(
      names = "--collateral",
      paramLabel = "UNITS",
      converter = Numeral.Real.class,
      description = "Tokens pledged for that loan.")
  private Optional<Double> collateral = Optional.empty();

  @Override
  Answer answer() {
    if (debt.isPresent() != collateral.isPresent() || (held.isEmpty() && debt.isEmpty())) {
      throw refused("give --held, or --debt and --collateral");
    }
    OwnToken token = new OwnToken(independentValue, perEquity, supply, otherEquity);
    Answer answer = new Answer();
    held.ifPresent(tokens -> addHolding(answer, token, tokens));
    debt.ifPresent(
        owed -> addLoan(answer, new OwnToken.Loan(token, owed, collateral.orElseThrow())));
    return answer;
  }

  private void addHolding(Answer answer, OwnToken token, double tokens) {
    double gain = token.gain(tokens);
    answer
        .say(
            gain >= 1
                ? "Holding so many, the venue has no finite price for its own token."
                : "Every loss of the venue is amplified "
                    + Unit.TIMES.of(1 / (1 - gain))
                    + " times by the tokens that it holds.")
        .figure("gain", Unit.NUMBER, gain)
        .figure("price", Unit.PRICE, token.priceHolding(tokens))
        .figure("price without holdings", Unit.PRICE, token.priceHolding(0));
  }

  private static void addLoan(Answer answer, OwnToken.Loan loan) {
    double none = Double.NaN;
    answer
        .say(reading(loan))
        .figure("kink", Unit.PRICE, loan.kink())
        .figure("gain below kink", Unit.NUMBER, loan.gainBelowKink())
        .figure("good price", Unit.PRICE, loan.goodPrice().orElse(none))
        .figure("tipping price", Unit.PRICE, loan.tippingPrice().orElse(none))
        .figure("distance to collapse", Unit.PART, loan.distanceToCollapse().orElse(none));
    List<Integer> points = IntStream.range(0, loan.fixedPoints().size()).boxed().toList();
    answer
        .cases("fixed point", points, point -> Integer.toString(point + 1))
        .row("price", Unit.PRICE, point -> loan.fixedPoints().get(point));
  }

  private static String reading(OwnToken.Loan loan) {
    OptionalDouble distance = loan.distanceToCollapse();
    if (distance.isPresent()) {
      return "There are two stable prices: a fall of "
          + Unit.PART.of(distance.getAsDouble())
          + " tips the token from the good one into the other.";
    }
    return loan.goodPrice().isPresent()
        ? "Nothing tips the token from its good price."
        : "The loan is under water at the price that the venue's equity justifies.";
  }
}
