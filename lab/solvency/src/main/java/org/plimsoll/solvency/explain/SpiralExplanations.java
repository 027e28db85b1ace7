package org.plimsoll.solvency.explain;

import static org.plimsoll.solvency.explain.Computation.CAREFUL;
import static org.plimsoll.solvency.explain.Computation.FAVORABLE;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Feedback;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.explain.Computation.Term;
import org.plimsoll.solvency.loadline.Corner;
import org.plimsoll.solvency.loadline.MarginalSpiral;
import org.plimsoll.solvency.loadline.OtherChannels;
import org.plimsoll.solvency.loadline.Pledge;
import org.plimsoll.solvency.loadline.TokenExposure;
import org.plimsoll.solvency.spiral.PriceMap;
import org.plimsoll.solvency.spiral.SpiralGain;
import org.plimsoll.solvency.spiral.SpiralGain.Channel;

/// Explains `R` of each asset, by channel, and where a fall of a tenth ends.
final class SpiralExplanations {
  private static final double SHOCK = 0.1;

  private final RiskSources sources;
  private final List<MarginalSpiral> careful;
  private final List<MarginalSpiral> favorable;
  private final ModelFigures figures = new ModelFigures();

  SpiralExplanations(Book book) {
    this.sources = new RiskSources(book);
    this.careful = MarginalSpiral.of(book, Corner.CAREFUL);
    this.favorable = MarginalSpiral.of(book, Corner.FAVORABLE);
  }

  List<ExplainedFigure> figures() {
    careful.forEach(this::add);
    return figures.figures();
  }

  private void add(MarginalSpiral worst) {
    String id = "spiral." + worst.asset();
    String asset = " of " + worst.asset();
    addGain(id + ".r", "R" + asset, Definition.SPIRAL, worst, true, told(worst));
    addGain(
        id + ".r-nobody-exempt",
        "R" + asset + ", nobody exempt",
        Definition.SPIRAL_NOBODY_EXEMPT,
        worst,
        false,
        told(worst));
    for (Channel channel : told(worst)) {
      String name = channel.name().toLowerCase(Locale.ROOT).replace('_', '-');
      addGain(
          id + "." + name,
          "R" + asset + " by " + name,
          definition(channel),
          worst,
          true,
          List.of(channel));
    }
    addGain(
        id + ".liquidation-nobody-exempt",
        "R" + asset + " by liquidation, nobody exempt",
        Definition.SPIRAL_LIQUIDATION,
        worst,
        false,
        List.of(Channel.LIQUIDATION));
    addFall(id + ".fall-ends-at", "Where a fall of 10%" + asset + " ends", worst, true);
    addFall(
        id + ".fall-ends-at-nobody-exempt",
        "Where a fall of 10%" + asset + " ends, nobody exempt",
        worst,
        false);
  }

  private static List<Channel> told(MarginalSpiral spiral) {
    OtherChannels others = spiral.others();
    return Stream.of(Channel.values())
        .filter(channel ->
            switch (channel) {
              case LIQUIDATION -> true;
              case OWN_TOKEN -> others.ownToken().isPresent();
              case RUN -> others.run().isPresent();
              case LEVERAGED_TOKENS -> !others.leveragedTokens().isEmpty();
            })
        .toList();
  }

  private static Definition definition(Channel channel) {
    return switch (channel) {
      case LIQUIDATION -> Definition.SPIRAL_LIQUIDATION;
      case OWN_TOKEN -> Definition.SPIRAL_OWN_TOKEN;
      case RUN -> Definition.SPIRAL_RUN;
      case LEVERAGED_TOKENS -> Definition.SPIRAL_LEVERAGED_TOKENS;
    };
  }

  private void addGain(
      String id,
      String title,
      Definition definition,
      MarginalSpiral worst,
      boolean areExempt,
      List<Channel> channels) {
    ToDoubleFunction<MarginalSpiral> value =
        spiral -> {
          SpiralGain gain = areExempt ? spiral.gain() : spiral.withoutExemptions();
          return channels.stream().mapToDouble(gain::of).sum();
        };
    BiFunction<String, MarginalSpiral, Computation> computed =
        (end, spiral) -> {
          List<Term> terms = new ArrayList<>();
          channels.forEach(channel -> terms.addAll(terms(spiral, channel, areExempt)));
          return Computation.sum(end, title, terms);
        };
    double low = best(worst).map(value::applyAsDouble).orElse(0.0);
    figures.add(
        id,
        title,
        new Amount.Model(low, value.applyAsDouble(worst), "", false),
        definition,
        () -> ends(worst, computed));
  }

  private List<Computation> ends(
      MarginalSpiral worst, BiFunction<String, MarginalSpiral, Computation> computed) {
    return ModelFigures.ends(
        computed.apply(CAREFUL, worst), best(worst).map(best -> computed.apply(FAVORABLE, best)));
  }

  private Optional<MarginalSpiral> best(MarginalSpiral worst) {
    return favorable.stream().filter(s -> s.asset().equals(worst.asset())).findFirst();
  }

