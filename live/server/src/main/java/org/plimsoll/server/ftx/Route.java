package org.plimsoll.server.ftx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.server.keys.Scope;

/// One call of the dialect: its method, and its path under `/api/`.
///
/// A step of the path is a word, or a name in braces for any one step. A name with a star stands
/// for one step or more, joined by slashes: market names have one, and some clients do not escape
/// it.
///
/// @param path such as `markets/{market*}/orderbook`
/// @param scope what a key must be for; none is needed where it is empty
record Route(String method, List<String> path, Optional<Scope> scope, Handler handler) {
  /// Answers a call.
  @FunctionalInterface
  interface Handler {
    Outcome answer(Ask ask);
  }

  /// Returns one that anybody may call.
  static Route of(String method, String path, Handler handler) {
    return new Route(method, List.of(path.split("/", -1)), Optional.empty(), handler);
  }

  /// Returns one that needs a key.
  static Route keyed(String method, String path, Scope scope, Handler handler) {
    return new Route(method, List.of(path.split("/", -1)), Optional.of(scope), handler);
  }

  /// Returns the names of a path that is this one's, or nothing if it is not.
  ///
  /// @param steps without their escapes
  Optional<SortedMap<String, String>> names(List<String> steps) {
    int more = steps.size() - path.size();
    int star = star();
    if (more < 0 || (more > 0 && star < 0)) {
      return Optional.empty();
    }
    SortedMap<String, String> names = new TreeMap<>();
    List<String> joined = star < 0 ? steps : joined(steps, star, more);
    for (int i = 0; i < path.size(); i++) {
      String step = path.get(i);
      if (step.startsWith("{")) {
        names.put(step.replaceAll("[{}*]", ""), joined.get(i));
      } else if (!step.equals(joined.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(names);
  }

  private int star() {
    for (int i = 0; i < path.size(); i++) {
      if (path.get(i).endsWith("*}")) {
        return i;
      }
    }
    return -1;
  }

  private static List<String> joined(List<String> steps, int star, int more) {
    List<String> joined = new ArrayList<>(steps.subList(0, star));
    joined.add(String.join("/", steps.subList(star, star + more + 1)));
    joined.addAll(steps.subList(star + more + 1, steps.size()));
    return joined;
  }

  /// Splits a raw path.
  static List<String> steps(String path) {
    return Arrays.stream(path.split("/", -1))
        .map(step -> Parameters.unescaped(step.replace("+", "%2B")))
        .toList();
  }
}
