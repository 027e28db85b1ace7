package org.plimsoll.text;

import java.util.List;

/// A piece of a YAML file that remembers where it stands and how its text was written.
///
/// Numbers stay text here, so that no decimal ever passes through a `double`.
public sealed interface Tree {
  /// Returns where the piece begins.
  Place place();

  /// A single value.
  ///
  /// @param text as written, without quotes
  /// @param isPlain whether it stood without quotes
  /// @param place where it begins
  record Scalar(String text, boolean isPlain, Place place) implements Tree {}

  /// A list.
  ///
  /// @param items in the order of the file
  /// @param place where it begins
  record Sequence(List<Tree> items, Place place) implements Tree {}

  /// A mapping.
  ///
  /// @param entries in the order of the file, no key twice
  /// @param place where it begins
  record Mapping(List<Entry> entries, Place place) implements Tree {}

  /// A key and its value.
  ///
  /// @param key the text of the key
  /// @param place where the key begins
  /// @param value what stands under the key
  record Entry(String key, Place place, Tree value) {}
}
