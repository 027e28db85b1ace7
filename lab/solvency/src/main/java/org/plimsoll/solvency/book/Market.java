package org.plimsoll.solvency.book;

/// How much of an asset its market takes.
///
/// @param asset the id of the asset sold
/// @param depth log-depth in units of the asset: selling x units moves the log price by -x/depth
public record Market(String asset, Figure depth) {
  public Market {
    depth = depth.asQuantity();
  }
}
