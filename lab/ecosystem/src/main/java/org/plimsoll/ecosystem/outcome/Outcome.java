package org.plimsoll.ecosystem.outcome;

import java.util.List;
import java.util.SortedMap;

/// Everything that a run leaves behind.
///
/// @param scenario its name
/// @param title one line
/// @param scenarioHash of its content
/// @param profile `coarse` or `full`
/// @param switches set, by name
/// @param command the line that reproduces it
/// @param startNs nanoseconds since 1970
/// @param endNs when it ended
/// @param stateHash of the economy at the end
/// @param commands that the venue took
/// @param events that happened at the venue
/// @param summary what came of it, a sentence each, the most important first
/// @param notExplained what the model cannot explain, a sentence each
/// @param books of the venue when it was first insolvent, when withdrawals stopped and at the end,
///   as files that an assessment reads, by the name of the file
public record Outcome(
    String scenario,
    String title,
    String scenarioHash,
    long seed,
    String profile,
    List<String> switches,
    String command,
    long startNs,
    long endNs,
    long stateHash,
    long commands,
    long events,
    List<String> summary,
    List<String> notExplained,
    List<Series> series,
    List<Flag> flags,
    List<Sheet> sheets,
    List<Flow> flows,
    List<WealthLine> wealth,
    List<SourceOrUse> sourcesAndUses,
    List<ScoreRow> scores,
    List<SwitchRow> switchTable,
    SortedMap<String, String> books) {}
