package org.plimsoll.ecosystem.world;

/// Something that can be owned or owed.
///
/// @param code what people call it, such as `USD` or `venture-stakes`
/// @param decimals decimals of the smallest unit, 0 to 9
public record Instrument(String code, int decimals, Kind kind) {
  /// What sort of thing it is.
  public enum Kind {
    /// Money or a coin: nobody but the outside world has less than none.
    HELD,
    /// A debt at par: what lenders have of it, borrowers have less than none of.
    OWED,
    /// A stake that has no market, carried at the price of its last round.
    STAKE
  }

  private static final long[] POWERS = {
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
  };

  /// Returns a number of whole ones, rounded towards none, as a count of the smallest unit.
  public long amount(double whole) {
    return (long) (whole * POWERS[decimals]);
  }

  /// Returns how many whole ones a count of the smallest unit is, for a decision.
  public double whole(long amount) {
    return (double) amount / POWERS[decimals];
  }
}
