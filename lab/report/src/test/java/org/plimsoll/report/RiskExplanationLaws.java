package org.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.results.Cell;
import org.plimsoll.results.Table;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.explain.Amount;
import org.plimsoll.solvency.explain.Computation;
import org.plimsoll.solvency.explain.Derivation;
import org.plimsoll.solvency.explain.ExplainedFigure;
import org.plimsoll.solvency.explain.Explanations;
import org.plimsoll.solvency.file.BookReader;
import org.plimsoll.solvency.file.ReadResult;
import org.plimsoll.solvency.file.ShippedBooks;

/// What a page says of how a figure of a model comes about gives that figure to whoever computes it
/// again.
class RiskExplanationLaws {
  private static final double ROUNDING = 1e-9;

  static Stream<String> books() {
    Path docs = Path.of("../../docs/how-to");
    return Stream.concat(
        ShippedBooks.names().stream(),
        Stream.of("own-token-venue.yaml", "small-venue.yaml", "margin-venue.yaml", "folder-book")
            .map(name -> docs.resolve(name).toString()));
  }

  private static Book read(String name) {
    return switch (BookReader.read(name)) {
      case ReadResult.ReadBook(Book book) -> book;
      case ReadResult.Refused(var problems) -> throw new AssertionError(problems);
    };
  }

  @ParameterizedTest
  @MethodSource("books")
  void whatIsPrintedComputesToTheFigure(String name) {
    for (ExplainedFigure figure : Explanations.of(Assessment.of(read(name)))) {
      if (figure.derivation().get() instanceof Derivation.Model(List<Computation> ends)) {
        String page = ExplanationPage.of(figure, Integer.MAX_VALUE).replaceAll("\\s+", " ");
        List<Double> values = new ArrayList<>();
        for (Computation end : ends) {
          values.add(computed(figure.id(), end, page));
        }
        requireEnds(figure, values, page);
      }
    }
  }

  private static double computed(String id, Computation end, String page) {
    double total = 0;
    for (Computation.Part part : end.parts()) {
      total = 0;
      for (Computation.Term term : part.terms()) {
        assertThat(page).as(id).contains(term.name() + ": " + term.working());
        total += value(id, term.working(), term.value());
      }
      requireClose(id, part.total(), total);
      boolean isUsed = end.working().contains("exp(") || !end.working().isEmpty();
      assertThat(!isUsed || !Double.isFinite(total) || end.working().contains(digits(part.total())))
          .as("%s: %s does not use %s", id, end.working(), part.total())
          .isTrue();
    }
    if (end.working().isEmpty()) {
      return total;
    }
    assertThat(page).as(id).contains(" = " + end.working());
    return value(id, end.working(), end.value());
  }

  /// The digits of a sum, as far as a reader sees them in the line that uses it.
  private static String digits(double total) {
    String text = Double.toString(Math.abs(total));
    return text.contains("E") ? "" : CellWords.model(Math.floor(Math.abs(total)), 17);
  }

  /// A sentence stands only where there is no number.
  private static double value(String id, String working, double value) {
    if (!Double.isFinite(value)) {
      assertThat(working).as(id).matches("[a-z ,]+");
      return value;
    }
    if (working.startsWith("all of it")) {
      assertThat(value).as(id).isEqualTo(1);
      return value;
    }
    double again = Arithmetic.of(working);
    requireClose(id + ": " + working, value, again);
    return again;
  }

  private static void requireClose(String where, double value, double again) {
    if (Double.isFinite(value)) {
      assertThat(again).as(where).isCloseTo(value, within(ROUNDING * (1 + Math.abs(value))));
    } else {
      assertThat(again).as(where).isEqualTo(value);
    }
  }

  private static void requireEnds(ExplainedFigure figure, List<Double> values, String page) {
    Amount.Model shown = (Amount.Model) figure.amount();
    double least = values.stream().mapToDouble(value -> value).min().orElseThrow();
    double most = values.stream().mapToDouble(value -> value).max().orElseThrow();
    boolean hasBoth = values.size() == 2 || shown.low() == shown.high();
    String again = CellWords.range(hasBoth ? least : shown.low(), most, shown.isPart());
    if (hasBoth) {
      assertThat(page).as(figure.id()).startsWith(figure.title() + ": " + again);
    } else {
      assertThat(values.getFirst()).as(figure.id()).isIn(shown.low(), shown.high());
    }
  }

  @ParameterizedTest
  @MethodSource("books")
  void theFiguresAreThoseOfThePage(String name) {
    Book book = read(name);
    SortedMap<String, String> told = new TreeMap<>();
    for (ExplainedFigure figure : Explanations.of(Assessment.of(book))) {
      if (figure.amount() instanceof Amount.Model(double low, double high, _, boolean isPart)) {
        told.put(figure.id(), CellWords.range(low, high, isPart));
      }
    }
    int compared = 0;
    for (Section section : RiskSections.of(book)) {
      for (Table table : section.tables()) {
        for (var row : rows(table)) {
          compared += compare(table.name(), row, told);
        }
      }
    }
    long risks = told.keySet().stream().filter(id -> id.matches("(load|spiral).*")).count();
    assertThat(compared).isGreaterThanOrEqualTo(risks == 0 ? 0 : 2);
  }

