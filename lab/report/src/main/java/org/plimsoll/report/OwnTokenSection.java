package org.plimsoll.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.loadline.Corner;
import org.plimsoll.solvency.loadline.TokenExposure;
import org.plimsoll.solvency.loadline.TokenShort;
import org.plimsoll.solvency.spiral.AttackCost;
import org.plimsoll.solvency.spiral.OwnTokenPrices;
import org.plimsoll.solvency.spiral.PriceMap;

/// Which prices of its own token a venue's equity justifies, and what it takes to bring it down, as
/// a section.
final class OwnTokenSection {
  private static final int POINTS = 100;

  /// How far the picture goes beyond the highest price in it.
  private static final double MARGIN = 1.25;

  private final Book book;
  private final Rows rows = new Rows("own_token");
  private final List<String> sentences = new ArrayList<>();
  private final List<Chart> charts = new ArrayList<>();

  private OwnTokenSection(Book book) {
    this.book = book;
  }

  /// Returns the section; none where the book tells no token whose value follows equity.
  static Optional<Section> of(Book book) {
    OwnTokenSection section = new OwnTokenSection(book);
    for (Asset asset : book.assets()) {
      if (asset.feedback().ownToken().isPresent()) {
        section.addForeign(asset);
      }
    }
    TokenExposure.of(book).forEach(section::add);
    return section.sentences.isEmpty() ? Optional.empty() : Optional.of(section.section());
  }

  private Section section() {
    sentences.add(
        "A token of its own is worth v + phi E / N: what it is worth without its issuer, and a"
            + " multiple of the issuer's equity, spread over the tokens. Whoever owes against it and"
            + " is under water leaves the price of his collateral to the venue.");
    return new Section(
        "own-token",
        "What the own token's price rests on",
        sentences,
        List.of(rows.table()),
        charts);
  }

  private void addForeign(Asset asset) {
    String issuer = asset.issuer().orElse("");
    if (!issuer.equals(book.subject())) {
      sentences.add(
          asset.id()
              + " follows the equity of "
              + issuer
              + ", of which the book of "
              + book.subject()
              + " does not tell enough: nothing is computed.");
    }
  }

  private void add(TokenExposure token) {
    sentences.add(carried(token));
    row(token, "tokens whose price it carries", "h", Ends.of(token::carried));
    if (isMultipleTold(token)) {
      addPrices(token);
    } else {
      multiple(token).ifPresent(sentences::add);
    }
  }

  private static boolean isMultipleTold(TokenExposure token) {
    return token.told().perEquity().value().high() != null;
  }

  private void addPrices(TokenExposure token) {
    Optional<OwnTokenPrices> careful = token.prices(Corner.CAREFUL);
    Optional<OwnTokenPrices> favorable = token.prices(Corner.FAVORABLE);
    sentences.add(justified(token, careful, favorable));
    row(token, "gain", "phi h / N", Ends.of(token::gain));
    row(
        token,
        "price that equity justifies",
        "p = v + phi E(p) / N, stable",
        both(careful, favorable, OwnTokenPrices::goodPrice));
    if (careful.flatMap(prices -> boxed(prices.tippingPrice())).isPresent()) {
      addTipping(token, careful.get(), favorable);
    }
    careful.ifPresent(prices -> charts.add(chart(token, prices, favorable)));
  }

  private String carried(TokenExposure token) {
    String venue = token.asset() + ": at the price as it stands, the equity of " + book.subject();
    return token.carried(Corner.CAREFUL) == 0
        ? venue + " carries the price of none of them."
        : venue
            + " carries the price of "
            + Ends.of(token::carried).words()
            + " of them"
            + (isMultipleTold(token)
                ? ", so that a unit of price that is lost takes "
                    + Ends.of(token::gain).words()
                    + " more."
                : ".");
  }

