package org.plimsoll.solvency.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.plimsoll.text.Problems;
import org.plimsoll.text.Tree;

/// The days that entries name. A schema sees that they are spelled as days; the calendar decides
/// whether there are such days.
final class Days {
  private static final List<String> KEYS = List.of("from", "until", "date", "maturity");

  private Days() {}

  /// Refuses every day of the entries of a file that is in no calendar, such as 31 February.
  static void check(Tree file, Problems problems) {
    if (file instanceof Tree.Mapping mapping) {
      for (Tree.Entry section : mapping.entries()) {
        if (section.value() instanceof Tree.Sequence entries) {
          entries.items().forEach(entry -> checkEntry(entry, problems));
        }
      }
    }
  }

  /// Refuses every day of one entry that is in no calendar.
  static void checkEntry(Tree entry, Problems problems) {
    if (entry instanceof Tree.Mapping mapping) {
      for (Tree.Entry each : mapping.entries()) {
        if (isNamedBy(each.key())
            && each.value() instanceof Tree.Scalar scalar
            && !isDay(scalar.text())
            && problems.noneAt(scalar.place())) {
          problems.add(scalar.place(), refusal(scalar.text()));
        }
      }
    }
  }

  /// Returns whether a key of an entry holds a day.
  static boolean isNamedBy(String key) {
    return KEYS.contains(key);
  }

  static String refusal(String day) {
    return "`" + day + "` is no date of the calendar";
  }

  /// Returns whether a text is a day of the calendar, such as `2022-06-30`.
  static boolean isDay(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeException noDate) {
      return false;
    }
  }
}
