package org.plimsoll.solvency.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.assess.AssetRow;

/// Every figure that an assessment shows, each with its explanation.
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
    return List.copyOf(figures);
  }

  /// Returns the figure with this id; empty where the assessment has none.
  public static Optional<ExplainedFigure> find(Assessment assessment, String id) {
    return of(assessment).stream().filter(figure -> figure.id().equals(id)).findFirst();
  }
}
