package org.plimsoll.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.plimsoll.results.Ratio;
import org.plimsoll.results.Table;
import org.plimsoll.solvency.assess.Question;
import org.plimsoll.solvency.assess.Wording;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.stress.Axis;
import org.plimsoll.solvency.stress.BreakPoint;
import org.plimsoll.solvency.stress.Breaking;
import org.plimsoll.solvency.stress.Frontier;
import org.plimsoll.solvency.stress.Plausibility;

/// The smallest things that break a book, as a section.
public final class ReverseSections {
  private ReverseSections() {}

  /// Returns the section, with a sentence for each of the three failures.
  ///
  /// @param book what `points` break
  public static Section of(Book book, List<BreakPoint> points) {
    List<String> sentences = new ArrayList<>();
    for (Question question : Question.values()) {
      sentences.add(sentence(question, of(question, points)));
    }
    if (points.stream().anyMatch(point -> Plausibility.of(book, point).isPresent())) {
      sentences.add(
          "Sigmas are standard deviations of a day's move. The probability is that of a price that"
              + " moves without jumps for 30 days, and so a lower bound.");
    }
    return new Section(
        "breaking-points",
        "What would break it",
        sentences,
        tables(book, points),
        frontier(Frontier.of(book)));
  }

  /// One for each failure, without what is broken whatever happens: that is a sentence.
  private static List<Table> tables(Book book, List<BreakPoint> points) {
    List<Table> tables = new ArrayList<>();
    for (Question question : Question.values()) {
      Rows rows = new Rows("breaking_" + Words.code(question));
      for (BreakPoint point : of(question, points)) {
        if (!(point.atBest() instanceof Breaking.Already)) {
          add(rows, point, Plausibility.of(book, point));
        }
      }
      tables.add(rows.table());
    }
    return tables;
  }

  private static void add(Rows rows, BreakPoint point, Optional<Plausibility> plausibility) {
    rows.text("what_happens", point.axis().words())
        .text("at_worst", words(point.axis(), point.atWorst()))
        .text("at_best", words(point.axis(), point.atBest()))
        .model("sigmas", plausibility.map(Plausibility::dailyDeviations).orElse(Double.NaN))
        .model("month_probability", plausibility.map(Plausibility::withinMonth).orElse(Double.NaN))
        .end();
  }

  /// Drawn where the book bounds what can be paid.
  private static List<Chart> frontier(Frontier frontier) {
    List<Chart.At> line = new ArrayList<>();
    for (Frontier.Point point : frontier.points()) {
      double low = point.payable().low().rounded().doubleValue();
      double high = point.payable().high().orElse(Ratio.ONE).rounded().doubleValue();
      line.add(new Chart.At(point.fall().doubleValue(), low, low, high));
    }
    return line.isEmpty()
        ? List.of()
        : List.of(
            new Chart.Lines(
                "frontier",
                "What is paid of what can be demanded, with everything sold at once",
                new Chart.Scale("fall of all prices", Chart.Scale.Kind.PART),
                new Chart.Scale("part of all claims that is paid", Chart.Scale.Kind.PART),
                List.of(new Chart.Line("at the careful end, with the range above it", line, false)),
                List.of(),
                List.of()));
  }

  private static List<BreakPoint> of(Question question, List<BreakPoint> points) {
    return points.stream().filter(point -> point.question() == question).toList();
  }

  private static String sentence(Question question, List<BreakPoint> points) {
    String title = question.title() + ": ";
    if (question == Question.UNABLE_TO_PAY) {
      return title + withdrawals(points);
    }
    if (points.stream().anyMatch(point -> isAlready(point.axis(), point.atBest()))) {
      return title + "already broken, before anything happens.";
    }
    if (points.stream().anyMatch(point -> isAlready(point.axis(), point.atWorst()))) {
      return title + "already broken at the careful end of what the book allows.";
    }
    List<BreakPoint> found =
        points.stream()
            .filter(point -> point.atWorst() instanceof Breaking.At)
            .sorted(Comparator.comparing(ReverseSections::part))
            .toList();
    if (found.isEmpty()) {
      boolean open = points.stream().anyMatch(p -> p.atWorst() instanceof Breaking.Unknown);
      return title + (open ? "the book cannot tell." : "nothing that was tried breaks it.");
    }
    BreakPoint first = found.getFirst();
    return first.axis().isAllOrNothing()
        ? title
            + "nothing smaller was found than the "
            + first.axis().words()
            + ", which breaks it."
        : title
            + "the smallest is "
            + first.axis().words()
            + ", "
            + words(first.axis(), first.atWorst())
            + ".";
  }

  /// A venue that could not pay everything at once may pay what is asked for, so the part that it
  /// can pay is the answer.
  private static String withdrawals(List<BreakPoint> points) {
    for (BreakPoint point : points) {
      if (point.axis() instanceof Axis.Withdrawal) {
        return switch (point.atWorst()) {
          case Breaking.At(Ratio part) ->
              "broken once more than "
                  + Wording.percent(part)
                  + " of what can be demanded is demanded.";
          case Breaking.Never() -> "no withdrawal breaks it.";
          case Breaking.Already() -> "already broken, before anything happens.";
          case Breaking.Unknown() -> "the book cannot tell.";
        };
      }
    }
    return "nothing that was tried breaks it.";
  }

  /// A sale at once is a question of its own; that it fails says nothing of the marks.
  private static boolean isAlready(Axis axis, Breaking breaking) {
    return breaking instanceof Breaking.Already && !(axis instanceof Axis.LossOfDepth);
  }

  private static Ratio part(BreakPoint point) {
    return point.atWorst() instanceof Breaking.At(Ratio part) ? part : Ratio.ONE;
  }

  private static String words(Axis axis, Breaking breaking) {
    return switch (breaking) {
      case Breaking.Already() -> "already broken";
      case Breaking.At(Ratio part) ->
          axis.isAllOrNothing() ? "breaks it" : "beyond " + Wording.percent(part);
      case Breaking.Never() -> "does not break it";
      case Breaking.Unknown() -> "unknown";
    };
  }
}
