package org.plimsoll.solvency.explain;

import static org.plimsoll.solvency.explain.Computation.CAREFUL;
import static org.plimsoll.solvency.explain.Computation.FAVORABLE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.explain.Computation.Part;
import org.plimsoll.solvency.explain.Computation.Term;
import org.plimsoll.solvency.loadline.Corner;
import org.plimsoll.solvency.loadline.DepthModel;
import org.plimsoll.solvency.loadline.MarginalDepth;
import org.plimsoll.solvency.loadline.TokenExposure;
import org.plimsoll.solvency.loadline.TokenShort;
import org.plimsoll.solvency.spiral.AttackCost;
import org.plimsoll.solvency.spiral.OwnToken;
import org.plimsoll.solvency.spiral.OwnTokenPrices;

/// Explains which prices of its own token a venue's equity justifies, and what it takes to bring it
/// down.
final class OwnTokenExplanations {
  private final Book book;
  private final RiskSources sources;
  private final ModelFigures figures = new ModelFigures();

  OwnTokenExplanations(Book book) {
    this.book = book;
    this.sources = new RiskSources(book);
  }

  List<ExplainedFigure> figures() {
    TokenExposure.of(book).forEach(this::add);
    return figures.figures();
  }

  private void add(TokenExposure token) {
    String id = "own-token." + token.asset();
    String of = " of " + token.asset();
    addBoth(
        id + ".carried",
        "Tokens" + of + " whose price equity carries",
        Definition.TOKENS_CARRIED,
        token::carried,
        (end, corner) -> Computation.sum(end, "h, tokens" + of, carried(token, corner)));
    if (token.told().perEquity().value().high() == null) {
      return;
    }
    addBoth(
        id + ".gain",
        "Gain by the equity of the issuer" + of,
        Definition.SPIRAL_OWN_TOKEN,
        token::gain,
        (end, corner) -> {
          Term gain = gain(sources, token, corner);
          return Computation.of(end, gain.working(), gain.value(), gain.sources());
        });
    addPrices(token, id, of);
    if (tokenShort(token, Corner.CAREFUL).isPresent()) {
      addAttack(token, id + ".attack", of);
    }
  }

  private void addPrices(TokenExposure token, String id, String of) {
    addPrice(
        id + ".price",
        "Price" + of + " that equity justifies",
        Definition.TOKEN_PRICE,
        token,
        OwnTokenPrices::goodPrice);
    if (price(token, Corner.CAREFUL, OwnTokenPrices::tippingPrice).isPresent()) {
      addPrice(
          id + ".tipping-price",
          "Price from which " + token.asset() + " falls by itself",
          Definition.TOKEN_TIPPING_PRICE,
          token,
          OwnTokenPrices::tippingPrice);
      addBoth(
          id + ".gain-at-tipping-price",
          "Gain at the tipping price" + of,
          Definition.SPIRAL_OWN_TOKEN,
          corner -> atTip(token, corner, OwnTokenPrices::gain),
          (end, corner) -> tippingGain(token, end, corner));
      addPrice(
          id + ".price-after-collapse",
          "Price" + of + " after the collapse",
          Definition.TOKEN_PRICE,
          token,
          OwnTokenPrices::collapsePrice);
    }
  }

  private static double atTip(
      TokenExposure token, Corner corner, BiFunction<OwnTokenPrices, Double, Double> figure) {
    return token
        .prices(corner)
        .filter(prices -> prices.tippingPrice().isPresent())
        .map(prices -> figure.apply(prices, prices.tippingPrice().getAsDouble()))
        .orElse(Double.NaN);
  }

  /// Returns `phi h / N` as one line.
  static Term gain(RiskSources sources, TokenExposure token, Corner corner) {
    double gain = token.gain(corner);
    double perEquity = corner.ofLessIsBetter(token.told().perEquity().value());
    double supply = corner.ofMoreIsBetter(token.told().supply().value());
    String working =
        gain == 0
            ? "0"
            : Digits.of(perEquity)
                + " × "
                + Digits.of(token.carried(corner))
                + " / "
                + Digits.of(supply);
    return new Term(
        "the equity of the issuer, with h as own-token." + token.asset() + ".carried",
        Double.isFinite(gain) ? working : "the book sets no limit to it",
        gain,
        sources.of(token.asset(), token.told().perEquity(), token.told().supply()));
  }

