package org.plimsoll.solvency.file;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.plimsoll.text.Place;
import org.plimsoll.text.Tree;

/// Leaves out of a file what does not hold on a day.
///
/// An entry holds from its `from` to its `until`, both days included; a fact holds from the day on
/// which it became known. Days in ISO 8601 compare as text.
final class DatedParts {
  private static final int DAY_CHARS = 10;

  private final String day;
  private final boolean isAsked;

  /// @param isAsked whether the day was asked for, and is not the file's own
  private DatedParts(String day, boolean isAsked) {
    this.day = day;
    this.isAsked = isAsked;
  }

  /// Takes the day that was asked for, or the date of the file.
  static DatedParts of(Tree file, Optional<LocalDate> at) {
    String asOf = text(file, "as-of", "");
    String itsDay = asOf.length() < DAY_CHARS ? "" : asOf.substring(0, DAY_CHARS);
    return at.map(day -> new DatedParts(day.toString(), true))
        .orElseGet(() -> new DatedParts(itsDay, false));
  }

  /// Returns the file as it stands on the day; with that day as its date, if it was asked for.
  Tree select(Tree file) {
    return file instanceof Tree.Mapping mapping
        ? new Tree.Mapping(mapping.entries().stream().map(this::dated).toList(), mapping.place())
        : file;
  }

  private Tree.Entry dated(Tree.Entry entry) {
    return isAsked && entry.key().equals("as-of") && entry.value() instanceof Tree.Scalar scalar
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

  /// Returns whether an entry holds on the day; any does where there is no day, for want of which
  /// the file is refused.
  boolean holds(Tree item) {
    return day.isEmpty()
        || (text(item, "from", day).compareTo(day) <= 0
            && text(item, "date", day).compareTo(day) <= 0
            && text(item, "until", day).compareTo(day) >= 0);
  }

  private static String text(Tree tree, String key, String otherwise) {
    if (tree instanceof Tree.Mapping mapping) {
      for (Tree.Entry entry : mapping.entries()) {
        if (entry.key().equals(key) && entry.value() instanceof Tree.Scalar scalar) {
          return scalar.text();
        }
      }
    }
    return otherwise;
  }
}
