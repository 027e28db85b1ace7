package org.plimsoll.report;

import java.util.List;
import java.util.function.Function;
import org.plimsoll.solvency.assess.AssetRow;
import org.plimsoll.solvency.assess.Wording;
import org.plimsoll.solvency.book.Interval;

/// A column of the table per asset, the same on every page.
///
/// @param heading what it is
/// @param text the figure of one asset in words; `-` where there is none
record AssetFigure(String heading, Function<AssetRow, String> text) {
  /// What the headings mean.
  static final String LEGEND =
      "In units of the asset. Gap: on hand and owed by accounts, less owed to accounts. Custody: on"
          + " hand over owed to accounts. Recovery: if each asset answers for its own claims.";

  private static final String NONE = "-";

  private static final List<AssetFigure> ALL =
      List.of(
          new AssetFigure("Asset", row -> row.ownToken() ? row.asset() + " (own)" : row.asset()),
          new AssetFigure("Owed to", row -> Wording.range(row.owedTo())),
          new AssetFigure("Owed by", row -> Wording.range(row.owedBy())),
          new AssetFigure("Lent", row -> unlessZero(row.lent())),
          new AssetFigure("Borrowed", row -> unlessZero(row.borrowed())),
          new AssetFigure("On hand", row -> Wording.range(row.onHand())),
          new AssetFigure("Gap", row -> Wording.range(row.matchedGap())),
          new AssetFigure("Gap less related", AssetFigure::gapWithoutRelated),
          new AssetFigure("Custody gap", row -> Wording.range(row.custodyGap())),
          new AssetFigure("Custody", row -> row.custodyRatio().map(Wording::percent).orElse(NONE)),
          new AssetFigure(
              "Recovery", row -> row.segregatedRecovery().map(Wording::percent).orElse(NONE)),
          new AssetFigure(
              "Top debtor",
              row ->
                  row.largestDebtor()
                      .map(debtor -> debtor.owner() + " " + Wording.range(debtor.quantity()))
                      .orElse(NONE)));

  /// Returns the columns that say something about `rows`, in the order of reading.
  static List<AssetFigure> of(List<AssetRow> rows) {
    return ALL.stream()
        .filter(figure -> rows.stream().anyMatch(row -> !figure.text.apply(row).equals(NONE)))
        .toList();
  }

  private static String unlessZero(Interval quantity) {
    String text = Wording.range(quantity);
    return text.equals("0") ? NONE : text;
  }

  /// Says nothing where no related party has an account.
  private static String gapWithoutRelated(AssetRow row) {
    return row.matchedGap().equals(row.matchedGapWithoutRelated())
        ? NONE
        : Wording.range(row.matchedGapWithoutRelated());
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