  /// Returns from which multiple on a fall feeds on itself, for a book that does not tell it.
  private static Optional<String> multiple(TokenExposure token) {
    Ends from =
        Ends.of(
            corner -> corner.ofMoreIsBetter(token.told().supply().value()) / token.carried(corner));
    return Double.isFinite(from.careful()) && from.careful() > 0
        ? Optional.of(
            "How much of its market value follows equity is not told. From "
                + from.words()
                + " units of market value for one of equity on, a fall would feed on itself by this"
                + " alone (N / h).")
        : Optional.empty();
  }

  private String justified(
      TokenExposure token, Optional<OwnTokenPrices> careful, Optional<OwnTokenPrices> favorable) {
    if (careful.isEmpty()) {
      return "Which price of "
          + token.asset()
          + " equity justifies is not known: the book sets no limit to what the answer needs.";
    }
    String price = CellWords.range(mark(token, Corner.CAREFUL), mark(token, Corner.FAVORABLE));
    if (careful.get().goodPrice().isEmpty()) {
      return "No price of " + token.asset() + " holds: equity carries more of them than it can.";
    }
    String words =
        "The book's price is "
            + price
            + ", its equity justifies "
            + both(careful, favorable, OwnTokenPrices::goodPrice).words();
    return careful.get().tippingPrice().isEmpty()
        ? words + ", and nothing tips it from there."
        : words
            + "; below "
            + tipping(careful, favorable)
            + " it falls by itself, to "
            + both(careful, favorable, OwnTokenPrices::collapsePrice).words()
            + ".";
  }

  /// Below the favorable end's tipping price it falls in any case; where there is none, it may not.
  private static String tipping(
      Optional<OwnTokenPrices> careful, Optional<OwnTokenPrices> favorable) {
    Ends ends = both(careful, favorable, OwnTokenPrices::tippingPrice);
    return CellWords.range(ends.favorable(), ends.careful());
  }

  private void addTipping(
      TokenExposure token, OwnTokenPrices careful, Optional<OwnTokenPrices> favorable) {
    Optional<OwnTokenPrices> worst = Optional.of(careful);
    row(
        token,
        "tipping price",
        "p = v + phi E(p) / N, unstable",
        both(worst, favorable, OwnTokenPrices::tippingPrice));
    row(
        token,
        "gain at the tipping price",
        "phi h / N",
        both(worst, favorable, OwnTokenSection::gainAtTip));
    row(
        token,
        "price after the collapse",
        "p = v + phi E(p) / N, stable",
        both(worst, favorable, OwnTokenPrices::collapsePrice));
    Optional<TokenShort> cheap = TokenShort.of(book, token, Corner.CAREFUL);
    sentences.add(cheap.map(found -> attack(token, found)).orElseGet(() -> noAttack(token)));
    if (cheap.isPresent()) {
      attackRow(token, "fall until it tips", "1 - p_tip / p", TokenShort::distance);
      attackRow(token, "tokens that a seller needs", "x = M ln(p / p_tip)", s -> s.cost().tokens());
      attackRow(token, "what selling them brings", "M (p - p_tip)", s -> s.cost().proceeds());
      attackRow(token, "what buying them back costs", "x p_low", s -> s.cost().buyBack());
      attackRow(
          token,
          "what he must be able to lose",
          "x p - M (p - p_tip)",
          s -> s.cost().capitalNeeded());
      attackRow(token, "what he earns", "M (p - p_tip) - x p_low", s -> s.cost().profit());
    }
  }

  private static OptionalDouble gainAtTip(OwnTokenPrices prices) {
    OptionalDouble tipping = prices.tippingPrice();
    return tipping.isPresent() ? OptionalDouble.of(prices.gain(tipping.getAsDouble())) : tipping;
  }

  private String attack(TokenExposure token, TokenShort cheap) {
    AttackCost cost = cheap.cost();
    return "To bring it there, as little as "
        + CellWords.model(cost.tokens())
        + " "
        + token.asset()
        + " sold short can do, at a risk of "
        + CellWords.model(cost.capitalNeeded())
        + " "
        + book.currency()
        + "; it then "
        + (cost.attackable() ? "earns " : "loses ")
        + CellWords.model(Math.abs(cost.profit()))
        + ", before the cost of borrowing the tokens.";
  }

