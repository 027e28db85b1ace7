package org.plimsoll.cli.calc;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.plimsoll.solvency.performance.AlphaBeta;
import org.plimsoll.solvency.performance.Returns;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `plimsoll calc alpha-beta`: whether returns were skill or the market's.
@Command(
    name = "alpha-beta",
    description = {
      "Regress a fund's returns on the market's: what it earned by being there, and by being good.",
      "After Jensen (1968); timing after Treynor and Mazuy (1966), errors under autocorrelation after"
          + " Newey and West (1987)."
    })
final class AlphaBetaCalculation extends Calculation {
  @Option(
      names = "--fund",
      paramLabel = "PART",
      split = ",",
      converter = Numeral.Real.class,
      description = "Returns of the fund, one for each period; with --market.")
  private List<Double> fund = List.of();

  @Option(
      names = "--market",
      paramLabel = "PART",
      split = ",",
      converter = Numeral.Real.class,
      description = "Returns of the market over the same periods.")
  private List<Double> market = List.of();

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description =
          "A CSV file with columns named fund and market instead; others are passed over.")
  private Optional<Path> csv = Optional.empty();

  @Option(
      names = "--lags",
      paramLabel = "COUNT",
      converter = Numeral.Whole.class,
      description = "Also show errors that hold under autocorrelation over so many periods.")
  private Optional<Integer> lags = Optional.empty();

  @Option(
      names = "--periods-per-year",
      paramLabel = "NUMBER",
      converter = Numeral.Real.class,
      description = "12 if not said.")
  private double periodsPerYear = 12;

  @Override
  Answer answer() {
    if (csv.isPresent() != (fund.isEmpty() && market.isEmpty())) {
      throw refused("give --fund and --market, or --csv");
    }
    Returns returns =
        csv.map(path -> ReturnsFile.read(input(path)))
            .orElseGet(() -> new Returns(Numbers.array(fund), Numbers.array(market)));
    AlphaBeta found = returns.alphaBeta();
    Answer answer =
        new Answer()
            .say(reading(found))
            .figure("alpha per period", Unit.PART, found.alpha().value())
            .figure("t of alpha", Unit.NUMBER, found.alpha().t())
            .figure("p of alpha", Unit.NUMBER, found.alphaPValue())
            .figure("beta", Unit.NUMBER, found.beta().value())
            .figure("t of beta", Unit.NUMBER, found.beta().t())
            .figure("r squared", Unit.NUMBER, found.rSquared())
            .figure("total return", Unit.PART, found.fundReturn())
            .figure("total from beta", Unit.PART, found.betaShare())
            .figure("total from alpha", Unit.PART, found.alphaShare())
            .figure("years to see alpha", Unit.YEARS, found.yearsToSeeAlpha(periodsPerYear));
    lags.ifPresent(count -> {
      AlphaBeta robust = returns.neweyWest(count);
      answer
          .figure("t of alpha newey west", Unit.NUMBER, robust.alpha().t())
          .figure("t of beta newey west", Unit.NUMBER, robust.beta().t());
    });
    addParts(answer, returns);
    return answer;
  }

  private static void addParts(Answer answer, Returns returns) {
    returns
        .timing()
        .ifPresent(timing ->
            answer
                .figure("timing gamma", Unit.NUMBER, timing.gamma().value())
                .figure("t of timing", Unit.NUMBER, timing.gamma().t()));
    returns
        .downMarket()
        .map(Returns::alphaBeta)
        .ifPresent(down ->
            answer
                .figure("alpha in falling markets", Unit.PART, down.alpha().value())
                .figure("beta in falling markets", Unit.NUMBER, down.beta().value()));
  }

  private static String reading(AlphaBeta found) {
    return switch (found.reading()) {
      case SKILL -> "Skill: chance does not explain the alpha.";
      case BULL_MARKET_BETA ->
          "Bull-market beta: the market explains the gain, and the alpha cannot be told from chance.";
      case NEITHER -> "Neither skill nor the market can be told from chance.";
    };
  }
}
