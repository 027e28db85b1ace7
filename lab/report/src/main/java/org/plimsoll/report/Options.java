package org.plimsoll.report;

import java.util.LinkedHashMap;
import java.util.Map;

/// A tree for JSON whose members stay in the order given, so that a page has the same bytes on
/// every machine.
final class Options {
  private Options() {}

  /// Returns a tree of `pairs` of name and value; it can be added to.
  static Map<String, Object> of(Object... pairs) {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      tree.put((String) pairs[i], pairs[i + 1]);
    }
    return tree;
  }
}
