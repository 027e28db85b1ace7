package org.plimsoll.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Names that lead to one thing each: files in a folder, members of an object, places on a page.
final class UniqueNames {
  private UniqueNames() {}

  /// Checks that no name is there twice.
  ///
  /// @param what is named
  /// @throws IllegalArgumentException if a name is there twice
  static void check(String what, List<String> names) {
    Set<String> seen = new LinkedHashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new IllegalArgumentException(what + " " + name + " is there twice");
      }
    }
  }
}
