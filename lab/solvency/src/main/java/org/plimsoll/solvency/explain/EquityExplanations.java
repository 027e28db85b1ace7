package org.plimsoll.solvency.explain;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.assess.Equity;
import org.plimsoll.solvency.assess.RatioRange;
import org.plimsoll.solvency.assess.Shock;
import org.plimsoll.solvency.book.Book;

/// Explains equity, its parts, and what of it stands on own tokens.
final class EquityExplanations {
  private static final String NARROWER =
      "Asset by asset the same equity has other limits, since the unknown price of an asset drops"
          + " out where it is held in the quantity in which it is owed; both are true.";

  private final Assessment assessment;
  private final BookEntries atMark;
  private final BookEntries bare;
  private final FigureList figures;

  EquityExplanations(Assessment assessment) {
    Book book = assessment.book();
    this.assessment = assessment;
    this.atMark = new BookEntries(book);
    this.bare = new BookEntries(Shock.withoutOwnTokens(book).applyTo(book));
    this.figures = new FigureList(book.currency());
  }

  List<ExplainedFigure> figures() {
    add("equity.mark", "Equity at mark", Definition.EQUITY, assessment.atMark(), atMark);
    add(
        "equity.without-own-token",
        "Equity without own token",
        Definition.EQUITY_WITHOUT_OWN_TOKEN,
        assessment.withoutOwnToken(),
        bare);
    figures.quotient(
        "own-token.share-of-assets",
        "Own tokens, part of what it has",
        assessment.ownTokenShare(),
        Definition.OWN_TOKEN_SHARE,
        () ->
            new Derivation.Quotient(
                sum(
                    "own tokens on hand",
                    atMark.held(asset -> assessment.ownTokens().contains(asset))),
                sum("everything it has", atMark.assets()),
                true));
    figures.add(
        "own-token.part-of-equity",
        "Equity that goes with own tokens",
        assessment
            .ownTokenPartOfEquity()
            .<Amount>map(part -> new Amount.Fraction(RatioRange.exactly(part), ""))
            .orElse(new Amount.Absent("equity is not positive, or not one number")),
        Definition.OWN_TOKEN_PART,
        () ->
            new Derivation.Quotient(
                sum("what each line loses", losses()),
                sum("equity at mark", atMark.equity()),
                false));
    return figures.figures();
  }

  private void add(
      String id, String title, Definition definition, Equity equity, BookEntries entries) {
    figures.add(
        id,
        title,
        new Amount.Quantity(equity.total(), assessment.book().currency()),
        definition,
        () -> total(equity, new Derivation.Sum(title, entries.equity())));
    String of = title.replace("Equity", "").strip();
    figures.sum(
        id + ".assets",
        "Everything it has, " + of,
        equity.assets(),
        Definition.ASSETS,
        entries::assets);
    figures.sum(
        id + ".held",
        "On hand, " + of,
        equity.held(),
        Definition.HELD,
        () -> entries.held(_ -> true));
    figures.sum(
        id + ".receivable",
        "Expected back from accounts under water, " + of,
        equity.receivable(),
        Definition.RECEIVABLE,
        entries::receivable);
    figures.sum(
        id + ".lent", "Loans to others, " + of, equity.lent(), Definition.LENT, entries::lent);
    figures.sum(
        id + ".owed",
        "Everything it owes, net, " + of,
        equity.owed(),
        Definition.OWED,
        entries::owed);
    figures.sum(
        id + ".claims",
        "Net claims of accounts, " + of,
        equity.claims(),
        Definition.CLAIMS,
        entries::claims);
    figures.sum(
        id + ".debts",
        "Borrowed from others, " + of,
        equity.debts(),
        Definition.DEBTS,
        entries::debts);
  }

  /// Accounts under water stay in the list even where nothing comes back from them: that they add
  /// nothing is what a reader looks for.
  private static Derivation total(Equity equity, Derivation.Sum sum) {
    return sum.total().equals(equity.total()) ? sum : new Derivation.Narrower(sum, NARROWER);
  }

  private List<Entry> losses() {
    List<Entry> before = atMark.equity();
    List<Entry> after = bare.equity();
    List<Entry> losses = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      Entry entry = before.get(i);
      losses.add(
          new Entry(
              entry.kind(),
              entry.name(),
              entry.working(),
              entry.value(),
              entry.contribution().minus(after.get(i).contribution()),
              entry.sources()));
    }
    return losses;
  }

  private static Derivation.Sum sum(String title, List<Entry> entries) {
    return new Derivation.Sum(title, entries).withoutZeros();
  }
}
