package org.plimsoll.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plimsoll.solvency.stress.Contagion;

/// Who falls next, as a section.
public final class ContagionSections {
  private static final int SHOWN_MAX = 12;

  private ContagionSections() {}

  /// Returns the section.
  ///
  /// @param unit of all amounts
  public static Section of(Contagion contagion, String unit) {
    Rows falls = new Rows("defaults");
    for (Contagion.Fall fall : contagion.falls()) {
      falls
          .text("party", fall.party())
          .text("round", Integer.toString(fall.round()))
          .model("owed", fall.owed())
          .model("recovery", fall.recovery())
          .end();
    }
    Rows losses = new Rows("losses_of_creditors");
    for (Contagion.Loss loss : contagion.losses()) {
      losses
          .text("party", loss.party())
          .model("claims", loss.claims())
          .model("lost", loss.lost())
          .model("lost_part", loss.lost() / loss.claims())
          .end();
    }
    return new Section(
        "contagion",
        "Who falls next",
        sentences(contagion),
        List.of(falls.table(), losses.table()),
        charts(contagion, unit));
  }

  private static List<String> sentences(Contagion contagion) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        contagion.falls().isEmpty()
            ? "Everybody in the book pays."
            : "In this order: "
                + contagion.falls().stream()
                    .map(fall -> fall.party() + " (round " + fall.round() + ")")
                    .collect(Collectors.joining(", "))
                + ".");
    sentences.add(
        "At the careful end of every range, with the subject's assets sold at once. Of the other"
            + " parties the book says what they owe, not what they have: each is taken to pay its"
            + " loans unless it was said to default, and of an account under water what the book"
            + " expects back.");
    if (!contagion.isUnique()) {
      sentences.add("Smaller payments would be consistent too; these are the greatest.");
    }
    return sentences;
  }

  private static List<Chart> charts(Contagion contagion, String unit) {
    List<Chart.Bar> bars =
        contagion.losses().stream()
            .limit(SHOWN_MAX)
            .map(loss ->
                new Chart.Bar(loss.party(), loss.lost(), loss.lost(), Optional.of(loss.claims())))
            .toList();
    return bars.isEmpty()
        ? List.of()
        : List.of(
            new Chart.Bars(
                "losses", "What creditors lose, against what they are owed", unit, bars));
  }
}
