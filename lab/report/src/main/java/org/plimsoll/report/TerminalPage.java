package org.plimsoll.report;

import java.util.List;
import org.plimsoll.solvency.assess.Answer;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.assess.AssetRow;
import org.plimsoll.solvency.assess.Assumption;
import org.plimsoll.solvency.assess.Commingling;
import org.plimsoll.solvency.assess.Finding;
import org.plimsoll.solvency.assess.Wording;

/// An assessment as plain text of at most 100 columns, the verdict first.
public final class TerminalPage {
  private static final int WIDTH = 100;
  private static final int ANSWER_WIDTH = 7;
  private static final String RED = "\u001b[1;31m";
  private static final String GREEN = "\u001b[32m";
  private static final String YELLOW = "\u001b[1;33m";
  private static final String BOLD = "\u001b[1m";
  private static final String PLAIN = "\u001b[0m";

  private final Assessment assessment;
  private final boolean color;
  private final StringBuilder page = new StringBuilder();

  private TerminalPage(Assessment assessment, boolean color) {
    this.assessment = assessment;
    this.color = color;
  }

  /// Returns the page of an assessment alone.
  ///
  /// @param color whether answers are colored; the words are there either way
  public static String of(Assessment assessment, Provenance provenance, boolean color) {
    return of(assessment, List.of(), provenance, color);
  }

  /// Returns the page.
  ///
  /// @param sections what models add, in the order of reading
  /// @param color whether answers are colored; the words are there either way
  public static String of(
      Assessment assessment, List<Section> sections, Provenance provenance, boolean color) {
    TerminalPage page = new TerminalPage(assessment, color);
    page.addVerdict();
    page.addQuestions();
    page.addAssets();
    page.addFigures("What it has and owes", KeyFigure.balance(assessment));
    page.addFigures("Cash now", KeyFigure.liquidity(assessment));
    page.addFigures("Sold at once", KeyFigure.liquidation(assessment));
    page.addFigures("What creditors get back", KeyFigure.recoveries(assessment));
    page.addCommingling();
    sections.forEach(page::addSection);
    page.addLocations();
    page.addGrounds();
    page.addProvenance(provenance);
    return page.page.toString();
  }

  /// Returns a page of sections alone, where the assessment is not what was asked for.
  ///
  /// @param headline what they say in a few sentences
  /// @param assessment on which they rest
  /// @param color whether the headline and headings are painted
  public static String ofSections(
      String headline,
      Assessment assessment,
      List<Section> sections,
      Provenance provenance,
      boolean color) {
    TerminalPage page = new TerminalPage(assessment, color);
    page.addHeadline(headline);
    sections.forEach(page::addSection);
    page.addProvenance(provenance);
    return page.page.toString();
  }

  private void addHeadline(String headline) {
    for (String line : TextLines.wrap(headline, WIDTH, "")) {
      page.append(painted(line, BOLD)).append('\n');
    }
  }

  private void addVerdict() {
    addHeadline(assessment.headline());
    page.append('\n');
    add(assessment.book().title());
    add("Subject " + assessment.book().subject() + ", as of " + assessment.book().asOf());
  }

  private void addQuestions() {
    page.append('\n');
    int label =
        assessment.findings().stream()
            .mapToInt(finding -> finding.question().title().length())
            .max()
            .orElse(0);
    String indent = " ".repeat(label + ANSWER_WIDTH + 4);
    for (Finding finding : assessment.findings()) {
      String title = padded(finding.question().title(), label) + "  ";
      String answer = finding.answer().name();
      List<String> lines =
          TextLines.wrap(
              title + padded(answer, ANSWER_WIDTH) + "  " + finding.sentence(), WIDTH, indent);
      String first = lines.getFirst();
      page.append(title)
          .append(painted(answer, color(finding.answer())))
          .append(first.substring(title.length() + answer.length()))
          .append('\n');
      lines.stream().skip(1).forEach(line -> page.append(line).append('\n'));
    }
  }

