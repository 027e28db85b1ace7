package org.plimsoll.cli.calc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.plimsoll.solvency.bounds.Require;
import org.plimsoll.solvency.impact.ConstantProductPool;
import org.plimsoll.solvency.impact.ExponentialImpact;
import org.plimsoll.solvency.impact.ImpactModel;
import org.plimsoll.solvency.impact.LoadLineRange;
import org.plimsoll.solvency.impact.OxfordImpact;
import org.plimsoll.solvency.impact.SquareRootImpact;
import org.plimsoll.solvency.spiral.LoadLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `plimsoll calc load-line`: the most debt that may stand against a collateral, by model and
/// horizon.
@Command(
    name = "load-line",
    description = {
      "The most debt that may stand against one collateral, by each model of its depth and horizon.",
      "The smaller of what a spiral of gain 1 and what a sale within the horizon allow; square root"
          + " after Toth et al. (2011), spiral after Greenwood, Landier and Thesmar (2015)."
    })
final class LoadLineCalculation extends Calculation {
  @Option(
      names = "--daily-volume",
      required = true,
      paramLabel = "MONEY",
      converter = Numeral.Real.class,
      description = "Volume traded a day, in money, above 0.")
  private double dailyVolume;

  @Option(
      names = "--daily-volatility",
      required = true,
      paramLabel = "PART",
      converter = Numeral.Real.class,
      description = "Volatility of daily returns, above 0.")
  private double dailyVolatility;

  @Option(
      names = "--scale",
      paramLabel = "NUMBER",
      converter = Numeral.Real.class,
      description = "Y of the square-root law, about 0.5 to 1; 1 if not said.")
  private double scale = 1;

  @Option(
      names = "--participation",
      paramLabel = "PART",
      converter = Numeral.Real.class,
      description = "The part of the volume that a seller may be; 20%% if not said.")
  private double participation = 0.2;

  @Option(
      names = "--days",
      paramLabel = "DAYS",
      split = ",",
      converter = Numeral.Real.class,
      description = "Horizons; 1,7,30,90 if not said.")
  private List<Double> days = List.of(1.0, 7.0, 30.0, 90.0);

  @Option(
      names = "--loan-to-value",
      required = true,
      paramLabel = "PART",
      converter = Numeral.Real.class,
      description = "Of the loans against the collateral, from 0 to below 1.")
  private double loanToValue;

  @Option(
      names = "--depth",
      paramLabel = "MONEY",
      converter = Numeral.Real.class,
      description = "K: the money that moves the log price by 1. Adds the exponential model.")
  private Optional<Double> depth = Optional.empty();

  @Option(
      names = "--market-cap",
      paramLabel = "MONEY",
      converter = Numeral.Real.class,
      description =
          "Value of all units in issue. Adds the model by which a tenth of them sold takes a tenth off.")
  private Optional<Double> marketCap = Optional.empty();

  @Option(
      names = "--pool",
      paramLabel = "MONEY",
      converter = Numeral.Real.class,
      description = "Cash in a constant product pool. Adds that model.")
  private Optional<Double> pool = Optional.empty();

  @Option(
      names = "--debt",
      paramLabel = "MONEY",
      converter = Numeral.Real.class,
      description = "Debt that stands against it.")
  private Optional<Double> debt = Optional.empty();

  private record Named(String name, ImpactModel market) {}

  private record AtHorizon(double days, LoadLineRange.Horizon horizon, LoadLineRange range) {}

  /// Every model in units of money at mark, so that the price is one.
  private List<Named> models() {
    List<Named> models = new ArrayList<>();
    models.add(
        new Named("square root", new SquareRootImpact(1, dailyVolume, dailyVolatility, scale)));
    depth.ifPresent(k -> models.add(new Named("exponential", new ExponentialImpact(1, k))));
    marketCap.ifPresent(all -> models.add(new Named("market cap", new OxfordImpact(1, all))));
    pool.ifPresent(cash -> models.add(new Named("pool", new ConstantProductPool(cash, cash))));
    return models;
  }

  @Override
  Answer answer() {
    debt.ifPresent(owed -> Require.positive("debt", owed));
    List<Named> models = models();
    List<ImpactModel> markets = models.stream().map(Named::market).toList();
    List<AtHorizon> horizons = new ArrayList<>();
    for (double within : days) {
      LoadLineRange.Horizon horizon = new LoadLineRange.Horizon(dailyVolume, participation, within);
      horizons.add(new AtHorizon(within, horizon, LoadLineRange.of(markets, loanToValue, horizon)));
    }
    Answer answer = new Answer().say(reading(horizons.getLast(), models));
    depth.ifPresent(k -> {
      LoadLine line = new LoadLine(k, loanToValue);
      answer
          .figure("spiral line", Unit.MONEY, line.debt())
          .figure("collateral at spiral line", Unit.MONEY, line.collateral());
      debt.ifPresent(
          owed -> answer.figure("debt over spiral line", Unit.TIMES, line.loadShare(owed)));
    });
    Answer.Cases<AtHorizon> table =
        answer
            .cases("days", horizons, at -> Unit.DAYS.of(at.days()))
            .row("sellable", Unit.MONEY, at -> at.horizon().sellable());
    for (int i = 0; i < models.size(); i++) {
      int model = i;
      addModel(table, models.get(i), at -> at.range().lines().get(model));
    }
    return answer;
  }

  private void addModel(
      Answer.Cases<AtHorizon> table, Named model, Function<AtHorizon, LoadLineRange.Line> line) {
    String name = model.name();
    table
        .row(
            name + " impact", Unit.PART, at -> model.market().relativeDrop(at.horizon().sellable()))
        .row(name + " line", Unit.MONEY, at -> line.apply(at).debt())
        .words(name + " bound", at -> line.apply(at).bound().name().toLowerCase(Locale.ROOT))
        .words(name + " in range", at -> line.apply(at).valid() ? "yes" : "no");
    debt.ifPresent(
        owed -> table.row(name + " debt over line", Unit.TIMES, at -> line.apply(at).share(owed)));
  }

  private String reading(AtHorizon last, List<Named> models) {
    Optional<LoadLineRange.Line> smallest = last.range().forVerdict();
    if (smallest.isEmpty()) {
      return "No model is within its range over " + Unit.DAYS.of(last.days()) + " days.";
    }
    LoadLineRange.Line line = smallest.get();
    String name = models.get(last.range().lines().indexOf(line)).name();
    String verdict =
        "Over "
            + Unit.DAYS.of(last.days())
            + " days the smallest line within a model's range is "
            + Unit.MONEY.of(line.debt())
            + " ("
            + name
            + ")";
    return verdict
        + debt.map(owed -> "; the debt is " + Unit.TIMES.of(line.share(owed)) + " times that.")
            .orElse(".");
  }
}
