package org.plimsoll.solvency.explain;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.assess.LiquidationView;
import org.plimsoll.solvency.assess.Liquidity;
import org.plimsoll.solvency.assess.Shock;
import org.plimsoll.solvency.book.Book;

/// Explains cash now against claims now, and what a sale at once leaves.
final class LiquidityExplanations {
  private final Assessment assessment;
  private final BookEntries bare;
  private final FigureList figures;

  LiquidityExplanations(Assessment assessment) {
    Book book = assessment.book();
    this.assessment = assessment;
    this.bare = new BookEntries(Shock.withoutOwnTokens(book).applyTo(book));
    this.figures = new FigureList(book.currency());
  }

  List<ExplainedFigure> figures() {
    addLiquidity(assessment.liquidity());
    addLiquidation(assessment.liquidation());
    return figures.figures();
  }

  private void addLiquidity(Liquidity liquidity) {
    figures.sum(
        "liquidity.obtainable",
        "Obtainable now",
        liquidity.obtainable(),
        Definition.OBTAINABLE,
        bare::obtainable);
    figures.sum(
        "liquidity.demandable",
        "Demandable now",
        liquidity.demandable(),
        Definition.DEMANDABLE,
        bare::demandable);
    figures.sum(
        "liquidity.surplus",
        "Obtainable less demandable",
        liquidity.surplus(),
        Definition.SURPLUS,
        this::surplus);
    figures.quotient(
        "liquidity.cover",
        "Cover",
        liquidity.cover(),
        Definition.COVER,
        () ->
            new Derivation.Quotient(
                new Derivation.Sum("obtainable now", bare.obtainable()).withoutZeros(),
                new Derivation.Sum("demandable now", bare.demandable()).withoutZeros(),
                false));
  }

  private List<Entry> surplus() {
    List<Entry> entries = new ArrayList<>(bare.obtainable());
    bare.demandable().forEach(claim -> entries.add(claim.negated()));
    return entries;
  }

  private void addLiquidation(LiquidationView view) {
    figures.sum(
        "liquidation.held-at-mark",
        "On hand, at mark",
        view.heldAtMark(),
        Definition.HELD,
        () -> new BookEntries(assessment.book()).held(_ -> true));
    figures.sum(
        "liquidation.held-realizable",
        "On hand, realizable",
        view.heldRealizable(),
        Definition.HELD_REALIZABLE,
        () -> new SaleEntries(assessment.book(), view).held());
    figures.sum(
        "liquidation.equity",
        "Equity at liquidation",
        view.equity(),
        Definition.EQUITY_AT_LIQUIDATION,
        () -> new SaleEntries(assessment.book(), view).equity());
  }
}
