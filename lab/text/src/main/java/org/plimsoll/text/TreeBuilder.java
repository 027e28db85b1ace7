package org.plimsoll.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts a [Tree] together from the beginnings and ends of its pieces.
///
/// A key that comes twice is reported, and only its first value is kept. Every method that takes a
/// piece returns true, so that the caller's loop can go on with it.
final class TreeBuilder {
  /// A list or mapping that is still being read. A mapping holds a key while it waits for the
  /// value.
  private static final class Open {
    final boolean isMapping;
    final Place place;
    final List<Tree> items = new ArrayList<>();
    final List<Tree.Entry> entries = new ArrayList<>();
    final Map<String, Place> keys = new LinkedHashMap<>();
    @Nullable Tree key;

    Open(boolean isMapping, Place place) {
      this.isMapping = isMapping;
      this.place = place;
    }
  }

  private final Problems problems;
  private final Deque<Open> open = new ArrayDeque<>();
  private @Nullable Tree root;

  TreeBuilder(Problems problems) {
    this.problems = problems;
  }

  Optional<Tree> root() {
    return Optional.ofNullable(root);
  }

  int depth() {
    return open.size();
  }

  boolean scalar(String text, boolean isPlain, Place place) {
    return add(new Tree.Scalar(text, isPlain, place));
  }

  boolean openSequence(Place place) {
    open.push(new Open(false, place));
    return true;
  }

  boolean openMapping(Place place) {
    open.push(new Open(true, place));
    return true;
  }

  boolean close() {
    Open closed = open.pop();
    return add(
        closed.isMapping
            ? new Tree.Mapping(List.copyOf(closed.entries), closed.place)
            : new Tree.Sequence(List.copyOf(closed.items), closed.place));
  }

  private boolean add(Tree piece) {
    Open parent = open.peek();
    if (parent == null) {
      root = piece;
    } else if (!parent.isMapping) {
      parent.items.add(piece);
    } else if (parent.key == null) {
      parent.key = piece;
    } else {
      enter(parent, parent.key, piece);
      parent.key = null;
    }
    return true;
  }

  private void enter(Open mapping, Tree key, Tree value) {
    if (!(key instanceof Tree.Scalar scalar)) {
      problems.add(key.place(), "a key must be a word, not a list or a mapping");
      return;
    }
    if (scalar.isPlain() && scalar.text().equals("<<")) {
      problems.add(key.place(), "merge keys (`<<`) are not accepted: write the entry out");
      return;
    }
    if (mapping.keys.size() == TreeReader.KEYS_MAX) {
      problems.add(key.place(), "this mapping has more than " + TreeReader.KEYS_MAX + " keys");
      return;
    }
    Place first = mapping.keys.putIfAbsent(scalar.text(), key.place());
    if (first == null) {
      mapping.entries.add(new Tree.Entry(scalar.text(), key.place(), value));
    } else {
      problems.add(
          key.place(), "the key `" + scalar.text() + "` already stands in line " + first.line());
    }
  }
}
