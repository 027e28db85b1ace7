package org.plimsoll.cli.calc;

import java.util.List;
import java.util.stream.IntStream;
import org.plimsoll.solvency.survival.LikeliestMove;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `plimsoll calc reverse-stress`: the likeliest of all moves that lose a given amount.
@Command(
    name = "reverse-stress",
    description = {
      "The likeliest of all moves that lose a given amount, for a book that is linear in them.",
      "z = -E S h / (h' S h), the nearest point of the plane of losses, as in Breuer et al. (2009)."
    })
final class ReverseStressCalculation extends Calculation {
  @Option(
      names = "--exposure",
      required = true,
      paramLabel = "MONEY",
      split = ",",
      converter = Numeral.Real.class,
      description = "Loss of each asset for a move of -100%%.")
  private List<Double> exposures = List.of();

  @Option(
      names = "--covariance",
      required = true,
      paramLabel = "ROW",
      split = "/",
      converter = Numbers.Converter.class,
      description = "Of the moves over the horizon, row by row: 0.04,0.02/0.02,0.03.")
  private List<Numbers> covariance = List.of();

  @Option(
      names = "--loss",
      required = true,
      paramLabel = "MONEY",
      converter = Numeral.Real.class,
      description = "The loss that breaks the book, above 0.")
  private double loss;

  @Override
  Answer answer() {
    int assets = exposures.size();
    if (covariance.size() != assets
        || covariance.stream().anyMatch(row -> row.values().size() != assets)) {
      throw refused("--covariance must have as many rows and columns as there are exposures");
    }
    double[] exposed = exposures.stream().mapToDouble(Double::doubleValue).toArray();
    LikeliestMove stress =
        within(
            "--covariance",
            () ->
                LikeliestMove.of(
                    exposed, covariance.stream().map(Numbers::toArray).toArray(double[][]::new)));
    double[] moves = stress.likeliest(loss);
    Answer answer =
        new Answer()
            .say(
                "The likeliest move that loses "
                    + Unit.MONEY.of(loss)
                    + " is "
                    + Unit.NUMBER.of(stress.distance(loss))
                    + " standard deviations away.")
            .figure("distance", Unit.NUMBER, stress.distance(loss));
    answer
        .cases("asset", IntStream.range(0, assets).boxed().toList(), i -> Integer.toString(i + 1))
        .row("move", Unit.PART, i -> moves[i])
        .row("loss", Unit.MONEY, i -> -moves[i] * exposed[i]);
    return answer;
  }
}