  private List<Term> carried(TokenExposure token, Corner corner) {
    List<Term> terms = new ArrayList<>();
    for (TokenExposure.Carried part : token.carriedBy(corner)) {
      boolean isSubject = part.name().isEmpty();
      String working =
          !Double.isFinite(part.tokens())
              ? "the book sets no limit to them"
              : part.lost() == 0
                  ? Digits.of(part.tokens())
                  : Digits.of(part.slope())
                      + " + "
                      + Digits.of(part.lost())
                      + " × "
                      + Digits.of(part.collateral());
      terms.add(
          new Term(
              isSubject ? "on hand, less owed whatever the price" : sources.name(part.name()),
              working,
              part.tokens(),
              isSubject ? sources.held(token.asset()) : sources.debt(part.name())));
    }
    return terms;
  }

  private void addPrice(
      String id,
      String title,
      Definition definition,
      TokenExposure token,
      Function<OwnTokenPrices, OptionalDouble> price) {
    Optional<OwnTokenPrices> careful = token.prices(Corner.CAREFUL);
    if (careful.isEmpty() || price.apply(careful.get()).isEmpty()) {
      String why =
          careful.isEmpty()
              ? "not known, since the book sets no limit to what it needs"
              : "none, since equity carries more tokens than it can";
      figures.add(
          id,
          title,
          new Amount.Absent(why),
          book.currency(),
          definition,
          () -> new Derivation.Others(List.of("own-token." + token.asset() + ".carried")));
      return;
    }
    addBoth(
        id,
        title,
        definition,
        corner -> price(token, corner, price).orElse(Double.NaN),
        (end, corner) -> fixedPoint(token, end, corner, price(token, corner, price).orElseThrow()));
  }

  private static OptionalDouble price(
      TokenExposure token, Corner corner, Function<OwnTokenPrices, OptionalDouble> price) {
    return token.prices(corner).map(price).orElse(OptionalDouble.empty());
  }

  private Computation fixedPoint(TokenExposure token, String end, Corner corner, double price) {
    OwnTokenPrices prices = token.prices(corner).orElseThrow();
    OwnToken own = prices.token();
    List<String> told =
        sources.of(
            token.asset(),
            token.told().independentValue(),
            token.told().perEquity(),
            token.told().supply());
    if (prices.equity(price) <= 0) {
      String working = Digits.of(own.independentValue()) + " / " + Digits.of(own.supply());
      return Computation.of(end, working, price, told);
    }
    Part equity = equity(token, prices, price);
    Part tokens = tokens(token, prices, price);
    String working =
        "("
            + Digits.of(own.independentValue())
            + " + "
            + Digits.of(own.perEquity())
            + " × "
            + bracketed(equity.total())
            + ") / ("
            + Digits.of(own.supply())
            + " - "
            + Digits.of(own.perEquity())
            + " × "
            + bracketed(tokens.total())
            + ")";
    return new Computation(end, List.of(equity, tokens), working, price, told);
  }

  private Computation tippingGain(TokenExposure token, String end, Corner corner) {
    OwnTokenPrices prices = token.prices(corner).orElseThrow();
    double tipping = prices.tippingPrice().orElseThrow();
    Part tokens = tokens(token, prices, tipping);
    OwnToken own = prices.token();
    String working =
        Digits.of(own.perEquity())
            + " × "
            + bracketed(tokens.total())
            + " / "
            + Digits.of(own.supply());
    return new Computation(
        end,
        List.of(tokens),
        working,
        prices.gain(tipping),
        sources.of(token.asset(), token.told().perEquity(), token.told().supply()));
  }

  private Part equity(TokenExposure token, OwnTokenPrices prices, double price) {
    List<Term> terms = new ArrayList<>();
    double own = prices.token().otherEquity();
    terms.add(new Term("equity apart from the token", Digits.of(own), own, List.of()));
    addShort(token, prices, price, terms, secured -> -secured.lost() * secured.debt(), "debt");
    return new Part("K, equity there that does not move with the price", terms).withoutZeros();
  }

  private Part tokens(TokenExposure token, OwnTokenPrices prices, double price) {
    List<Term> terms = new ArrayList<>();
    double held = prices.held();
    terms.add(new Term("tokens held, less those owed", Digits.of(held), held, List.of()));
    addShort(
        token, prices, price, terms, secured -> secured.lost() * secured.collateral(), "tokens");
    return new Part("h, tokens whose price equity carries there", terms).withoutZeros();
  }

