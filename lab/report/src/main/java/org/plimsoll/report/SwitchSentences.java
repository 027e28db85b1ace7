package org.plimsoll.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.ecosystem.outcome.ScoreCard;
import org.plimsoll.ecosystem.outcome.SwitchCase;

/// What each row of a table of switches stands for, in a sentence: what a switch changes, whether
/// that changed anything, and how switches set together compare with each of them alone.
final class SwitchSentences {
  private static final String NOTHING =
      "Alone it leaves the hole, the recovery and the end of withdrawals as they were.";

  private final ScoreCard card;
  private final SwitchCase base;
  private final SortedMap<String, SwitchCase> alone = new TreeMap<>();

  private SwitchSentences(ScoreCard card) {
    this.card = card;
    base = card.cases().getFirst();
    for (SwitchCase each : card.cases()) {
      if (each.switches().size() == 1) {
        alone.put(each.switches().getFirst(), each);
      }
    }
  }

  /// Returns a sentence for every row but the first.
  static List<String> of(ScoreCard card) {
    SwitchSentences sentences = new SwitchSentences(card);
    return card.cases().stream().skip(1).map(sentences::sentence).toList();
  }

  private String sentence(SwitchCase row) {
    String name = String.join(" + ", row.switches());
    return row.switches().size() == 1
        ? name + ": " + card.switches().get(name) + (changesNothing(row) ? " " + NOTHING : "")
        : name + ": a hole of " + hole(row) + "; " + eachAlone(row) + ".";
  }

  private boolean changesNothing(SwitchCase row) {
    return row.hole().equals(base.hole())
        && row.recovery().equals(base.recovery())
        && row.haltNs().equals(base.haltNs());
  }

  private String eachAlone(SwitchCase row) {
    List<String> parts = new ArrayList<>();
    for (String name : row.switches()) {
      Optional.ofNullable(alone.get(name))
          .ifPresent(part -> parts.add(name + " alone " + hole(part)));
    }
    return String.join(", ", parts);
  }

  private static String hole(SwitchCase row) {
    return row.hole().map(hole -> RunWords.amount(hole.median())).orElse(CellWords.NONE);
  }
}
