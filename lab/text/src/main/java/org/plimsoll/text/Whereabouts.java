package org.plimsoll.text;

import java.util.List;

/// Finds where something stands in a file.
public final class Whereabouts {
  private final Tree root;

  /// Takes what stands at the top of the file.
  public Whereabouts(Tree root) {
    this.root = root;
  }

  /// Returns where a value stands, or the nearest thing around it that the file says.
  ///
  /// @param steps keys, and numbers in lists
  public Place of(Object... steps) {
    Tree at = root;
    for (Object step : steps) {
      Tree next = next(at, step);
      if (next.equals(at)) {
        break;
      }
      at = next;
    }
    return at.place();
  }

  /// Returns where a key of a mapping stands.
  public Place ofKey(Object[] steps, String key) {
    Tree at = root;
    for (Object step : steps) {
      at = next(at, step);
    }
    if (at instanceof Tree.Mapping mapping) {
      for (Tree.Entry entry : mapping.entries()) {
        if (entry.key().equals(key)) {
          return entry.place();
        }
      }
    }
    return at.place();
  }

  private static Tree next(Tree tree, Object step) {
    if (tree instanceof Tree.Sequence(List<Tree> items, _) && step instanceof Integer index) {
      return items.get(index);
    }
    if (tree instanceof Tree.Mapping mapping) {
      for (Tree.Entry entry : mapping.entries()) {
        if (entry.key().equals(step)) {
          return entry.value();
        }
      }
    }
    return tree;
  }

  /// Returns where the first text of a tree stands that is `text`; where the tree begins if none
  /// is.
  public static Place ofText(Tree tree, String text) {
    Place found = find(tree, text);
    return found.line() == 0 ? tree.place() : found;
  }

  private static Place find(Tree tree, String text) {
    Place none = Place.whole(tree.place().file());
    return switch (tree) {
      case Tree.Scalar scalar -> scalar.text().equals(text) ? scalar.place() : none;
      case Tree.Sequence sequence ->
          sequence.items().stream()
              .map(item -> find(item, text))
              .filter(place -> place.line() > 0)
              .findFirst()
              .orElse(none);
      case Tree.Mapping mapping ->
          mapping.entries().stream()
              .map(entry -> find(entry.value(), text))
              .filter(place -> place.line() > 0)
              .findFirst()
              .orElse(none);
    };
  }
}
