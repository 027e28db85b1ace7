package org.plimsoll.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plimsoll.ecosystem.outcome.Outcome;
import org.plimsoll.ecosystem.outcome.Series;
import org.plimsoll.results.JsonTable;
import org.plimsoll.results.JsonText;
import org.plimsoll.results.Table;

/// What became of a run as one JSON object for programs: all tables but the long one of series, of
/// which it says where each ends. Names of members never change.
public final class RunJson {
  private static final String SERIES = "series";

  private RunJson() {}

  /// Returns the text of the object.
  ///
  /// @param version of Plimsoll
  public static String of(Outcome outcome, String version) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("plimsoll_version", version);
    tree.put("scenario", outcome.scenario());
    tree.put("scenario_hash", outcome.scenarioHash());
    tree.put("title", outcome.title());
    tree.put("profile", outcome.profile());
    tree.put("seed", Long.toString(outcome.seed()));
    tree.put("switches", outcome.switches());
    tree.put("command", outcome.command());
    tree.put("start", RunWords.instant(outcome.startNs()));
    tree.put("end", RunWords.instant(outcome.endNs()));
    tree.put("state_hash", Long.toHexString(outcome.stateHash()));
    tree.put("commands", outcome.commands());
    tree.put("events", outcome.events());
    tree.put("summary", outcome.summary());
    tree.put("not_explained", outcome.notExplained());
    tree.put(SERIES, outcome.series().stream().map(RunJson::series).toList());
    for (Table table : RunTables.of(outcome)) {
      if (!table.name().equals(SERIES)) {
        tree.put(table.name().replace('-', '_'), JsonTable.rows(table));
      }
    }
    return JsonText.of(tree);
  }

  private static Object series(Series series) {
    List<Double> values = Arrays.stream(series.values()).filter(Double::isFinite).boxed().toList();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", series.name());
    tree.put("title", series.title());
    tree.put("unit", series.unit());
    tree.put("samples", series.values().length);
    if (!values.isEmpty()) {
      tree.put("last", values.getLast());
      tree.put("least", values.stream().mapToDouble(each -> each).min().orElseThrow());
      tree.put("most", values.stream().mapToDouble(each -> each).max().orElseThrow());
    }
    return tree;
  }
}
