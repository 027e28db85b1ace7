package org.plimsoll.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.loadline.Corner;
import org.plimsoll.solvency.loadline.TokenSupport;

/// How long somebody's cash holds up a token that is paid out every day, as a section.
final class EmissionSection {
  private final List<TokenSupport> careful;
  private final List<TokenSupport> favorable;
  private final String unit;

  private EmissionSection(Book book) {
    this.careful = TokenSupport.of(book, Corner.CAREFUL);
    this.favorable = TokenSupport.of(book, Corner.FAVORABLE);
    this.unit = book.currency();
  }

  /// Returns the section; none where no emission is told whose support can be computed.
  static Optional<Section> of(Book book) {
    EmissionSection section = new EmissionSection(book);
    return section.careful.isEmpty() ? Optional.empty() : Optional.of(section.section());
  }

  private Section section() {
    List<String> sentences = new ArrayList<>();
    careful.forEach(support -> sentences.add(sentence(support)));
    sentences.add(
        "What is paid out is taken to be sold at once. Without support the price goes to I0 / e;"
            + " with it the cash lasts C / (e p - I0) days and buys (e - I0 / p) tokens on each,"
            + " where C is the cash, I0 the money that comes in and e the tokens paid out in a day.");
    return new Section(
        "emission",
        "How long a price is held up",
        sentences,
        List.of(supports().table(), loans().table()),
        List.of());
  }

  private String sentence(TokenSupport worst) {
    if (!worst.needed()) {
      return worst.asset()
          + ": what comes in buys everything that is paid out, at the price as it stands.";
    }
    Optional<TokenSupport> best = best(worst);
    return worst.asset()
        + ": "
        + worst.supporter()
        + " holds up "
        + CellWords.model(worst.price())
        + " with up to "
        + CellWords.model(worst.burnPerDay())
        + " "
        + unit
        + " a day; the cash lasts "
        + CellWords.range(worst.runwayDays(), best.map(TokenSupport::runwayDays).orElse(Double.NaN))
        + " days, and the price then goes to "
        + steady(worst, best)
        + "."
        + called(worst);
  }

  private static String steady(TokenSupport worst, Optional<TokenSupport> best) {
    return CellWords.range(
        worst.emission().steadyPrice(),
        best.map(support -> support.emission().steadyPrice()).orElse(Double.NaN));
  }

  private static String called(TokenSupport worst) {
    return worst.loans().stream()
        .filter(loan -> Double.isFinite(loan.day()))
        .min(Comparator.comparingDouble(TokenSupport.Called::day))
        .map(loan ->
            " The first loan against it, "
                + loan.name()
                + ", may be called on day "
                + CellWords.model(loan.day())
                + ".")
        .orElse("");
  }

  private Optional<TokenSupport> best(TokenSupport worst) {
    return favorable.stream().filter(s -> s.asset().equals(worst.asset())).findFirst();
  }

  private Rows supports() {
    Rows rows = new Rows("emission_support");
    for (TokenSupport worst : careful) {
      Optional<TokenSupport> best = best(worst);
      rows.text("token", worst.asset())
          .text("supporter", worst.supporter())
          .modelRange("cash", worst.cash(), best.map(TokenSupport::cash).orElse(Double.NaN))
          .modelRange(
              "steady_price",
              worst.emission().steadyPrice(),
              best.map(s -> s.emission().steadyPrice()).orElse(Double.NaN))
          .modelRange(
              "burn_a_day", best.map(TokenSupport::burnPerDay).orElse(0.0), worst.burnPerDay())
          .modelRange(
              "runway_days",
              worst.runwayDays(),
              best.map(TokenSupport::runwayDays).orElse(Double.NaN))
          .modelRange(
              "tokens_bought",
              worst.tokensBought(),
              best.map(TokenSupport::tokensBought).orElse(Double.NaN))
          .end();
    }
    return rows;
  }

  private Rows loans() {
    Rows rows = new Rows("emission_loans");
    for (TokenSupport worst : careful) {
      for (TokenSupport.Called loan : worst.loans()) {
        Optional<TokenSupport.Called> best =
            best(worst).stream()
                .flatMap(support -> support.loans().stream())
                .filter(other -> other.name().equals(loan.name()))
                .findFirst();
        rows.text("token", worst.asset())
            .text("loan", loan.name())
            .text("formula", "D / (theta q)")
            .modelRange(
                "called_at_price",
                best.map(TokenSupport.Called::trigger).orElse(0.0),
                loan.trigger())
            .modelRange(
                "called_on_day", loan.day(), best.map(TokenSupport.Called::day).orElse(Double.NaN))
            .end();
      }
    }
    return rows;
  }
}
