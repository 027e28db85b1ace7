package org.plimsoll.cli.calc;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.plimsoll.results.Cell;

/// What a calculation found: sentences, named figures, and figures over several cases side by side.
///
/// Names are lower case words; in JSON they are joined by underscores and never change.
final class Answer {
  private final List<String> sentences = new ArrayList<>();
  private final List<Figure> figures = new ArrayList<>();
  private final List<Cases<?>> tables = new ArrayList<>();

  /// A named value, or one for each case.
  record Figure(String name, Unit unit, List<Cell> cells) {
    Figure {
      cells = List.copyOf(cells);
    }
  }

  /// Adds a figure; an infinite one is told by its word, and no number at all as missing.
  Answer figure(String name, Unit unit, double value) {
    figures.add(new Figure(name, unit, List.of(cell(value))));
    return this;
  }

  /// Adds an exact figure.
  Answer exact(String name, Unit unit, BigDecimal value) {
    figures.add(new Figure(name, unit, List.of(new Cell.Decimal(value))));
    return this;
  }

  /// Adds what the figures tell; sentences are shown first.
  Answer say(String sentence) {
    sentences.add(sentence);
    return this;
  }

  /// Adds a table with a column for each case.
  ///
  /// @param name of what differs from case to case
  /// @param heading what stands above the column of a case
  <C> Cases<C> cases(String name, List<C> cases, Function<C, String> heading) {
    Cases<C> table = new Cases<>(name, List.copyOf(cases), heading);
    tables.add(table);
    return table;
  }

  List<String> sentences() {
    return List.copyOf(sentences);
  }

  List<Figure> figures() {
    return List.copyOf(figures);
  }

  List<Cases<?>> tables() {
    return List.copyOf(tables);
  }

  private static Cell cell(double value) {
    if (Double.isInfinite(value)) {
      return new Cell.Text(Unit.NUMBER.of(value));
    }
    return Double.isNaN(value) ? new Cell.Empty() : new Cell.Model(value);
  }

  /// The same figures for several cases.
  static final class Cases<C> {
    private final String name;
    private final List<C> cases;
    private final List<String> headings;
    private final List<Figure> rows = new ArrayList<>();

    private Cases(String name, List<C> cases, Function<C, String> heading) {
      this.name = name;
      this.cases = cases;
      this.headings = cases.stream().map(heading).toList();
    }

    /// Adds a row of figures, one for each case.
    Cases<C> row(String figure, Unit unit, ToDoubleFunction<C> value) {
      return add(figure, unit, each -> cell(value.applyAsDouble(each)));
    }

    /// Adds a row of exact figures.
    Cases<C> exactRow(String figure, Unit unit, Function<C, BigDecimal> value) {
      return add(figure, unit, each -> new Cell.Decimal(value.apply(each)));
    }

    /// Adds a row of words.
    Cases<C> words(String figure, Function<C, String> value) {
      return add(figure, Unit.NUMBER, each -> new Cell.Text(value.apply(each)));
    }

    private Cases<C> add(String figure, Unit unit, Function<C, Cell> cell) {
      rows.add(new Figure(figure, unit, cases.stream().map(cell).toList()));
      return this;
    }

    String name() {
      return name;
    }

    List<String> headings() {
      return headings;
    }

    List<Figure> rows() {
      return List.copyOf(rows);
    }
  }
}
