package org.plimsoll.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plimsoll.ecosystem.outcome.Flag;
import org.plimsoll.ecosystem.outcome.Outcome;
import org.plimsoll.ecosystem.outcome.Series;
import org.plimsoll.ecosystem.outcome.Sheet;
import org.plimsoll.results.JsonText;

/// What the script of a run's page plays, as JSON: series with five digits, flags and sheets. Times
/// are minutes from the start of the run. Rows of numbers are one string each, which is a tenth of
/// what JSON would make of them.
final class RunTimes {
  /// A longer series is thinned to the least and greatest of each of as many parts as fit.
  static final int SAMPLES_MAX = 6_000;

  private static final MathContext DIGITS = new MathContext(5, RoundingMode.HALF_EVEN);

  private final Outcome outcome;
  private final List<String> grids = new ArrayList<>();

  private RunTimes(Outcome outcome) {
    this.outcome = outcome;
  }

  /// Returns the JSON, in which nothing can end a script element.
  static String of(Outcome outcome, List<TimelinePanel> panels, List<PartySheets> parties) {
    return new RunTimes(outcome).json(panels, parties).replace("<", "\\u003c");
  }

  private String json(List<TimelinePanel> panels, List<PartySheets> parties) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("start", outcome.startNs() / RunWords.MINUTE_NS);
    tree.put("minutes", Math.max(1, minute(outcome.endNs())));
    tree.put("series", outcome.series().stream().map(this::series).toList());
    tree.put("grids", grids);
    tree.put("panels", panels.stream().map(RunTimes::panel).toList());
    tree.put("flags", outcome.flags().stream().map(this::flag).toList());
    tree.put("parties", parties.stream().map(this::party).toList());
    return JsonText.of(tree);
  }

  private static Object panel(TimelinePanel panel) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("title", panel.title());
    tree.put("axis", Words.code(panel.axis()));
    tree.put("members", panel.members());
    return tree;
  }

  private Object series(Series series) {
    int[] kept = kept(series.values());
    StringBuilder grid = new StringBuilder();
    StringBuilder values = new StringBuilder();
    long last = 0;
    for (int i : kept) {
      long minute = minute(series.timesNs()[i]);
      grid.append(grid.isEmpty() ? "" : ",").append(minute - last);
      values.append(i == kept[0] ? "" : ",").append(digits(series.values()[i]));
      last = minute;
    }
    if (!grids.contains(grid.toString())) {
      grids.add(grid.toString());
    }
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", series.name());
    tree.put("title", series.title());
    tree.put("unit", series.unit());
    tree.put("grid", grids.indexOf(grid.toString()));
    tree.put("values", values.toString());
    return tree;
  }

  /// Returns which values are kept: all, or the least and greatest of each part.
  static int[] kept(double[] values) {
    int part = Math.max(1, (2 * values.length + SAMPLES_MAX - 1) / SAMPLES_MAX);
    int[] kept = new int[values.length];
    int count = 0;
    for (int from = 0; from < values.length; from += part) {
      int least = from;
      int most = from;
      for (int i = from; i < Math.min(values.length, from + part); i++) {
        least = values[i] < values[least] ? i : least;
        most = values[i] > values[most] ? i : most;
      }
      kept[count++] = Math.min(least, most);
      if (least != most) {
        kept[count++] = Math.max(least, most);
      }
    }
    return values.length <= SAMPLES_MAX ? all(values.length) : Arrays.copyOf(kept, count);
  }

  private static int[] all(int count) {
    int[] all = new int[count];
    Arrays.setAll(all, i -> i);
    return all;
  }

  private long minute(long timeNs) {
    return (timeNs - outcome.startNs()) / RunWords.MINUTE_NS;
  }

  private static String digits(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(Double.toString(value)).round(DIGITS).stripTrailingZeros().toString()
        : "";
  }

  private Object flag(Flag flag) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("at", minute(flag.timeNs()));
    tree.put("kind", flag.kind());
    tree.put("text", flag.text());
    tree.put("source", flag.source().orElse(""));
    return tree;
  }

  private Object party(PartySheets party) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", party.party());
    tree.put("tiers", party.lines().stream().map(line -> line.tier().ordinal()).toList());
    tree.put("at", party.sheets().stream().map(sheet -> minute(sheet.timeNs())).toList());
    tree.put("values", party.sheets().stream().map(sheet -> row(party, sheet)).toList());
    return tree;
  }

  private static String row(PartySheets party, Sheet sheet) {
    return String.join(",", Arrays.stream(party.values(sheet)).mapToObj(RunTimes::digits).toList());
  }
}
