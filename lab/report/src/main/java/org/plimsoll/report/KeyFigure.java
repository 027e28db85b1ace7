package org.plimsoll.report;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.assess.BreakingHaircut;
import org.plimsoll.solvency.assess.LiquidationView;
import org.plimsoll.solvency.assess.Recoveries;
import org.plimsoll.solvency.assess.Wording;
import org.plimsoll.solvency.book.Interval;

/// A figure about the whole book with the words that go with it, the same on every page.
///
/// @param label what it is
/// @param value the figure in words
record KeyFigure(String label, String value) {

  /// Returns what the subject has and owes, and what stands on its own paper.
  static List<KeyFigure> balance(Assessment assessment) {
    List<KeyFigure> figures = new ArrayList<>();
    figures.add(money(assessment, "Everything it has, at mark", assessment.atMark().assets()));
    figures.add(money(assessment, "Everything it owes, net", assessment.atMark().owed()));
    assessment
        .ownTokenShare()
        .filter(_ -> !assessment.ownTokens().isEmpty())
        .ifPresent(share ->
            figures.add(new KeyFigure("Own tokens, part of what it has", Wording.percent(share))));
    assessment
        .ownTokenPartOfEquity()
        .ifPresent(part ->
            figures.add(new KeyFigure("Equity that goes with own tokens", Wording.percent(part))));
    figures.add(haircut("All prices may fall by", assessment.breakingHaircut()));
    figures.add(
        haircut(
            "Prices of less liquid and illiquid assets may fall by",
            assessment.breakingHaircutBeyondLiquid()));
    return figures;
  }

  /// Returns cash now against claims now.
  static List<KeyFigure> liquidity(Assessment assessment) {
    List<KeyFigure> figures = new ArrayList<>();
    figures.add(money(assessment, "Obtainable now", assessment.liquidity().obtainable()));
    figures.add(money(assessment, "Demandable now", assessment.liquidity().demandable()));
    assessment
        .liquidity()
        .cover()
        .ifPresent(cover -> figures.add(new KeyFigure("Cover", Wording.percent(cover))));
    return figures;
  }

  /// Returns what is left if everything that must be sold is sold at once.
  static List<KeyFigure> liquidation(Assessment assessment) {
    LiquidationView view = assessment.liquidation();
    List<KeyFigure> figures = new ArrayList<>();
    figures.add(money(assessment, "On hand, at mark", view.heldAtMark()));
    figures.add(money(assessment, "On hand, realizable", view.heldRealizable()));
    figures.add(money(assessment, "Equity at liquidation", view.equity()));
    if (!view.missingDepths().isEmpty()) {
      figures.add(new KeyFigure("Market depth missing for", Wording.list(view.missingDepths())));
    }
    return figures;
  }

  /// Returns what creditors get back.
  static List<KeyFigure> recoveries(Assessment assessment) {
    Recoveries recoveries = assessment.recoveries();
    List<KeyFigure> figures = new ArrayList<>();
    recoveries
        .netClaims()
        .ifPresent(part -> figures.add(new KeyFigure("Of net claims", Wording.percent(part))));
    recoveries
        .netClaimsWithoutOwnToken()
        .ifPresent(part ->
            figures.add(new KeyFigure("Of net claims, without own tokens", Wording.percent(part))));
    recoveries
        .commingled()
        .ifPresent(part ->
            figures.add(new KeyFigure("Of gross claims, commingled", Wording.percent(part))));
    recoveries
        .commingledWithoutOwnToken()
        .ifPresent(part ->
            figures.add(
                new KeyFigure(
                    "Of gross claims, commingled, without own tokens", Wording.percent(part))));
    return figures;
  }

  private static KeyFigure money(Assessment assessment, String label, Interval value) {
    return new KeyFigure(label, Wording.amount(value, assessment.book().currency()));
  }

  private static KeyFigure haircut(String label, BreakingHaircut.Pair pair) {
    String worst = words(pair.unfavorable());
    String best = words(pair.favorable());
    String value = worst.equals(best) ? best : "at best " + best + "; at worst " + worst;
    return new KeyFigure(label, value);
  }

  private static String words(BreakingHaircut haircut) {
    return switch (haircut) {
      case BreakingHaircut.At at -> Wording.percent(at.haircut()) + " until equity is 0";
      case BreakingHaircut.AlreadyNegative _ -> "nothing, equity is negative already";
      case BreakingHaircut.Never _ -> "any part, equity stays at 0 or above";
      case BreakingHaircut.Unknown _ -> "unknown, a price or quantity has no single value";
    };
  }
}
