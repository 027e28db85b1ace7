package org.plimsoll.solvency.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Gathers explained figures of models.
final class ModelFigures {
  private final List<ExplainedFigure> figures = new ArrayList<>();

  List<ExplainedFigure> figures() {
    return List.copyOf(figures);
  }

  /// Adds what a model says at both ends.
  void add(
      String id,
      String title,
      Amount.Model amount,
      Definition definition,
      Supplier<List<Computation>> ends) {
    add(id, title, amount, amount.unit(), definition, () -> new Derivation.Model(ends.get()));
  }

  /// Adds a figure of another form.
  void add(
      String id,
      String title,
      Amount amount,
      String unit,
      Definition definition,
      Supplier<Derivation> derivation) {
    figures.add(new ExplainedFigure(id, title, amount, unit, definition, derivation));
  }

  /// Returns both ends, or one of them without a name where they compute the same, or where there
  /// is no other.
  static List<Computation> ends(Computation careful, Optional<Computation> favorable) {
    boolean isOne =
        favorable.filter(other -> other.unnamed().equals(careful.unnamed())).isPresent();
    return isOne
        ? List.of(careful.unnamed())
        : favorable.map(other -> List.of(careful, other)).orElse(List.of(careful));
  }
}
