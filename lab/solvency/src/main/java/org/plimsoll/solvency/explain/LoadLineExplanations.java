package org.plimsoll.solvency.explain;

import static org.plimsoll.solvency.explain.Computation.CAREFUL;
import static org.plimsoll.solvency.explain.Computation.FAVORABLE;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.plimsoll.solvency.assess.Prices;
import org.plimsoll.solvency.assess.Wording;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Market;
import org.plimsoll.solvency.explain.Computation.Part;
import org.plimsoll.solvency.explain.Computation.Term;
import org.plimsoll.solvency.impact.ExponentialImpact;
import org.plimsoll.solvency.impact.ImpactModel;
import org.plimsoll.solvency.impact.LoadLineRange;
import org.plimsoll.solvency.impact.SquareRootImpact;
import org.plimsoll.solvency.loadline.CollateralLoad;
import org.plimsoll.solvency.loadline.Corner;
import org.plimsoll.solvency.loadline.CornerLine;
import org.plimsoll.solvency.loadline.DepthModel;
import org.plimsoll.solvency.loadline.LoadLines;
import org.plimsoll.solvency.loadline.ModelLine;
import org.plimsoll.solvency.loadline.Pledge;

/// Explains how much debt each collateral carries, by horizon and by model of its market.
final class LoadLineExplanations {
  private final Book book;
  private final RiskSources sources;
  private final ModelFigures figures = new ModelFigures();

  LoadLineExplanations(Book book) {
    this.book = book;
    this.sources = new RiskSources(book);
  }

  List<ExplainedFigure> figures() {
    var byHorizon = LoadLines.of(book, LoadLines.HORIZONS);
    byHorizon.firstEntry().getValue().forEach(this::addDebt);
    byHorizon.values().forEach(loads -> loads.forEach(this::addLines));
    return figures.figures();
  }

  private void addDebt(CollateralLoad load) {
    figures.add(
        "load-line." + load.asset() + ".debt",
        "Debt that leans on " + load.asset(),
        new Amount.Quantity(load.debt(), book.currency()),
        book.currency(),
        Definition.LEANING_DEBT,
        () ->
            new Derivation.Sum(
                    "debt that leans on " + load.asset(),
                    load.pledges().stream().map(this::leaning).toList())
                .withoutZeros());
  }

  private Entry leaning(Pledge pledge) {
    boolean isLoan = book.loans().stream().anyMatch(loan -> loan.id().equals(pledge.name()));
    String words =
        "owed "
            + Wording.range(pledge.owed())
            + ", against this "
            + Wording.range(pledge.value())
            + ", against other collateral "
            + Wording.range(pledge.others());
    return new Entry(
        isLoan ? Entry.Kind.LOAN : Entry.Kind.ACCOUNT,
        pledge.name() + " of " + pledge.borrower(),
        words,
        pledge.leaning(),
        sources.debt(pledge.name()));
  }

  private void addLines(CollateralLoad load) {
    String id = "load-line." + load.asset() + "." + load.days() + "d";
    String within =
        " against "
            + load.asset()
            + " within "
            + load.days()
            + (load.days() == 1 ? " day" : " days");
    for (ModelLine line : load.lines()) {
      String model = id + "." + line.model().name().toLowerCase(Locale.ROOT).replace('_', '-');
      String title = "Most debt" + within + " by the " + line.model().words();
      figures.add(
          model,
          title,
          new Amount.Model(line.low(), line.high(), book.currency(), false),
          Definition.LOAD_LINE,
          () -> ends(load, line.model()));
      addTimes(load, line, model + ".times-the-line", title);
    }
    addDeciding(load, id, "Most debt" + within + " by the model that decides");
  }

  private void addTimes(CollateralLoad load, ModelLine line, String id, String title) {
    double debt = Corner.CAREFUL.ofLessIsBetter(load.debt());
    double times = debt / line.low();
    boolean isTold = Double.isFinite(times);
    String why = "no number, since nothing may be lent or nothing limits what is owed";
    figures.add(
        id,
        "Debt over: " + title,
        isTold ? new Amount.Model(times, times, "", false) : new Amount.Absent(why),
        "",
        Definition.TIMES_THE_LINE,
        () ->
            isTold
                ? new Derivation.Model(
                    List.of(
                        Computation.of(
                            "", Digits.of(debt) + " / " + Digits.of(line.low()), times, List.of())))
                : new Derivation.Others(
                    List.of(
                        "load-line." + load.asset() + ".debt",
                        id.substring(0, id.lastIndexOf('.')))));
  }

  private void addDeciding(CollateralLoad load, String id, String title) {
    Optional<ModelLine> deciding = load.deciding();
    figures.add(
        id,
        title,
        deciding
            .<Amount>map(
                line -> new Amount.Model(line.low(), load.highestLine(), book.currency(), false))
            .orElse(new Amount.Absent("unknown, no model of its market is within its range")),
        book.currency(),
        Definition.DECIDING_LINE,
        () ->
            deciding.isEmpty()
                ? new Derivation.Others(List.of("load-line." + load.asset() + ".debt"))
                : new Derivation.Model(
                    ModelFigures.ends(
                        chosen(load, "min", CAREFUL, ModelLine::low, deciding.get().low()),
                        Optional.of(
                            chosen(load, "max", FAVORABLE, ModelLine::high, load.highestLine())))));
  }

