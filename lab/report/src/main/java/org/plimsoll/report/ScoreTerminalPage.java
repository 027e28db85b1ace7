package org.plimsoll.report;

import java.util.List;
import org.plimsoll.ecosystem.outcome.ScoreCard;

/// A score card as plain text of at most 100 columns.
public final class ScoreTerminalPage {
  private static final int WIDTH = 100;

  private final StringBuilder page = new StringBuilder();

  private ScoreTerminalPage() {}

  /// Returns the page.
  public static String of(ScoreCard card) {
    return new ScoreTerminalPage().page(card);
  }

  private String page(ScoreCard card) {
    add(card.title());
    RunScores.sentences(card.scores()).forEach(this::add);
    if (!card.notExplained().isEmpty()) {
      heading("What the model cannot explain");
      card.notExplained().forEach(each -> lines(TextLines.wrap("  - " + each, WIDTH, "    ")));
    }
    heading("Beside the record, " + RunWords.count(card.seeds(), "seed"));
    if (card.scores().isEmpty()) {
      add("This scenario has no score.");
    }
    table(ScoreCells.SCORE_HEADINGS, ScoreCells.scores(card));
    heading(card.cases().size() > 1 ? "What would have prevented it" : "What was left");
    table(ScoreCells.SWITCH_HEADINGS, ScoreCells.switches(card));
    heading("To see it again");
    add("  " + card.command());
    add("  Scenario " + card.scenario() + ", hash " + card.scenarioHash() + ".");
    return page.toString();
  }

  private void table(List<String> headings, List<List<String>> rows) {
    TextTable table = new TextTable(WIDTH, headings);
    rows.forEach(table::add);
    if (!rows.isEmpty()) {
      lines(table.lines());
    }
  }

  private void heading(String text) {
    page.append('\n').append(text).append('\n');
  }

  private void add(String text) {
    lines(TextLines.wrap(text, WIDTH, "  "));
  }

  private void lines(List<String> lines) {
    lines.forEach(line -> page.append(line).append('\n'));
  }
}
