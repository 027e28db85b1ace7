package org.plimsoll.sweep;

/// How the values of varied settings are drawn.
public enum Sampling {
  /// As many equal parts of every range as there are runs, and in each part one run; which run has
  /// which part is drawn for every setting anew (McKay, Beckman and Conover 1979).
  LATIN_HYPERCUBE,
  /// Each value for itself, evenly over its range. Adding runs changes none that are there.
  UNIFORM
}