  private List<Term> terms(MarginalSpiral spiral, Channel channel, boolean areExempt) {
    OtherChannels others = spiral.others();
    return switch (channel) {
      case LIQUIDATION ->
          selling(spiral, areExempt).stream().map(pledge -> liquidation(spiral, pledge)).toList();
      case OWN_TOKEN -> others.ownToken().stream().map(t -> ownToken(t, spiral.corner())).toList();
      case RUN -> others.run().stream().map(run -> run(spiral, run)).toList();
      case LEVERAGED_TOKENS ->
          others.leveragedTokens().stream().map(token -> leveraged(spiral, token)).toList();
    };
  }

  private static List<Pledge> selling(MarginalSpiral spiral, boolean areExempt) {
    return spiral.pledges().stream().filter(pledge -> !areExempt || !pledge.exempt()).toList();
  }

  private Term liquidation(MarginalSpiral spiral, Pledge pledge) {
    Corner corner = spiral.corner();
    double gain = pledge.gain(spiral.market(), corner);
    double debt = corner.ofLessIsBetter(pledge.owed());
    double collateral =
        corner.ofMoreIsBetter(pledge.value()) + corner.ofMoreIsBetter(pledge.others());
    String working =
        gain == 0
            ? "0"
            : Double.isFinite(gain)
                ? Digits.of(corner.ofLessIsBetter(pledge.quantity()))
                    + " × "
                    + Digits.of(debt)
                    + " / ("
                    + Digits.of(collateral)
                    + " - "
                    + Digits.of(debt)
                    + ") / "
                    + Digits.of(spiral.market().depth())
                : "more may be owed than the collateral is worth";
    return new Term(
        sources.name(pledge.name()),
        working,
        gain,
        RiskSources.join(
            sources.debt(pledge.name()), sources.market(spiral.asset(), spiral.model())));
  }

  private Term ownToken(TokenExposure token, Corner corner) {
    return OwnTokenExplanations.gain(sources, token, corner);
  }

  private Term run(MarginalSpiral spiral, OtherChannels.Withdrawing run) {
    double gain = run.gain(moneyDepth(spiral));
    Feedback.Run told = sources.asset(spiral.asset()).feedback().run().orElseThrow();
    return new Term(
        "what customers are owed, equity.mark.claims, times k and the part that is sold",
        gain == 0
            ? "0"
            : Digits.of(run.claims())
                + " × "
                + Digits.of(run.sensitivity())
                + " × "
                + Digits.of(run.sold())
                + over(spiral),
        gain,
        marketAnd(spiral, told.base(), told.sensitivity(), told.sold()));
  }

  private Term leveraged(MarginalSpiral spiral, OtherChannels.Rebalanced token) {
    double gain = token.gain(moneyDepth(spiral));
    String leverage = Digits.of(token.leverage());
    Figure told =
        sources.asset(spiral.asset()).feedback().leveragedTokens().stream()
            .filter(each -> each.name().equals(token.name()))
            .findFirst()
            .orElseThrow()
            .netAssetValue();
    return new Term(
        "leveraged token " + token.name(),
        gain == 0
            ? "0"
            : leverage
                + " × ("
                + leverage
                + " - 1) × "
                + Digits.of(token.netAssetValue())
                + over(spiral),
        gain,
        marketAnd(spiral, told));
  }

  private List<String> marketAnd(MarginalSpiral spiral, Figure... told) {
    return RiskSources.join(
        sources.of(spiral.asset(), told), sources.market(spiral.asset(), spiral.model()));
  }

  private static double moneyDepth(MarginalSpiral spiral) {
    return spiral.market().price() * spiral.market().depth();
  }

  private static String over(MarginalSpiral spiral) {
    return " / ("
        + Digits.of(spiral.market().price())
        + " × "
        + Digits.of(spiral.market().depth())
        + ")";
  }

  private void addFall(String id, String title, MarginalSpiral worst, boolean areExempt) {
    PriceMap map = areExempt ? worst.map(SHOCK) : worst.mapWithoutExemptions(SHOCK);
    double price = map.finalPrice();
    double lost = 1 - price / worst.market().price();
    figures.add(
        id,
        title,
        new Amount.Model(lost, lost, "", true),
        Definition.SPIRAL_FALL,
        () -> List.of(fall(worst, areExempt, price, lost)));
  }

  private Computation fall(MarginalSpiral spiral, boolean areExempt, double price, double lost) {
    double part = price / spiral.market().price();
    List<Term> terms = new ArrayList<>();
    for (Pledge pledge : selling(spiral, areExempt)) {
      double units = pledge.forced(spiral.corner(), part);
      terms.add(
          new Term(
              sources.name(pledge.name()),
              Double.isFinite(units) ? Digits.of(units) : "nothing limits what is pledged",
              units,
              sources.debt(pledge.name())));
    }
    double others = spiral.others().forced(part, spiral.market());
    terms.add(new Term("the other channels together", digits(others), others, List.of()));
    Computation.Part sold =
        new Computation.Part(
                "S, units sold once the price is " + Digits.of(part) + " of what it was", terms)
            .withoutZeros();
    String working =
        Double.isFinite(sold.total())
            ? "1 - 0.9 × exp(-"
                + Digits.of(sold.total())
                + " / "
                + Digits.of(spiral.market().depth())
                + ")"
            : "all of it, since nothing limits what is sold";
    return new Computation(
        "", List.of(sold), working, lost, sources.market(spiral.asset(), spiral.model()));
  }

  private static String digits(double value) {
    return Double.isFinite(value) ? Digits.of(value) : "without limit";
  }
}
