package org.plimsoll.solvency.clearing;

/// What is left to distribute once a node is in default (Rogers and Veraart, "Failure and Rescue in
/// an Interbank Network", 2013).
///
/// @param ownAssets the part of its external assets that a defaulter realizes (`alpha`); in \[0,
///   1\]
/// @param claims the part of what others pay it that a defaulter realizes (`beta`); in \[0, 1\]
public record DefaultCosts(double ownAssets, double claims) {
  /// Default destroys nothing: the model of Eisenberg and Noe, "Systemic Risk in Financial Systems"
  /// (2001).
  public static final DefaultCosts NONE = new DefaultCosts(1, 1);

  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if either part is not in \[0, 1\]
  public DefaultCosts {
    requirePart("ownAssets", ownAssets);
    requirePart("claims", claims);
  }

  double realized(double external, double inflow) {
    return ownAssets * external + claims * inflow;
  }

  private static void requirePart(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " " + value + " is not in [0, 1]");
    }
  }
}
