package org.plimsoll.report;

import java.util.List;
import java.util.Locale;
import org.plimsoll.solvency.assess.Source;

/// The words of a page that no figure needs.
final class Words {
  private Words() {}

  /// Returns the name of a constant as words, such as `no source`.
  static String kind(Enum<?> constant) {
    return code(constant).replace('_', ' ');
  }

  /// Returns the name of a constant as programs read it, such as `no_source`.
  static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /// Returns the first figures of a source and the number of the others.
  static String figures(Source source) {
    List<String> first = source.firstFigures();
    int others = source.count() - first.size();
    return String.join(", ", first) + (others == 0 ? "" : " and " + others + " more");
  }
}
