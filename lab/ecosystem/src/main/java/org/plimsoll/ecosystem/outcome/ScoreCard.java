package org.plimsoll.ecosystem.outcome;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A scenario beside the record, over many seeds, and what its switches would have changed.
///
/// @param scenario its name
/// @param title one line
/// @param scenarioHash of its content
/// @param calibratedTo the last day of figures that calibration may use; empty if nothing says so
/// @param calibrated what was calibrated, a line each
/// @param profile `coarse` or `full`
/// @param command the line that gives the same card again
/// @param notExplained what the model cannot explain, a sentence each
/// @param injected what was put in from outside
/// @param scores median, band and baselines of each quantity
/// @param scored how many seeds have a value, for each of `scores`
/// @param assumptions what each of them does, over the seeds of the base case
/// @param switches what each switch changes, in a sentence, by its name
/// @param cases the base case, and each set of switches if they were run, all with the same seeds
/// @param marks one for each run: those of the base case first, then those of every other case
public record ScoreCard(
    String scenario,
    String title,
    String scenarioHash,
    String calibratedTo,
    List<String> calibrated,
    String profile,
    String command,
    List<String> notExplained,
    List<Flag> injected,
    List<ScoreRow> scores,
    List<Integer> scored,
    List<AssumptionCase> assumptions,
    SortedMap<String, String> switches,
    List<SwitchCase> cases,
    List<Mark> marks) {
  /// What tells a run from every other.
  ///
  /// @param stateHash of the economy at its end
  public record Mark(long seed, List<String> switches, long stateHash) {
    /// Takes a copy.
    public Mark {
      switches = List.copyOf(switches);
    }
  }

  /// Takes copies.
  public ScoreCard {
    calibrated = List.copyOf(calibrated);
    notExplained = List.copyOf(notExplained);
    injected = List.copyOf(injected);
    scores = List.copyOf(scores);
    scored = List.copyOf(scored);
    assumptions = List.copyOf(assumptions);
    switches = Collections.unmodifiableSortedMap(new TreeMap<>(switches));
    cases = List.copyOf(cases);
    marks = List.copyOf(marks);
  }

  /// Returns how many seeds the base case was run with.
  public int seeds() {
    return (int) marks.stream().filter(mark -> mark.switches().isEmpty()).count();
  }
}