  private static Computation chosen(
      CollateralLoad load,
      String function,
      String end,
      ToDoubleFunction<ModelLine> value,
      double result) {
    List<ModelLine> valid = load.lines().stream().filter(ModelLine::valid).toList();
    String models =
        valid.stream().map(line -> line.model().words()).collect(Collectors.joining(", "));
    String working =
        Double.isFinite(result)
            ? valid.stream()
                .map(line -> Digits.of(value.applyAsDouble(line)))
                .collect(Collectors.joining(", ", function + "(", ")"))
            : "the book sets no limit at this end";
    List<String> out =
        load.lines().stream()
            .filter(line -> !line.valid())
            .map(line -> line.model().words())
            .toList();
    String left = out.isEmpty() ? "" : "; out of its range: " + Wording.list(out);
    return Computation.of(end + ", by " + models + left, working, result, List.of());
  }

  private List<Computation> ends(CollateralLoad load, DepthModel model) {
    return ModelFigures.ends(
        line(load, model, Corner.CAREFUL, CAREFUL).orElseThrow(),
        line(load, model, Corner.FAVORABLE, FAVORABLE));
  }

  private Optional<Computation> line(
      CollateralLoad load, DepthModel model, Corner corner, String end) {
    Market market =
        book.markets().stream()
            .filter(each -> each.asset().equals(load.asset()))
            .findFirst()
            .orElseThrow();
    return CornerLine.of(
            model, market, new Prices(book).of(load.asset()), load.pledges(), load.days(), corner)
        .map(line ->
            line.line().bound() == LoadLineRange.Bound.SPIRAL
                ? spiral(load, model, line, end)
                : liquidation(load, model, line, end));
  }

  /// `K (1 - l)`, where `1 - l` is the debts over what they weigh.
  private Computation spiral(CollateralLoad load, DepthModel model, CornerLine line, String end) {
    List<String> told = sources.market(load.asset(), model);
    if (line.line().debt() == 0) {
      return Computation.of(
          end + ", where every debt may be more than its collateral is worth", "0", 0, told);
    }
    List<Term> debts = new ArrayList<>();
    List<Term> weights = new ArrayList<>();
    for (CornerLine.Weight weight : line.weights()) {
      String name = sources.name(weight.name());
      List<String> read = sources.debt(weight.name());
      String debt = Digits.of(weight.debt());
      debts.add(new Term(name, debt, weight.debt(), read));
      String working = debt + " / (1 - " + Digits.of(weight.ratio()) + ")";
      weights.add(new Term(name, working, weight.weighted(), read));
    }
    Part debt = new Part("D, debts that keep their ratio to their collateral", debts);
    Part weighted = new Part("W, the same, each over one less its ratio", weights);
    ExponentialImpact market = (ExponentialImpact) line.line().market();
    String working =
        Digits.of(market.price())
            + " × "
            + Digits.of(market.depth())
            + " × "
            + Digits.of(debt.total())
            + " / "
            + Digits.of(weighted.total());
    return new Computation(
        end + ", beyond which sales feed on themselves",
        List.of(debt, weighted),
        working,
        line.line().debt(),
        told);
  }

  /// What can be sold within the horizon, less what selling takes off the price.
  private Computation liquidation(
      CollateralLoad load, DepthModel model, CornerLine line, String end) {
    ImpactModel market = line.line().market();
    LoadLineRange.Horizon horizon = line.horizon();
    String sold =
        Digits.of(horizon.participation())
            + " × "
            + Digits.of(horizon.dailyVolume())
            + " × "
            + Digits.of(horizon.days());
    String units = sold + " / " + Digits.of(market.price());
    String working =
        market instanceof SquareRootImpact root
            ? squareRoot(root, horizon, units)
            : Digits.of(market.price())
                + " × "
                + Digits.of(((ExponentialImpact) market).depth())
                + " × (1 - exp(-("
                + units
                + ") / "
                + Digits.of(((ExponentialImpact) market).depth())
                + "))";
    return Computation.of(
        end + ", by what can be sold in time",
        working,
        line.line().debt(),
        RiskSources.join(sources.market(load.asset(), model), sources.volume(load.asset())));
  }

  /// Nobody sells beyond where the price is gone.
  private static String squareRoot(
      SquareRootImpact root, LoadLineRange.Horizon horizon, String units) {
    String volatility = Digits.of(root.scale() * root.dailyVolatility());
    String volume = Digits.of(root.dailyVolume());
    double exhausted =
        root.dailyVolume() / StrictMath.pow(root.scale() * root.dailyVolatility(), 2);
    String sold =
        horizon.sellable() / root.price() < exhausted
            ? units
            : volume + " / (" + volatility + " × " + volatility + ")";
    return Digits.of(root.price())
        + " × ("
        + sold
        + ") × (1 - 2 / 3 × "
        + volatility
        + " × sqrt("
        + sold
        + " / "
        + volume
        + "))";
  }
}
