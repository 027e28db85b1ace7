package org.plimsoll.solvency.file;

import java.util.List;

/// Leaves out of a file what does not hold on a day.
///
/// An entry holds from its `from` to its `until`, both days included; a fact holds from the day on
/// which it became known. Days in ISO 8601 compare as text.
final class DatedParts {
  private final String day;

  private DatedParts(String day) {
    this.day = day;
  }

  /// Returns the file as it stands on `day`, with that day as its date.
  static Tree on(Tree file, String day) {
    return file instanceof Tree.Mapping mapping
        ? new Tree.Mapping(
            mapping.entries().stream().map(new DatedParts(day)::dated).toList(), mapping.place())
        : file;
  }

  /// Returns the file as it stands on its own date.
  static Tree onItsDate(Tree file) {
    String asOf = text(file, "as-of", "");
    if (!(file instanceof Tree.Mapping mapping) || asOf.length() < 10) {
      return file;
    }
    DatedParts parts = new DatedParts(asOf.substring(0, 10));
    return new Tree.Mapping(
        mapping.entries().stream().map(parts::selected).toList(), mapping.place());
  }

  private Tree.Entry dated(Tree.Entry entry) {
    return entry.key().equals("as-of") && entry.value() instanceof Tree.Scalar scalar
        ? new Tree.Entry(entry.key(), entry.place(), new Tree.Scalar(day, true, scalar.place()))
        : selected(entry);
  }

  private Tree.Entry selected(Tree.Entry entry) {
    if (!(entry.value() instanceof Tree.Sequence(List<Tree> items, Place place))) {
      return entry;
    }
    List<Tree> holding = items.stream().filter(this::holds).toList();
    return new Tree.Entry(entry.key(), entry.place(), new Tree.Sequence(holding, place));
  }

  private boolean holds(Tree item) {
    return text(item, "from", day).compareTo(day) <= 0
        && text(item, "date", day).compareTo(day) <= 0
        && text(item, "until", day).compareTo(day) >= 0;
  }

  private static String text(Tree tree, String key, String otherwise) {
    return tree instanceof Tree.Mapping mapping
        ? mapping.entries().stream()
            .filter(entry -> entry.key().equals(key))
            .map(Tree.Entry::value)
            .filter(Tree.Scalar.class::isInstance)
            .map(value -> ((Tree.Scalar) value).text())
            .findFirst()
            .orElse(otherwise)
        : otherwise;
  }
}