  private void addAssets() {
    heading("Per asset");
    List<AssetFigure> figures = AssetFigure.of(assessment.assets());
    TextTable table = new TextTable(WIDTH, AssetFigure.headings(figures));
    assessment.assets().forEach(row -> table.add(AssetFigure.cells(figures, row)));
    addLines(table.lines());
    add(AssetFigure.LEGEND);
  }

  private void addFigures(String heading, List<KeyFigure> figures) {
    heading(heading);
    int label = figures.stream().mapToInt(figure -> figure.label().length()).max().orElse(0);
    for (KeyFigure figure : figures) {
      String line = "  " + padded(figure.label(), label) + "  " + figure.value();
      addLines(TextLines.wrap(line, WIDTH, " ".repeat(label + 4)));
    }
  }

  private void addCommingling() {
    assessment
        .recoveries()
        .commingling()
        .ifPresent(commingling -> {
          String unit = assessment.book().currency();
          heading("What commingling moves, in " + unit);
          TextTable table =
              new TextTable(
                  WIDTH, List.of("Claimants of", "Segregated", "Commingled", "Gain or loss"));
          for (Commingling.Transfer transfer : commingling.transfers()) {
            table.add(
                List.of(
                    transfer.asset(),
                    Wording.number(transfer.segregated().rounded()),
                    Wording.number(transfer.commingled().rounded()),
                    Wording.number(transfer.gain().rounded())));
          }
          table.add(
              List.of("Surplus", "", "", Wording.number(commingling.surplusChange().rounded())));
          addLines(table.lines());
        });
  }

  private void addSection(Section section) {
    heading(section.title());
    section.sentences().forEach(this::add);
    section.tables().stream().map(ReaderTable::of).forEach(this::addTable);
  }

  private void addTable(ReaderTable table) {
    page.append('\n');
    add(table.caption() + (table.rows().isEmpty() ? ": none" : ""));
    if (!table.rows().isEmpty()) {
      TextTable text = new TextTable(WIDTH, table.headings());
      table.rows().forEach(text::add);
      addLines(text.lines());
    }
  }

  private void addLocations() {
    heading("Where it is");
    TextTable table =
        new TextTable(WIDTH, List.of("Location", "Kind", "Asset", "Quantity", "Pledged"));
    for (AssetRow row : assessment.assets()) {
      for (AssetRow.Holding holding : row.holdings()) {
        table.add(
            List.of(
                holding.location(),
                Words.kind(holding.kind()),
                row.asset(),
                Wording.range(holding.quantity()),
                Wording.range(holding.encumbered())));
      }
    }
    addLines(table.lines());
  }

  private void addGrounds() {
    heading("What this rests on");
    for (Assumption assumption : assessment.assumptions()) {
      item(Words.kind(assumption.kind()) + ": " + assumption.sentence() + sourceOf(assumption));
    }
    assessment.book().notes().forEach(note -> item("note: " + note));
    assessment
        .sources()
        .forEach(source -> item("source: " + source.text() + " (" + Words.figures(source) + ")"));
  }

  private void addProvenance(Provenance provenance) {
    heading("To see it again");
    add("  " + provenance.command());
    add("  Book " + provenance.bookName() + ", hash " + provenance.bookHash());
    add("  Plimsoll " + provenance.version());
  }

  private static String sourceOf(Assumption assumption) {
    return assumption.source().isEmpty() ? "" : " Source: " + assumption.source();
  }

  private void heading(String text) {
    page.append('\n').append(painted(text, BOLD)).append('\n');
  }

  private void item(String text) {
    addLines(TextLines.wrap("  - " + text, WIDTH, "    "));
  }

  private void add(String text) {
    addLines(TextLines.wrap(text, WIDTH, "  "));
  }

  private void addLines(List<String> lines) {
    lines.forEach(line -> page.append(line).append('\n'));
  }

  private String painted(String text, String paint) {
    return color ? paint + text + PLAIN : text;
  }

  private static String color(Answer answer) {
    return switch (answer) {
      case YES -> RED;
      case NO -> GREEN;
      case UNKNOWN -> YELLOW;
    };
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
