package org.plimsoll.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.plimsoll.solvency.assess.Wording;
import org.plimsoll.solvency.explain.Amount;
import org.plimsoll.solvency.explain.Computation;
import org.plimsoll.solvency.explain.Derivation;
import org.plimsoll.solvency.explain.Entry;
import org.plimsoll.solvency.explain.ExplainedFigure;
import org.plimsoll.solvency.explain.LargestEntries;

/// Where a figure comes from, as plain text: what it is, what it means, the lines of the book that
/// add up to it, and where the book read them.
public final class ExplanationPage {
  private static final int WIDTH = 100;
  private static final String INDENT = "  ";

  private final int lines;
  private final List<String> page = new ArrayList<>();
  private final List<String> sources = new ArrayList<>();

  private ExplanationPage(int lines) {
    this.lines = lines;
  }

  /// Returns the page of one figure.
  ///
  /// @param lines how many lines a sum takes at most; the smallest entries share the last one
  public static String of(ExplainedFigure figure, int lines) {
    ExplanationPage page = new ExplanationPage(lines);
    page.add(figure.title() + ": " + words(figure.amount()));
    page.page.add("");
    page.addItem("In words  ", figure.definition().words());
    page.addItem("Formula   ", figure.definition().symbols());
    page.addItem("After     ", figure.definition().literature());
    page.add(figure.derivation().get(), figure.unit());
    page.addSources();
    return String.join("\n", page.page) + "\n";
  }

  /// Returns the ids of all figures with their values, one a line.
  public static String list(List<ExplainedFigure> figures) {
    int width = figures.stream().mapToInt(figure -> figure.id().length()).max().orElse(0);
    StringBuilder text = new StringBuilder();
    for (ExplainedFigure figure : figures) {
      String gap = " ".repeat(width - figure.id().length() + 2);
      text.append(figure.id()).append(gap).append(words(figure.amount())).append('\n');
    }
    return text.toString();
  }

  private static String words(Amount amount) {
    return switch (amount) {
      case Amount.Quantity(var value, var unit) -> Wording.amount(value, unit);
      case Amount.Fraction(var value, var unit) ->
          unit.isEmpty() ? Wording.percent(value) : money(value.low().rounded(), unit);
      case Amount.Model(var low, var high, var unit, var isPart) -> {
        String range = CellWords.range(low, high, isPart);
        yield unit.isEmpty() ? range : range + " " + unit;
      }
      case Amount.Absent(var why) -> why;
    };
  }

  private static String money(BigDecimal value, String unit) {
    return Wording.number(value) + " " + unit;
  }

  private void add(Derivation derivation, String unit) {
    switch (derivation) {
      case Derivation.Sum sum -> addSum(sum, unit);
      case Derivation.Quotient quotient -> addQuotient(quotient, unit);
      case Derivation.PartOf(var whole, var part) -> {
        addSum(whole, unit);
        page.add("");
        add("times");
        addQuotient(part, unit);
      }
      case Derivation.Narrower(var widest, var why) -> {
        add(widest, unit);
        page.add("");
        add("The figure is narrower than its lines. " + why);
      }
      case Derivation.Model(var ends) -> ends.forEach(this::addComputation);
      case Derivation.Others(var ids) -> {
        page.add("");
        add("It is made of " + Wording.list(ids) + ", which 'explain' explains as well.");
      }
    }
  }

  private void addQuotient(Derivation.Quotient quotient, String unit) {
    addSum(quotient.above(), unit);
    page.add("");
    add(quotient.atMostOne() ? "over, at most 1" : "over");
    addSum(quotient.below(), unit);
  }

  private void addSum(Derivation.Sum sum, String unit) {
    page.add("");
    add(sum.title() + ", in " + unit);
    LargestEntries largest = LargestEntries.of(sum, lines);
    String total = Wording.range(sum.total());
    String rest = Wording.range(largest.rest());
    int width = Math.max(total.length(), largest.others() == 0 ? 0 : rest.length());
    for (Entry entry : largest.shown()) {
      width = Math.max(width, Wording.range(entry.contribution()).length());
    }
    for (Entry entry : largest.shown()) {
      String words = Words.kind(entry.kind()) + " " + entry.name() + ": " + entry.working();
      addLine(Wording.range(entry.contribution()), width, words + marks(entry.sources()));
    }
    if (largest.others() > 0) {
      addLine(
          rest,
          width,
          Wording.number(BigDecimal.valueOf(largest.others())) + " other lines together");
    }
    addLine(total, width, "is the sum");
  }

  private void addComputation(Computation computation) {
    if (!computation.end().isEmpty()) {
      page.add("");
      add(computation.end());
    }
    computation.parts().forEach(this::addPart);
    if (!computation.working().isEmpty()) {
      page.add("");
      addLine(
          figure(computation.value()),
          0,
          "= " + computation.working() + marks(computation.sources()));
    }
  }

  private void addPart(Computation.Part part) {
    page.add("");
    add(part.title());
    List<Computation.Term> sorted = new ArrayList<>(part.terms());
    sorted.sort(Comparator.comparingDouble(term -> -Math.abs(term.value())));
    int shown = sorted.size() <= lines ? sorted.size() : lines - 1;
    double rest = 0;
    for (Computation.Term term : sorted.subList(shown, sorted.size())) {
      rest += term.value();
    }
    int width = Math.max(figure(part.total()).length(), figure(rest).length());
    for (Computation.Term term : sorted.subList(0, shown)) {
      width = Math.max(width, figure(term.value()).length());
    }
    for (Computation.Term term : sorted.subList(0, shown)) {
      String words = term.name() + ": " + term.working() + marks(term.sources());
      addLine(figure(term.value()), width, words);
    }
    if (shown < sorted.size()) {
      String others = Wording.number(BigDecimal.valueOf(sorted.size() - shown));
      addLine(figure(rest), width, others + " other lines together");
    }
    addLine(figure(part.total()), width, "is the sum");
  }

  private static String figure(double value) {
    return Double.isFinite(value) ? CellWords.model(value) : "no limit";
  }

  private void addLine(String figure, int width, String words) {
    String line =
        INDENT + " ".repeat(Math.max(0, width - figure.length())) + figure + INDENT + words;
    page.addAll(TextLines.wrap(line, WIDTH, " ".repeat(Math.min(width + 4, WIDTH / 2))));
  }

  /// Numbers the sources in the order in which they come up.
  private String marks(List<String> read) {
    StringBuilder marks = new StringBuilder();
    for (String source : read) {
      if (!sources.contains(source)) {
        sources.add(source);
      }
      marks.append(" [").append(sources.indexOf(source) + 1).append(']');
    }
    return marks.toString();
  }

  private void addSources() {
    if (sources.isEmpty()) {
      return;
    }
    page.add("");
    add("Where the book read these");
    for (int i = 0; i < sources.size(); i++) {
      String mark = INDENT + "[" + (i + 1) + "] ";
      page.addAll(TextLines.wrap(mark + sources.get(i), WIDTH, " ".repeat(mark.length())));
    }
  }

  private void addItem(String label, String text) {
    page.addAll(TextLines.wrap(label + text, WIDTH, " ".repeat(label.length())));
  }

  private void add(String text) {
    page.addAll(TextLines.wrap(text, WIDTH, ""));
  }
}
