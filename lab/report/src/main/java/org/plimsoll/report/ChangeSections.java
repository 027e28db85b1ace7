package org.plimsoll.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.results.Ratio;
import org.plimsoll.results.Table;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.assess.Finding;
import org.plimsoll.solvency.assess.Question;
import org.plimsoll.solvency.assess.Wording;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.change.BookChange;
import org.plimsoll.solvency.change.Cause;
import org.plimsoll.solvency.change.EquityAttribution;
import org.plimsoll.solvency.file.BookHash;

/// What changed between two books and what it did to the verdict, as sections.
///
/// @param change between the books
/// @param before the assessment of the first book
/// @param after the assessment of the second book
public record ChangeSections(BookChange change, Assessment before, Assessment after) {
  /// Returns the sections: the verdict, why equity changed, and what changed.
  ///
  /// @param limit how many rows a table of changes may have
  public List<Section> sections(int limit) {
    List<Section> sections = new ArrayList<>();
    sections.add(verdict());
    change.attribution().map(this::equity).ifPresent(sections::add);
    sections.add(new ChangeTables(change, limit).section());
    return sections;
  }

  /// Returns the news in a few sentences.
  public String headline() {
    List<String> sentences = new ArrayList<>();
    if (!change.isOfOneSubject()) {
      sentences.add(
          "Two subjects, "
              + change.before().subject()
              + " and "
              + change.after().subject()
              + ": what differs is no change of either.");
    } else if (change.isOfWordsOnly()) {
      sentences.add("No figure differs, so no answer does.");
    }
    List<String> answers = turned();
    if (!change.isOfWordsOnly()) {
      sentences.addAll(
          answers.isEmpty() ? List.of("All three answers stay as they are.") : answers);
    }
    sentences.add(equityWords());
    return String.join(" ", sentences);
  }

  private List<String> turned() {
    List<String> turned = new ArrayList<>();
    for (Question question : Question.values()) {
      Finding was = before.finding(question);
      Finding is = after.finding(question);
      if (was.answer() != is.answer()) {
        turned.add(question.title() + ": " + was.answer() + " before, " + is.answer() + " after.");
      }
    }
    return turned;
  }

  private String equityWords() {
    Interval was = before.atMark().total();
    Interval is = after.atMark().total();
    return was.equals(is)
        ? "Equity at mark is " + money(was) + " before and after."
        : "Equity at mark is " + money(was) + " before and " + money(is) + " after.";
  }

  private Section verdict() {
    BeforeAfter both = new BeforeAfter(before, after);
    Rows books = new Rows("compared_books");
    addBook(books, "before", before);
    addBook(books, "after", after);
    List<String> sentences = new ArrayList<>(both.answers());
    sentences.add("The first book has the hash " + BookHash.of(change.before()) + ".");
    return new Section(
        "verdict-change",
        "What it did to the verdict",
        sentences,
        List.of(both.table("verdict_change", "before", "after"), books.table()),
        List.of());
  }

  private static void addBook(Rows rows, String which, Assessment assessment) {
    rows.text("which", which)
        .text("title", assessment.book().title())
        .text("as_of", assessment.book().asOf())
        .text("subject", assessment.book().subject())
        .end();
  }

  private Section equity(EquityAttribution why) {
    return new Section(
        "equity-change",
        "Why equity at mark changed",
        reasons(why),
        List.of(why.isExact() ? exact(why) : ends(why)),
        charts(why));
  }

  private List<String> reasons(EquityAttribution why) {
    List<String> sentences = new ArrayList<>();
    if (why.isExact()) {
      why.low().ifPresent(end -> sentences.add("It " + moved(end)));
    } else {
      sentences.add("The books leave a range, so each end of it is explained on its own.");
      why.low().ifPresent(low -> sentences.add("At the low end it " + moved(low)));
      why.high().ifPresent(high -> sentences.add("At the high end it " + moved(high)));
      if (why.low().isEmpty() || why.high().isEmpty()) {
        sentences.add("Where nothing limits equity there is nothing to share out.");
      }
    }
    if (why.low().or(why::high).filter(end -> !isStill(end)).isPresent()) {
      sentences.add(
          "Each part is the mean over all orders in which the five could have changed; the parts"
              + " add up exactly.");
    }
    return sentences;
  }

