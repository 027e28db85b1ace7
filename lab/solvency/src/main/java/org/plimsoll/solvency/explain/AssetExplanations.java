package org.plimsoll.solvency.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.plimsoll.solvency.assess.AssetRow;
import org.plimsoll.solvency.assess.OwnTokens;
import org.plimsoll.solvency.book.Book;

/// Explains the sums of one asset.
final class AssetExplanations {
  private final Book book;
  private final AssetRow row;
  private final AssetEntries entries;
  private final FigureList figures;

  AssetExplanations(Book book, AssetRow row) {
    this.book = book;
    this.row = row;
    this.entries = new AssetEntries(book, row.asset());
    this.figures = new FigureList(row.asset());
  }

  List<ExplainedFigure> figures() {
    List<ExplainedFigure> all = new ArrayList<>(price());
    all.addAll(quantities());
    return all;
  }

  private List<ExplainedFigure> price() {
    FigureList price = new FigureList(book.currency());
    price.sum(
        id("price"), title("Price"), row.price(), Definition.PRICE, () -> List.of(entries.price()));
    return price.figures();
  }

  private List<ExplainedFigure> quantities() {
    figures.sum(id("owed-to"), title("Owed to"), row.owedTo(), Definition.OWED_TO, entries::owedTo);
    figures.sum(id("owed-by"), title("Owed by"), row.owedBy(), Definition.OWED_BY, entries::owedBy);
    figures.sum(id("lent"), title("Lent"), row.lent(), Definition.ASSET_LENT, entries::lent);
    figures.sum(
        id("borrowed"),
        title("Borrowed"),
        row.borrowed(),
        Definition.ASSET_BORROWED,
        entries::borrowed);
    figures.sum(id("on-hand"), title("On hand"), row.onHand(), Definition.ON_HAND, entries::onHand);
    addGaps();
    addParts();
    row.largestDebtor()
        .ifPresent(debtor ->
            figures.sum(
                id("largest-debtor"),
                title("Owed by " + debtor.owner()),
                debtor.quantity(),
                Definition.LARGEST_DEBTOR,
                () -> entries.owedBy(account -> account.owner().equals(debtor.owner()))));
    return figures.figures();
  }

  private void addGaps() {
    figures.sum(
        id("matched-gap"),
        title("Gap"),
        row.matchedGap(),
        Definition.MATCHED_GAP,
        () -> entries.matchedGap(_ -> true));
    figures.sum(
        id("matched-gap-without-related"),
        title("Gap less related"),
        row.matchedGapWithoutRelated(),
        Definition.MATCHED_GAP_WITHOUT_RELATED,
        () -> {
          SortedSet<String> related = OwnTokens.relatedParties(book);
          return entries.matchedGap(account -> !related.contains(account.owner()));
        });
    figures.sum(
        id("custody-gap"),
        title("Custody gap"),
        row.custodyGap(),
        Definition.CUSTODY_GAP,
        entries::custodyGap);
  }

  private void addParts() {
    figures.quotient(
        id("custody-ratio"),
        title("Custody"),
        row.custodyRatio(),
        Definition.CUSTODY_RATIO,
        () -> onHandOverOwed(false));
    figures.quotient(
        id("segregated-recovery"),
        title("Recovery"),
        row.segregatedRecovery(),
        Definition.SEGREGATED_RECOVERY,
        () -> onHandOverOwed(true));
  }

  private Derivation.Quotient onHandOverOwed(boolean atMostOne) {
    return new Derivation.Quotient(
        new Derivation.Sum("on hand", entries.onHand()).withoutZeros(),
        new Derivation.Sum("owed to accounts", entries.owedTo()).withoutZeros(),
        atMostOne);
  }

  private String id(String figure) {
    return "asset." + row.asset() + "." + figure;
  }

  private String title(String words) {
    return words + ", " + row.asset();
  }
}
