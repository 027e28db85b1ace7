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
}
