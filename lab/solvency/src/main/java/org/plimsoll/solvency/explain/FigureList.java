package org.plimsoll.solvency.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.plimsoll.solvency.assess.RatioRange;
import org.plimsoll.solvency.book.Interval;

/// Gathers explained figures of one unit.
final class FigureList {
  private static final String NOTHING_OWED = "nothing is owed, so there is no such part";

  private final List<ExplainedFigure> figures = new ArrayList<>();
  private final String unit;

  FigureList(String unit) {
    this.unit = unit;
  }

  List<ExplainedFigure> figures() {
    return List.copyOf(figures);
  }

  /// Adds a figure that is the sum of `entries`.
  void sum(
      String id, String title, Interval value, Definition definition, Supplier<List<Entry>> lines) {
    add(
        id,
        title,
        new Amount.Quantity(value, unit),
        definition,
        () -> new Derivation.Sum(title, lines.get()).withoutZeros());
  }

  /// Adds a figure that is a quotient, where there is one.
  void quotient(
      String id,
      String title,
      Optional<RatioRange> value,
      Definition definition,
      Supplier<Derivation> derivation) {
    Amount amount =
        value
            .<Amount>map(part -> new Amount.Fraction(part, ""))
            .orElse(new Amount.Absent(NOTHING_OWED));
    add(id, title, amount, definition, derivation);
  }

  void add(
      String id,
      String title,
      Amount amount,
      Definition definition,
      Supplier<Derivation> derivation) {
    figures.add(new ExplainedFigure(id, title, amount, unit, definition, derivation));
  }
}