  private static List<SortedMap<String, Cell>> rows(Table table) {
    List<SortedMap<String, Cell>> rows = new ArrayList<>();
    for (List<Cell> cells : table.rows()) {
      SortedMap<String, Cell> row = new TreeMap<>();
      for (int i = 0; i < cells.size(); i++) {
        row.put(table.columns().get(i).name(), cells.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  private static int compare(
      String table, SortedMap<String, Cell> row, SortedMap<String, String> told) {
    return switch (table) {
      case "load_lines" -> loadLine(row, told);
      case "spiral" -> spiral(row, told);
      case "emission_support" -> support(row, told);
      case "own_token" -> ownToken(row, told);
      default -> 0;
    };
  }

  private static int loadLine(SortedMap<String, Cell> row, SortedMap<String, String> told) {
    String model =
        switch (text(row, "model")) {
          case "log-depth" -> "log-depth";
          case "visible book" -> "visible-depth";
          default -> "daily-volume";
        };
    String id = "load-line." + text(row, "collateral") + "." + text(row, "days") + "d";
    assertThat(told.get(id + "." + model)).isEqualTo(range(row, "line"));
    if (text(row, "standing").equals("decides")) {
      assertThat(told.get(id)).startsWith(low(range(row, "line")));
    }
    return 1;
  }

  private static int spiral(SortedMap<String, Cell> row, SortedMap<String, String> told) {
    String id = "spiral." + text(row, "collateral");
    CellWords parts = new CellWords(true);
    assertThat(told.get(id + ".r")).isEqualTo(range(row, "r"));
    assertThat(told.get(id + ".r-nobody-exempt")).isEqualTo(range(row, "r_nobody_exempt"));
    assertThat(told.get(id + ".fall-ends-at")).isEqualTo(parts.of(cell(row, "fall_ends_at_part")));
    assertThat(told.get(id + ".fall-ends-at-nobody-exempt"))
        .isEqualTo(parts.of(cell(row, "nobody_exempt_part")));
    return 4;
  }

  private static int support(SortedMap<String, Cell> row, SortedMap<String, String> told) {
    String id = "emission." + text(row, "token");
    for (String column :
        List.of("cash", "steady_price", "burn_a_day", "runway_days", "tokens_bought")) {
      assertThat(told.get(id + "." + column.replace('_', '-'))).isEqualTo(range(row, column));
    }
    return 5;
  }

  private static Cell cell(SortedMap<String, Cell> row, String column) {
    return row.getOrDefault(column, new Cell.Empty());
  }

  private static final SortedMap<String, String> OWN_TOKEN =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("tokens whose price it carries", "carried"),
              Map.entry("gain", "gain"),
              Map.entry("price that equity justifies", "price"),
              Map.entry("tipping price", "tipping-price"),
              Map.entry("gain at the tipping price", "gain-at-tipping-price"),
              Map.entry("price after the collapse", "price-after-collapse"),
              Map.entry("fall until it tips", "attack.distance"),
              Map.entry("tokens that a seller needs", "attack.tokens"),
              Map.entry("what selling them brings", "attack.proceeds"),
              Map.entry("what buying them back costs", "attack.buy-back"),
              Map.entry("what he must be able to lose", "attack.capital"),
              Map.entry("what he earns", "attack.profit")));

  private static int ownToken(SortedMap<String, Cell> row, SortedMap<String, String> told) {
    String id = "own-token." + text(row, "token") + "." + OWN_TOKEN.get(text(row, "figure"));
    String shown = told.get(id);
    CellWords words = new CellWords(false);
    boolean isTold = !(cell(row, "careful") instanceof Cell.Empty);
    assertThat(!isTold || shown != null).as(id).isTrue();
    if (isTold && shown != null) {
      assertThat(shown).as(id).contains(words.of(cell(row, "careful")));
    }
    return 1;
  }

  private static String text(SortedMap<String, Cell> row, String column) {
    return new CellWords(false).of(cell(row, column));
  }

  private static String range(SortedMap<String, Cell> row, String column) {
    return new CellWords(false).range(cell(row, column + "_low"), cell(row, column + "_high"));
  }

  private static String low(String range) {
    return range.split(" to ")[0];
  }

  @Test
  void theBooksReachEveryForm() {
    SortedMap<String, Integer> met = new TreeMap<>();
    for (String name : books().toList()) {
      for (ExplainedFigure figure : Explanations.of(Assessment.of(read(name)))) {
        met.merge(figure.definition().name(), 1, Integer::sum);
      }
    }
    assertThat(met.keySet())
        .contains(
            "SPIRAL",
            "SPIRAL_RUN",
            "SPIRAL_LEVERAGED_TOKENS",
            "SPIRAL_OWN_TOKEN",
            "TOKENS_CARRIED",
            "TOKEN_PRICE",
            "TOKEN_TIPPING_PRICE",
            "ATTACK_PROFIT",
            "SUPPORT_RUNWAY",
            "LOAD_LINE",
            "DECIDING_LINE");
  }
}
