package org.plimsoll.report;

import java.util.Collections;
import java.util.List;
import org.plimsoll.ecosystem.outcome.Flag;
import org.plimsoll.ecosystem.outcome.ScoreCard;

/// A score card as a page of Markdown: what the model cannot explain first, then what it says.
public final class ScoreMarkdown {
  private final StringBuilder page = new StringBuilder();

  private ScoreMarkdown() {}

  /// Returns the page. It has no time in it: the same runs give the same page.
  ///
  /// @param definitions a link to what each measure means
  public static String of(ScoreCard card, String definitions) {
    return new ScoreMarkdown().page(card, definitions);
  }

  private String page(ScoreCard card, String definitions) {
    add("# The score of " + card.scenario());
    add(card.title() + ".");
    add("This page is generated; `" + card.command() + "` gives it again.");
    add("Scenario hash: `" + card.scenarioHash() + "`, profile " + card.profile() + ".");
    add("## What the model cannot explain");
    list(card.notExplained());
    list(RunHonesty.missed(card.scores()));
    add("## Beside the record");
    list(RunScores.sentences(card.scores()));
    add("What each column means: " + definitions + ".");
    table(ScoreCells.SCORE_HEADINGS, ScoreCells.scores(card));
    addSwitches(card);
    addInputs(card);
    addAssumptions(card);
    add("## Runs");
    table(ScoreCells.MARK_HEADINGS, ScoreCells.marks(card));
    return page.toString().stripTrailing() + "\n";
  }

  private void addSwitches(ScoreCard card) {
    add(card.cases().size() > 1 ? "## What would have prevented it" : "## What was left");
    add("The same seeds in each row: the median, and from the 5th to the 95th percentile.");
    table(ScoreCells.SWITCH_HEADINGS, ScoreCells.switches(card));
    list(SwitchSentences.of(card));
  }

  private void addInputs(ScoreCard card) {
    if (!card.injected().isEmpty()) {
      add("## What was put in");
      list(card.injected().stream().map(ScoreMarkdown::words).toList());
    }
    if (!card.calibratedTo().isEmpty()) {
      add("## What was calibrated");
      add("On no figure dated after " + card.calibratedTo() + ", as the scenario declares.");
      list(card.calibrated());
    }
  }

  private void addAssumptions(ScoreCard card) {
    if (!card.assumptions().isEmpty()) {
      add("## What was assumed");
      add(
          "No source gives these parameters and no recorded figure fits them. Each seed draws its own"
              + " from the range, and what came out is parted by it: seeds in the lower half of the"
              + " range, and in the upper half.");
      table(ScoreCells.ASSUMPTION_HEADINGS, ScoreCells.assumptions(card));
    }
  }

  private static String words(Flag flag) {
    return RunWords.time(flag.timeNs())
        + " "
        + flag.text()
        + flag.source().map(source -> " (" + source + ")").orElse("");
  }

  private void add(String paragraph) {
    page.append(paragraph).append("\n\n");
  }

  private void list(List<String> items) {
    items.forEach(item -> page.append("- ").append(item).append('\n'));
    page.append(items.isEmpty() ? "" : "\n");
  }

  private void table(List<String> headings, List<List<String>> rows) {
    row(headings);
    row(Collections.nCopies(headings.size(), "---"));
    rows.forEach(this::row);
    page.append('\n');
  }

  private void row(List<String> cells) {
    page.append('|');
    cells.forEach(cell -> page.append(' ').append(cell.replace("|", "\\|")).append(" |"));
    page.append('\n');
  }
}