  private String noAttack(TokenExposure token) {
    return mark(token, Corner.CAREFUL)
            <= token
                .prices(Corner.CAREFUL)
                .flatMap(prices -> boxed(prices.tippingPrice()))
                .orElse(Double.NaN)
        ? "It may stand there already: nobody has to bring it down."
        : "What it takes to bring it there is not known: the book tells no depth for the next unit"
            + " sold.";
  }

  private static double mark(TokenExposure token, Corner corner) {
    return corner.ofMoreIsBetter(token.price());
  }

  private void attackRow(
      TokenExposure token, String figure, String formula, ToDoubleFunction<TokenShort> value) {
    row(
        token,
        figure,
        formula,
        Ends.of(corner ->
            TokenShort.of(book, token, corner).map(value::applyAsDouble).orElse(Double.NaN)));
  }

  private void row(TokenExposure token, String figure, String formula, Ends ends) {
    rows.text("token", token.asset())
        .text("figure", figure)
        .text("formula", formula)
        .model("careful", ends.careful())
        .model("favorable", ends.favorable())
        .end();
  }

  /// A figure at both ends of the book's ranges; not a number where it is not there at one.
  private record Ends(double careful, double favorable) {
    private static Ends of(ToDoubleFunction<Corner> figure) {
      return new Ends(figure.applyAsDouble(Corner.CAREFUL), figure.applyAsDouble(Corner.FAVORABLE));
    }

    /// Returns it as a range; what is not there at one end sets no limit to the other.
    private String words() {
      return careful > favorable
          ? CellWords.range(favorable, careful)
          : CellWords.range(careful, favorable);
    }
  }

  private interface PriceOf {
    OptionalDouble in(OwnTokenPrices prices);
  }

  private static Ends both(
      Optional<OwnTokenPrices> careful, Optional<OwnTokenPrices> favorable, PriceOf price) {
    return new Ends(
        careful.flatMap(prices -> boxed(price.in(prices))).orElse(Double.NaN),
        favorable.flatMap(prices -> boxed(price.in(prices))).orElse(Double.NaN));
  }

  private static Optional<Double> boxed(OptionalDouble value) {
    return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
  }

  private static Chart chart(
      TokenExposure token, OwnTokenPrices careful, Optional<OwnTokenPrices> favorable) {
    double top =
        MARGIN
            * StrictMath.max(
                mark(token, Corner.CAREFUL),
                careful.fixedPoints().stream()
                    .mapToDouble(PriceMap.FixedPoint::price)
                    .max()
                    .orElse(0));
    List<Chart.Line> lines = new ArrayList<>();
    boolean isOne = favorable.filter(careful::equals).isPresent();
    lines.add(line(isOne ? "what equity justifies" : "at the careful end", careful, top));
    favorable
        .filter(_ -> !isOne)
        .ifPresent(prices -> lines.add(line("at the favorable end", prices, top)));
    lines.add(
        new Chart.Line("the same price", List.of(Chart.At.of(0, 0), Chart.At.of(top, top)), false));
    List<Chart.Point> points = new ArrayList<>();
    for (PriceMap.FixedPoint point : careful.fixedPoints()) {
      String name = point.stable() ? "stable" : "tipping";
      points.add(new Chart.Point(name, point.price(), point.price()));
    }
    return new Chart.Lines(
        "own-token-" + token.asset().toLowerCase(Locale.ROOT),
        "The price of " + token.asset() + " that equity justifies, at each price",
        new Chart.Scale("price", Chart.Scale.Kind.LINEAR),
        new Chart.Scale("price that equity justifies", Chart.Scale.Kind.LINEAR),
        lines,
        points,
        List.of());
  }

  private static Chart.Line line(String name, OwnTokenPrices prices, double top) {
    List<Chart.At> at = new ArrayList<>();
    for (int i = 0; i <= POINTS; i++) {
      double price = top * i / POINTS;
      at.add(Chart.At.of(price, prices.value(price)));
    }
    return new Chart.Line(name, at, false);
  }
}
