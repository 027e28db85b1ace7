package org.plimsoll.report;

import java.math.BigDecimal;
import java.util.List;
import org.plimsoll.ecosystem.outcome.Outcome;
import org.plimsoll.ecosystem.outcome.ScoreRow;
import org.plimsoll.ecosystem.outcome.ScoreRow.Verdict;
import org.plimsoll.solvency.assess.Wording;

/// Sentences on what a run gets wrong, and on what it came from.
final class RunHonesty {
  private RunHonesty() {}

  /// Returns a sentence for each row of the score that is not met.
  static List<String> missed(List<ScoreRow> rows) {
    return rows.stream()
        .filter(row -> row.verdict() == Verdict.MISS || row.verdict() == Verdict.NO_VALUE)
        .map(row ->
            row.quantity()
                + ": recorded "
                + RunWords.range(row.recordedLow(), row.recordedHigh(), row.unit())
                + ", simulated "
                + (row.verdict() == Verdict.NO_VALUE
                    ? "none"
                    : RunWords.amount(row.simulated(), row.unit()))
                + ".")
        .toList();
  }

  /// Returns what the run came from and what it must come to again.
  static List<String> provenance(Outcome outcome, String version) {
    return List.of(
        "Scenario " + outcome.scenario() + ", hash " + outcome.scenarioHash() + ".",
        "Seed " + outcome.seed() + ".",
        "State at the end " + Long.toHexString(outcome.stateHash()) + ".",
        Wording.number(BigDecimal.valueOf(outcome.commands()))
            + " commands, "
            + Wording.number(BigDecimal.valueOf(outcome.events()))
            + " events.",
        "Plimsoll " + version + ".");
  }
}
