package org.plimsoll.sweep;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.plimsoll.results.Cell;
import org.plimsoll.results.Column;
import org.plimsoll.results.Column.Kind;
import org.plimsoll.results.Table;

/// The frontier of policies: the runs of which no other run is at least as good in every aim and
/// better in one (Pareto 1906). Runs that lack a figure of an aim are on no frontier.
public final class Frontier {
  private static final String RUNS = "runs.csv";

  private final List<Aim> aims;
  private final List<String> columns;
  private final int[] places;

  /// A run that has every figure of the aims.
  private record Candidate(List<String> fields, List<Double> badness) {
    boolean isBetterThan(Candidate other) {
      boolean isAnywhere = false;
      for (int i = 0; i < badness.size(); i++) {
        int order = badness.get(i).compareTo(other.badness.get(i));
        if (order > 0) {
          return false;
        }
        isAnywhere |= order < 0;
      }
      return isAnywhere;
    }
  }

  private Frontier(List<Aim> aims, List<String> columns) {
    this.aims = aims;
    this.columns = columns;
    places = aims.stream().mapToInt(aim -> place(aim.figure())).toArray();
  }

  private int place(String figure) {
    int place = columns.indexOf(figure);
    if (place < 0) {
      throw new IllegalArgumentException(
          "no run has a figure '" + figure + "'; there are " + String.join(", ", columns));
    }
    return place;
  }

  /// Returns the runs on the frontier, the best in the first aim first: number, seed, what was
  /// drawn and the figures of the aims.
  ///
  /// @param aims at least one
  /// @param folder of a sweep that is complete
  /// @throws IllegalArgumentException if an aim is none of its figures
  public static Table of(List<Aim> aims, Path folder) throws IOException {
    try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(folder.resolve(RUNS))) {
      var records = rows.iterator();
      Frontier frontier = new Frontier(List.copyOf(aims), records.next().getFields());
      List<Candidate> candidates = new ArrayList<>();
      records.forEachRemaining(row -> frontier.add(row.getFields(), candidates));
      return frontier.table(best(candidates, aims.size()));
    }
  }

  private void add(List<String> fields, List<Candidate> candidates) {
    List<Double> badness = new ArrayList<>();
    for (int i = 0; i < places.length; i++) {
      String field = fields.get(places[i]);
      if (field.isEmpty()) {
        return;
      }
      badness.add(aims.get(i).badness(number(aims.get(i), field)));
    }
    candidates.add(new Candidate(fields, badness));
  }

  private static double number(Aim aim, String field) {
    try {
      return Double.parseDouble(field);
    } catch (NumberFormatException word) {
      throw new IllegalArgumentException("'" + aim.figure() + "' is no figure", word);
    }
  }

  /// In the order of badness no later run is better than an earlier one in every aim, so each is
  /// held against those alone that were found before it.
  private static List<Candidate> best(List<Candidate> candidates, int aims) {
    Comparator<Candidate> order = Comparator.comparing(run -> run.badness.getFirst());
    for (int i = 1; i < aims; i++) {
      int aim = i;
      order = order.thenComparing(run -> run.badness.get(aim));
    }
    List<Candidate> found = new ArrayList<>();
    for (Candidate run : candidates.stream().sorted(order).toList()) {
      if (found.stream().noneMatch(other -> other.isBetterThan(run))) {
        found.add(run);
      }
    }
    return found;
  }

  private Table table(List<Candidate> found) {
    int[] shown = IntStream.range(0, columns.size()).filter(this::isShown).toArray();
    return new Table(
        "frontier",
        IntStream.of(shown).mapToObj(i -> new Column(columns.get(i), Kind.TEXT)).toList(),
        found.stream()
            .map(run ->
                IntStream.of(shown).<Cell>mapToObj(i -> new Cell.Text(run.fields.get(i))).toList())
            .toList());
  }

  private boolean isShown(int column) {
    String name = columns.get(column);
    return name.equals("run")
        || name.equals("seed")
        || name.startsWith("set_")
        || IntStream.of(places).anyMatch(place -> place == column);
  }
}
