package org.plimsoll.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.plimsoll.ecosystem.outcome.Flag;
import org.plimsoll.ecosystem.outcome.Outcome;
import org.plimsoll.ecosystem.outcome.ScoreRow;

/// What became of a run, as plain text of at most 100 columns: the verdict, the dates that matter,
/// the score and the switches.
public final class RunTerminalPage {
  private static final int WIDTH = 100;

  private static final int FLAGS_LAST = 5;

  /// As wide as a date, its mark and the spaces.
  private static final int INDENT = 19;

  private final Outcome outcome;
  private final StringBuilder page = new StringBuilder();

  private RunTerminalPage(Outcome outcome) {
    this.outcome = outcome;
  }

  /// Returns the page.
  ///
  /// @param version of Plimsoll
  public static String of(Outcome outcome, String version) {
    RunTerminalPage page = new RunTerminalPage(outcome);
    page.addVerdict();
    page.addFlags();
    page.addScores();
    page.addSwitches();
    page.addHonesty();
    page.heading("To see it again");
    page.add("  " + outcome.command());
    RunHonesty.provenance(outcome, version).forEach(line -> page.add("  " + line));
    return page.page.toString();
  }

  private void addVerdict() {
    outcome.summary().forEach(this::add);
    page.append('\n');
    add(outcome.title());
    add(
        RunWords.day(outcome.startNs())
            + " to "
            + RunWords.day(outcome.endNs())
            + ", seed "
            + outcome.seed()
            + ", profile "
            + outcome.profile()
            + ", switches: "
            + RunWords.switches(outcome.switches()));
  }

  private void addFlags() {
    List<Flag> shown = shown(outcome.flags());
    if (shown.isEmpty()) {
      return;
    }
    heading("What happened; * was put in");
    for (Flag flag : shown) {
      String mark = flag.source().isPresent() ? "* " : "  ";
      String line = RunWords.time(flag.timeNs()) + " " + mark + flag.text();
      addLines(TextLines.wrap(line, WIDTH, " ".repeat(INDENT)));
    }
    int left = outcome.flags().size() - shown.size();
    if (left > 0) {
      add("  and " + RunWords.count(left, "event") + " more of the same kinds");
    }
  }

  /// What was put in, the first of each kind that came out, and the last ones.
  private static List<Flag> shown(List<Flag> flags) {
    Set<String> kinds = new TreeSet<>();
    List<Flag> shown = new ArrayList<>();
    for (int i = 0; i < flags.size(); i++) {
      Flag flag = flags.get(i);
      boolean isFirst = flag.source().isEmpty() && kinds.add(flag.kind());
      if (flag.source().isPresent() || isFirst || i >= flags.size() - FLAGS_LAST) {
        shown.add(flag);
      }
    }
    return shown;
  }

  private void addScores() {
    List<ScoreRow> rows = outcome.scores();
    if (rows.isEmpty()) {
      return;
    }
    heading("Beside the record");
    RunScores.sentences(rows).forEach(this::add);
    page.append('\n');
    TextTable table =
        new TextTable(WIDTH, List.of("Quantity", "Kind", "Recorded", "Simulated", "Verdict"));
    for (ScoreRow row : rows) {
      List<String> cells = RunScores.cells(row);
      table.add(
          List.of(
              cells.get(0), row.isFit() ? "fit" : "out", cells.get(2), cells.get(3), cells.get(5)));
    }
    addLines(table.lines());
  }

  private void addSwitches() {
    if (outcome.switchTable().isEmpty()) {
      return;
    }
    heading(RunSwitches.heading(outcome.switchTable()));
    TextTable table = new TextTable(WIDTH, RunSwitches.HEADINGS);
    outcome.switchTable().forEach(row -> table.add(RunSwitches.cells(row)));
    addLines(table.lines());
  }

  private void addHonesty() {
    if (!outcome.notExplained().isEmpty()) {
      heading("What the model cannot explain");
      outcome
          .notExplained()
          .forEach(sentence -> addLines(TextLines.wrap("  - " + sentence, WIDTH, "    ")));
    }
  }

  private void heading(String text) {
    page.append('\n').append(text).append('\n');
  }

  private void add(String text) {
    addLines(TextLines.wrap(text, WIDTH, "  "));
  }

  private void addLines(List<String> lines) {
    lines.forEach(line -> page.append(line).append('\n'));
  }
}
