package org.plimsoll.sweep;

/// How the values of varied settings are drawn.
public enum Sampling {
  /// As many equal parts of every range as there are runs, and in each part one run; which run has
  /// which part is drawn for every setting anew (McKay, Beckman and Conover 1979).
  LATIN_HYPERCUBE,
  /// Each value for itself, evenly over its range. Adding runs changes none that are there.
  UNIFORM,
  /// The points from which indices of Sobol are estimated (Saltelli 2002): blocks of `2 V + 2`
  /// runs, where V settings vary. The runs of a block have one seed, so that what differs between
  /// them comes from settings and not from chance.
  SOBOL
}
