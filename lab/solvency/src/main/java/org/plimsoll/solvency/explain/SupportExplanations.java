package org.plimsoll.solvency.explain;

import static org.plimsoll.solvency.explain.Computation.CAREFUL;
import static org.plimsoll.solvency.explain.Computation.FAVORABLE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.plimsoll.solvency.assess.Prices;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Feedback;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.explain.Computation.Term;
import org.plimsoll.solvency.loadline.Corner;
import org.plimsoll.solvency.loadline.TokenSupport;

/// Explains how long somebody's cash holds up a token that is paid out every day.
final class SupportExplanations {
  private final Book book;
  private final RiskSources sources;
  private final List<TokenSupport> favorable;
  private final ModelFigures figures = new ModelFigures();

  SupportExplanations(Book book) {
    this.book = book;
    this.sources = new RiskSources(book);
    this.favorable = TokenSupport.of(book, Corner.FAVORABLE);
  }

  List<ExplainedFigure> figures() {
    TokenSupport.of(book, Corner.CAREFUL).forEach(this::add);
    return figures.figures();
  }

  private void add(TokenSupport worst) {
    String id = "emission." + worst.asset();
    String of = " of " + worst.asset();
    add(
        id + ".cash",
        "Cash of " + worst.supporter(),
        Definition.SUPPORT_CASH,
        worst,
        TokenSupport::cash,
        (end, support) -> Computation.sum(end, "C, in " + book.currency(), cash(support)));
    add(
        id + ".steady-price",
        "Price" + of + " that needs no support",
        Definition.SUPPORT_STEADY_PRICE,
        worst,
        support -> support.emission().steadyPrice(),
        support -> inflow(support) + " / " + perDay(support));
    add(
        id + ".burn-a-day",
        "Cash spent a day",
        Definition.SUPPORT_BURN,
        worst,
        TokenSupport::burnPerDay,
        support -> support.needed() ? burn(support) : "0");
    add(
        id + ".runway-days",
        "Days until the cash is gone",
        Definition.SUPPORT_RUNWAY,
        worst,
        TokenSupport::runwayDays,
        SupportExplanations::runway);
    add(
        id + ".tokens-bought",
        "Tokens" + of + " bought by then",
        Definition.SUPPORT_TOKENS,
        worst,
        TokenSupport::tokensBought,
        support ->
            support.needed()
                ? "("
                    + perDay(support)
                    + " - "
                    + inflow(support)
                    + " / "
                    + Digits.of(support.price())
                    + ") × "
                    + runway(support)
                : "0");
  }

  private void add(
      String id,
      String title,
      Definition definition,
      TokenSupport worst,
      ToDoubleFunction<TokenSupport> value,
      Function<TokenSupport, String> working) {
    add(
        id,
        title,
        definition,
        worst,
        value,
        (end, support) -> {
          double result = value.applyAsDouble(support);
          String words = Double.isFinite(result) ? working.apply(support) : "without an end";
          return Computation.of(end, words, result, told(support));
        });
  }

  private void add(
      String id,
      String title,
      Definition definition,
      TokenSupport worst,
      ToDoubleFunction<TokenSupport> value,
      BiFunction<String, TokenSupport, Computation> computed) {
    Optional<TokenSupport> best =
        favorable.stream().filter(s -> s.asset().equals(worst.asset())).findFirst();
    double one = value.applyAsDouble(worst);
    double other = best.map(value::applyAsDouble).orElse(Double.NaN);
    figures.add(
        id,
        title,
        new Amount.Model(one > other ? other : one, one > other ? one : other, "", false),
        definition,
        () ->
            ModelFigures.ends(
                computed.apply(CAREFUL, worst), best.map(s -> computed.apply(FAVORABLE, s))));
  }

  private List<String> told(TokenSupport support) {
    Feedback.Emission told = sources.asset(support.asset()).feedback().emission().orElseThrow();
    return sources.of(support.asset(), told.perDay(), told.inflow());
  }

  private static String perDay(TokenSupport support) {
    return Digits.of(support.emission().tokensPerDay());
  }

  private static String inflow(TokenSupport support) {
    return Digits.of(support.emission().inflowPerDay());
  }

  private static String burn(TokenSupport support) {
    return perDay(support) + " × " + Digits.of(support.price()) + " - " + inflow(support);
  }

  private static String runway(TokenSupport support) {
    return Digits.of(support.cash()) + " / (" + burn(support) + ")";
  }

  private List<Term> cash(TokenSupport support) {
    if (support.supporter().equals(book.subject())) {
      return List.of(
          new Term(
              "what it can turn into money now, liquidity.obtainable",
              digits(support.cash()),
              support.cash(),
              List.of()));
    }
    Prices prices = new Prices(book);
    List<Term> terms = new ArrayList<>();
    for (Account account : sources.accountsOf(support.supporter())) {
      account
          .balances()
          .forEach((asset, balance) -> {
            if (sources.asset(asset).tier() == Asset.Tier.LIQUID) {
              terms.add(cash(support, account, asset, balance, prices));
            }
          });
    }
    return terms;
  }

  private Term cash(
      TokenSupport support, Account account, String asset, Figure balance, Prices prices) {
    Interval units = balance.value().positivePart();
    double value = support.corner().ofMoreIsBetter(prices.value(asset, units));
    return new Term(
        "account " + Working.name(account) + ", " + Working.units(asset, units),
        digits(value),
        value,
        sources.of(asset, balance));
  }

  private static String digits(double value) {
    return Double.isFinite(value) ? Digits.of(value) : "the book sets no limit to it";
  }
}