  /// Adds the debts that are under water at a price, of each the part that does not come back.
  private void addShort(
      TokenExposure token,
      OwnTokenPrices prices,
      double price,
      List<Term> terms,
      ToDoubleFunction<OwnTokenPrices.Secured> value,
      String what) {
    for (int i = 0; i < prices.secured().size(); i++) {
      OwnTokenPrices.Secured secured = prices.secured().get(i);
      if (secured.isShortBelow(price)) {
        String name = token.securedNames().get(i);
        double each = value.applyAsDouble(secured);
        terms.add(
            new Term(
                what + " of " + sources.name(name) + ", under water",
                Digits.of(each),
                each,
                sources.debt(name)));
      }
    }
  }

  private Optional<TokenShort> tokenShort(TokenExposure token, Corner corner) {
    return TokenShort.of(book, token, corner);
  }

  private void addAttack(TokenExposure token, String id, String of) {
    add(
        token,
        id + ".distance",
        "Fall until it tips" + of,
        Definition.ATTACK_DISTANCE,
        TokenShort::distance,
        cost -> "1 - " + tip(cost) + " / " + mark(cost));
    add(
        token,
        id + ".tokens",
        "Tokens" + of + " that a seller needs",
        Definition.ATTACK_TOKENS,
        attack -> attack.cost().tokens(),
        OwnTokenExplanations::units);
    add(
        token,
        id + ".proceeds",
        "What selling them brings",
        Definition.ATTACK_PROCEEDS,
        attack -> attack.cost().proceeds(),
        OwnTokenExplanations::proceeds);
    add(
        token,
        id + ".buy-back",
        "What buying them back costs",
        Definition.ATTACK_BUY_BACK,
        attack -> attack.cost().buyBack(),
        cost -> units(cost) + " × " + Digits.of(cost.collapsePrice()));
    add(
        token,
        id + ".capital",
        "What the seller must be able to lose",
        Definition.ATTACK_CAPITAL,
        attack -> attack.cost().capitalNeeded(),
        cost -> units(cost) + " × " + mark(cost) + " - " + proceeds(cost));
    add(
        token,
        id + ".profit",
        "What the seller earns",
        Definition.ATTACK_PROFIT,
        attack -> attack.cost().profit(),
        cost -> proceeds(cost) + " - " + units(cost) + " × " + Digits.of(cost.collapsePrice()));
  }

  private static String units(AttackCost cost) {
    return Digits.of(cost.market().depth()) + " × ln(" + mark(cost) + " / " + tip(cost) + ")";
  }

  private static String proceeds(AttackCost cost) {
    return Digits.of(cost.market().depth()) + " × (" + mark(cost) + " - " + tip(cost) + ")";
  }

  private static String mark(AttackCost cost) {
    return Digits.of(cost.market().price());
  }

  private static String tip(AttackCost cost) {
    return Digits.of(cost.tippingPrice());
  }

  private void add(
      TokenExposure token,
      String id,
      String title,
      Definition definition,
      ToDoubleFunction<TokenShort> value,
      Function<AttackCost, String> working) {
    addBoth(
        id,
        title,
        definition,
        corner -> tokenShort(token, corner).map(value::applyAsDouble).orElse(Double.NaN),
        (end, corner) -> {
          TokenShort attack = tokenShort(token, corner).orElseThrow();
          return Computation.of(
              end,
              working.apply(attack.cost()),
              value.applyAsDouble(attack),
              sources.market(token.asset(), model(token, corner)));
        });
  }

  private DepthModel model(TokenExposure token, Corner corner) {
    return MarginalDepth.of(book, token.asset(), corner).orElseThrow().model();
  }

  /// Adds a figure that is not a number at an end where there is none.
  private void addBoth(
      String id,
      String title,
      Definition definition,
      ToDoubleFunction<Corner> value,
      BiFunction<String, Corner, Computation> computed) {
    double worst = value.applyAsDouble(Corner.CAREFUL);
    double best = value.applyAsDouble(Corner.FAVORABLE);
    figures.add(
        id,
        title,
        new Amount.Model(worst > best ? best : worst, worst > best ? worst : best, "", false),
        definition,
        () ->
            ModelFigures.ends(
                computed.apply(CAREFUL, Corner.CAREFUL),
                Double.isNaN(best)
                    ? Optional.empty()
                    : Optional.of(computed.apply(FAVORABLE, Corner.FAVORABLE))));
  }

  private static String bracketed(double value) {
    return value < 0 ? "(" + Digits.of(value) + ")" : Digits.of(value);
  }
}
