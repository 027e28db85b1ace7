package org.plimsoll.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.results.Table;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.assess.AssetRow;
import org.plimsoll.solvency.assess.Wording;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.consolidate.BroughtIn;
import org.plimsoll.solvency.consolidate.Consolidation;
import org.plimsoll.solvency.consolidate.IntragroupItem;
import org.plimsoll.solvency.consolidate.IntragroupPair;

/// What becomes of a book when its subject and its related parties are one group, as a section.
///
/// @param group the group
/// @param alone the assessment of the subject alone
/// @param together the assessment of the group
public record ConsolidationSections(Consolidation group, Assessment alone, Assessment together) {
  /// Returns the section.
  public Section section() {
    if (group.members().isEmpty()) {
      return new Section(
          "consolidation",
          "As one group",
          List.of("The book relates no party to " + subject() + ", so there is no group."),
          List.of(),
          List.of());
    }
    return new Section("consolidation", "As one group", sentences(), tables(), charts());
  }

  private List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    List<String> all = new ArrayList<>(List.of(subject()));
    all.addAll(group.members());
    sentences.add(
        Wording.list(all)
            + " are one group here"
            + (group.eliminated().isEmpty()
                ? ". The book names nothing that they owe each other, so nothing is eliminated,"
                    + " which does not say that they owe each other nothing."
                : ": what they owe each other is eliminated on both sides."));
    group.pairs().forEach(pair -> sentences.add(sentence(pair)));
    addBroughtIn(sentences);
    sentences.add(
        "Equity at mark is "
            + change(alone.atMark().total(), together.atMark().total())
            + "; without own tokens it is "
            + change(alone.withoutOwnToken().total(), together.withoutOwnToken().total())
            + ".");
    addOwnTokens(sentences);
    sentences.addAll(group.uncertain());
    return sentences;
  }

  private String sentence(IntragroupPair pair) {
    List<String> debts = new ArrayList<>();
    if (!pair.secondOwes().equals(Interval.ZERO)) {
      debts.add(pair.second() + " owes " + pair.first() + " " + money(pair.secondOwes()));
    }
    if (!pair.firstOwes().equals(Interval.ZERO)) {
      debts.add(pair.first() + " owes " + pair.second() + " " + money(pair.firstOwes()));
    }
    String eliminated = Wording.list(debts);
    return pair.first().equals(subject())
        ? eliminated
            + "; alone, "
            + subject()
            + " counted all of it as "
            + money(pair.counted())
            + "."
        : eliminated + "; " + subject() + " alone had no part in it.";
  }

  private void addBroughtIn(List<String> sentences) {
    for (BroughtIn.Kind kind : BroughtIn.Kind.values()) {
      Interval sum =
          group.broughtIn().stream()
              .filter(each -> each.kind() == kind)
              .map(BroughtIn::counted)
              .reduce(Interval.ZERO, Interval::plus);
      if (!sum.equals(Interval.ZERO)) {
        sentences.add(
            switch (kind) {
              case DEBT -> "Members owe others " + told(sum.negate()) + ", which the group owes.";
              case LOAN -> "Loans of members to others are worth " + told(sum) + ".";
              case COLLATERAL -> "What members have pledged is worth " + told(sum) + " at mark.";
              case HOLDING -> "What members hold elsewhere is worth " + told(sum) + " at mark.";
            });
      }
    }
  }

  private String told(Interval amount) {
    return amount.equals(new Interval(BigDecimal.ZERO, null))
        ? "an amount that is not told"
        : money(amount);
  }

  /// Own paper that is on hand is worth something to others only.
  private void addOwnTokens(List<String> sentences) {
    Interval held =
        together.assets().stream()
            .filter(AssetRow::ownToken)
            .map(row -> row.onHand().times(row.price()))
            .reduce(Interval.ZERO, Interval::plus);
    if (!held.equals(Interval.ZERO)) {
      sentences.add(
          "At mark that counts "
              + money(held)
              + " of "
              + Wording.list(List.copyOf(together.ownTokens()))
              + " on hand, issued by the group or by parties related to it: to the group they"
              + " are no asset, and the answer without own tokens leaves them out.");
    }
  }

  private List<Table> tables() {
    List<Table> tables = new ArrayList<>();
    tables.add(
        new BeforeAfter(alone, together).table("alone_and_as_a_group", "alone", "as_a_group"));
    if (!group.eliminated().isEmpty()) {
      tables.add(eliminated());
      tables.add(pairs());
    }
    if (!group.broughtIn().isEmpty()) {
      tables.add(broughtIn());
    }
    return tables;
  }

  private Table eliminated() {
    Rows rows = new Rows("eliminated");
    for (IntragroupItem item : group.eliminated()) {
      rows.text("debtor", item.debtor())
          .text("creditor", item.creditor())
          .text("item", item.item())
          .text("asset", item.asset())
          .range("quantity", item.quantity())
          .range("value", item.value())
          .end();
    }
    return rows.table();
  }

  private Table pairs() {
    Rows rows = new Rows("eliminated_by_pair");
    for (IntragroupPair pair : group.pairs()) {
      rows.text("one", pair.first())
          .text("other", pair.second())
          .range("one_owes", pair.firstOwes())
          .range("other_owes", pair.secondOwes())
          .range("counted_alone", pair.counted())
          .end();
    }
    return rows.table();
  }

  private Table broughtIn() {
    Rows rows = new Rows("brought_in");
    for (BroughtIn each : group.broughtIn()) {
      rows.text("member", each.member())
          .text("what", Words.kind(each.kind()))
          .text("item", each.item())
          .text("other", each.other().isEmpty() ? CellWords.NONE : each.other())
          .text("asset", each.asset())
          .range("quantity", each.quantity())
          .range("adds_to_equity", each.counted())
          .end();
    }
    return rows.table();
  }

  private List<Chart> charts() {
    List<Chart.Bar> bars = new ArrayList<>();
    addBar(bars, "At mark, alone", alone.atMark().total());
    addBar(bars, "At mark, as a group", together.atMark().total());
    addBar(bars, "Without own tokens, alone", alone.withoutOwnToken().total());
    addBar(bars, "Without own tokens, as a group", together.withoutOwnToken().total());
    return bars.isEmpty()
        ? List.of()
        : List.of(
            new Chart.Bars(
                "group-equity", "Equity alone and as a group", alone.book().currency(), bars));
  }

  /// What nothing limits has no length.
  private static void addBar(List<Chart.Bar> bars, String label, Interval equity) {
    BigDecimal low = equity.low();
    BigDecimal high = equity.high();
    if (low != null && high != null) {
      bars.add(new Chart.Bar(label, low.doubleValue(), high.doubleValue(), Optional.empty()));
    }
  }

  private String change(Interval before, Interval after) {
    return before.equals(after)
        ? money(before) + " alone and as a group"
        : money(before) + " alone and " + money(after) + " as a group";
  }

  private String subject() {
    return group.alone().subject();
  }

  private String money(Interval amount) {
    return Wording.amount(amount, group.alone().currency());
  }
}
