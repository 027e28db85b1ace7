package org.plimsoll.solvency.explain;

import java.util.EnumSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.plimsoll.results.Ratio;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.assess.BreakingHaircut;
import org.plimsoll.solvency.assess.RatioRange;
import org.plimsoll.solvency.book.Asset;

/// Explains by how much prices may fall.
final class HaircutExplanations {
  private static final SortedSet<Asset.Tier> ALL = new TreeSet<>(EnumSet.allOf(Asset.Tier.class));
  private static final SortedSet<Asset.Tier> BEYOND_LIQUID =
      new TreeSet<>(EnumSet.of(Asset.Tier.LESS_LIQUID, Asset.Tier.ILLIQUID));

  private final Assessment assessment;
  private final FigureList figures;

  HaircutExplanations(Assessment assessment) {
    this.assessment = assessment;
    this.figures = new FigureList(assessment.book().currency());
  }

  List<ExplainedFigure> figures() {
    add("breaking-haircut", "All prices may fall by", assessment.breakingHaircut(), ALL);
    add(
        "breaking-haircut-beyond-liquid",
        "Prices of less liquid and illiquid assets may fall by",
        assessment.breakingHaircutBeyondLiquid(),
        BEYOND_LIQUID);
    return figures.figures();
  }

  private void add(
      String id, String title, BreakingHaircut.Pair pair, SortedSet<Asset.Tier> tiers) {
    add(id + ".unfavorable", title + ", at worst", pair.unfavorable(), tiers, false);
    add(id + ".favorable", title + ", at best", pair.favorable(), tiers, true);
  }

  private void add(
      String id,
      String title,
      BreakingHaircut haircut,
      SortedSet<Asset.Tier> tiers,
      boolean favorable) {
    Amount amount =
        switch (haircut) {
          case BreakingHaircut.At(Ratio at) -> new Amount.Fraction(RatioRange.exactly(at), "");
          case BreakingHaircut.AlreadyNegative() ->
              new Amount.Absent("nothing, equity is negative already");
          case BreakingHaircut.Never() -> new Amount.Absent("any part, equity stays at 0 or above");
          case BreakingHaircut.Unknown() ->
              new Amount.Absent("unknown, a price or quantity has no single value");
        };
    figures.add(
        id,
        title,
        amount,
        Definition.BREAKING_HAIRCUT,
        () -> derivation(haircut, tiers, favorable));
  }

  private Derivation derivation(
      BreakingHaircut haircut, SortedSet<Asset.Tier> tiers, boolean favorable) {
    return haircut instanceof BreakingHaircut.At(Ratio at)
        ? new FallingEntries(assessment.book(), tiers, favorable, at).quotient()
        : new Derivation.Others(List.of("equity.mark"));
  }
}
