package org.plimsoll.solvency.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.assess.AssetRow;
import org.plimsoll.solvency.assess.CreditorPool;
import org.plimsoll.solvency.book.Book;

/// Every figure that an assessment shows, each with its explanation. Those of risks are found among
/// accounts that may owe, as those of a page are.
public final class Explanations {
  private Explanations() {}

  /// Returns the figures in the order in which an assessment shows them. No id comes twice.
  public static List<ExplainedFigure> of(Assessment assessment) {
    List<ExplainedFigure> figures = new ArrayList<>();
    figures.addAll(new EquityExplanations(assessment).figures());
    figures.addAll(new HaircutExplanations(assessment).figures());
    for (AssetRow row : assessment.assets()) {
      figures.addAll(new AssetExplanations(assessment.book(), row).figures());
    }
    figures.addAll(new LiquidityExplanations(assessment).figures());
    figures.addAll(new RecoveryExplanations(assessment).figures());
    Book whole = assessment.book();
    Book pooled = CreditorPool.of(whole);
    figures.addAll(new SpiralExplanations(pooled).figures());
    figures.addAll(new OwnTokenExplanations(pooled).figures());
    figures.addAll(new SupportExplanations(whole).figures());
    figures.addAll(new LoadLineExplanations(pooled).figures());
    return List.copyOf(figures);
  }

  /// Returns the figure with this id; empty where the assessment has none.
  public static Optional<ExplainedFigure> find(Assessment assessment, String id) {
    return of(assessment).stream().filter(figure -> figure.id().equals(id)).findFirst();
  }
}
