package org.plimsoll.text;

import java.util.LinkedHashMap;
import java.util.Map;

/// The ids of one sort that a file declares, and where.
public final class Names {
  private final String sort;
  private final Map<String, Place> places = new LinkedHashMap<>();

  /// Starts without any.
  ///
  /// @param sort what the ids name, such as `asset`
  public Names(String sort) {
    this.sort = sort;
  }

  /// Takes an id, and returns whether it is new; one that is declared already is refused. An empty
  /// one was refused before.
  public boolean declare(String id, Place place, Problems problems) {
    if (id.isEmpty()) {
      return true;
    }
    Place first = places.putIfAbsent(id, place);
    if (first != null) {
      problems.add(
          place,
          "the " + sort + " `" + id + "` is already declared in " + first.lineSeenFrom(place));
    }
    return first == null;
  }

  /// Refuses an id that no entry declares. An empty one was refused before.
  public void require(String id, Place place, Problems problems) {
    if (id.isEmpty() || places.containsKey(id)) {
      return;
    }
    if (problems.isFull()) {
      problems.addUnlisted();
    } else {
      String hint = Nearest.hint(id, places.keySet());
      problems.add(
          place, "there is no " + sort + " `" + id + "` in this " + problems.kind().noun() + hint);
    }
  }
}