  private static boolean isStill(EquityAttribution.End end) {
    return end.parts().values().stream().allMatch(part -> part.signum() == 0);
  }

  /// One end of the equity in words, the largest causes first.
  private String moved(EquityAttribution.End end) {
    List<String> parts =
        end.parts().entrySet().stream()
            .filter(part -> part.getValue().signum() != 0)
            .sorted((a, b) -> size(b.getValue()).compareTo(size(a.getValue())))
            .map(part -> Words.kind(part.getKey()) + " " + signed(part.getValue()))
            .toList();
    String unit = " " + change.after().currency();
    String was = Wording.number(end.before().rounded());
    if (end.change().signum() == 0) {
      return "stays "
          + was
          + unit
          + (parts.isEmpty() ? "." : ": " + Wording.list(parts) + " cancel out.");
    }
    return "goes from "
        + was
        + " to "
        + Wording.number(end.after().rounded())
        + unit
        + ", a change of "
        + signed(end.change())
        + ": "
        + Wording.list(parts)
        + ".";
  }

  private static Ratio size(Ratio part) {
    return part.signum() < 0 ? Ratio.ZERO.minus(part) : part;
  }

  private static String signed(Ratio part) {
    return (part.signum() > 0 ? "+" : "") + Wording.number(part.rounded());
  }

  private static Table exact(EquityAttribution why) {
    Rows rows = new Rows("equity_change");
    for (Cause cause : Cause.values()) {
      rows.text("cause", Words.kind(cause)).ratio("change", part(why.low(), cause)).end();
    }
    rows.text("cause", "all").ratio("change", why.low().map(EquityAttribution.End::change)).end();
    return rows.table();
  }

  private static Table ends(EquityAttribution why) {
    Rows rows = new Rows("equity_change");
    for (Cause cause : Cause.values()) {
      rows.text("cause", Words.kind(cause))
          .ratio("at_the_low_end", part(why.low(), cause))
          .ratio("at_the_high_end", part(why.high(), cause))
          .end();
    }
    rows.text("cause", "all")
        .ratio("at_the_low_end", why.low().map(EquityAttribution.End::change))
        .ratio("at_the_high_end", why.high().map(EquityAttribution.End::change))
        .end();
    return rows.table();
  }

  private static Optional<Ratio> part(Optional<EquityAttribution.End> end, Cause cause) {
    return end.map(known -> known.parts().getOrDefault(cause, Ratio.ZERO));
  }

  private List<Chart> charts(EquityAttribution why) {
    List<Chart> charts = new ArrayList<>();
    if (why.isExact()) {
      why.low().ifPresent(end -> charts.add(steps("equity-steps", "Equity at mark", end)));
    } else {
      why.low()
          .ifPresent(end ->
              charts.add(steps("equity-steps-low", "Equity at mark, lowest to lowest", end)));
      why.high()
          .ifPresent(end ->
              charts.add(steps("equity-steps-high", "Equity at mark, highest to highest", end)));
    }
    return charts;
  }

  private Chart steps(String id, String title, EquityAttribution.End end) {
    List<Chart.Step> steps = new ArrayList<>();
    steps.add(new Chart.Step("Before", end.before().rounded().doubleValue()));
    end.parts()
        .forEach((cause, part) -> {
          if (part.signum() != 0) {
            steps.add(new Chart.Step(Words.kind(cause), part.rounded().doubleValue()));
          }
        });
    return new Chart.Waterfall(id, title, change.after().currency(), steps);
  }

  private String money(Interval amount) {
    return Wording.amount(amount, change.after().currency());
  }
}
