package org.plimsoll.proof;

import java.util.List;

/// The way from a leaf to the root.
///
/// @param index the leaf's place from 0; its bits say, from the lowest, on which side it stands
/// @param siblings from the leaf's neighbor upward
public record InclusionPath(int index, List<Sibling> siblings) {
  /// Takes a copy of the siblings.
  public InclusionPath {
    siblings = List.copyOf(siblings);
  }
}
