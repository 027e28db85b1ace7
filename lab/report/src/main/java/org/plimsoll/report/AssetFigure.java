package org.plimsoll.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.plimsoll.solvency.assess.AssetRow;
import org.plimsoll.solvency.assess.Wording;

/// A column of the table per asset, the same on every page.
///
/// @param heading what it is
/// @param text the figure of one asset in words; `-` where there is none
record AssetFigure(String heading, Function<AssetRow, String> text) {
  /// What the headings mean.
  static final String LEGEND =
      "In units of the asset. Gap: on hand and owed by accounts, less owed to accounts. Custody: on"
          + " hand over owed to accounts. Recovery: if each asset answers for its own claims.";

  private static final AssetFigure WITHOUT_RELATED =
      new AssetFigure("Gap less related", row -> Wording.range(row.matchedGapWithoutRelated()));

  private static final List<AssetFigure> BEFORE =
      List.of(
          new AssetFigure("Asset", row -> row.ownToken() ? row.asset() + " (own)" : row.asset()),
          new AssetFigure("Owed to", row -> Wording.range(row.owedTo())),
          new AssetFigure("Owed by", row -> Wording.range(row.owedBy())),
          new AssetFigure("On hand", row -> Wording.range(row.onHand())),
          new AssetFigure("Gap", row -> Wording.range(row.matchedGap())));

  private static final List<AssetFigure> AFTER =
      List.of(
          new AssetFigure("Custody gap", row -> Wording.range(row.custodyGap())),
          new AssetFigure("Custody", row -> row.custodyRatio().map(Wording::percent).orElse("-")),
          new AssetFigure(
              "Recovery", row -> row.segregatedRecovery().map(Wording::percent).orElse("-")),
          new AssetFigure(
              "Top debtor",
              row ->
                  row.largestDebtor()
                      .map(debtor -> debtor.owner() + " " + Wording.range(debtor.quantity()))
                      .orElse("-")));

  /// Returns the columns that say something about `rows`, in the order of reading. The gap without
  /// related parties is left out where no related party has an account.
  static List<AssetFigure> of(List<AssetRow> rows) {
    List<AssetFigure> figures = new ArrayList<>(BEFORE);
    if (rows.stream().anyMatch(row -> !row.matchedGap().equals(row.matchedGapWithoutRelated()))) {
      figures.add(WITHOUT_RELATED);
    }
    figures.addAll(AFTER);
    return figures;
  }

  /// Returns the headings of `figures`.
  static List<String> headings(List<AssetFigure> figures) {
    return figures.stream().map(AssetFigure::heading).toList();
  }

  /// Returns the cells of one asset.
  static List<String> cells(List<AssetFigure> figures, AssetRow row) {
    return figures.stream().map(figure -> figure.text().apply(row)).toList();
  }
}
