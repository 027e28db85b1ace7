package org.plimsoll.server.ftx;

import java.math.BigDecimal;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.server.store.Kept;

/// The terms of a quote as whom it was offered to sees them. Where the unit of account is one of
/// the two, the price is in it.
///
/// @param base whose price it is
/// @param quote what the price is in
/// @param isBuy whether the base is what he gets
/// @param paid what he pays
/// @param got what he gets
record Conversion(String base, String quote, boolean isBuy, BigDecimal paid, BigDecimal got) {
  static Conversion of(Kept.Quote row, DefineAsset from, DefineAsset to) {
    boolean isBuy = from.asset() == 0;
    return new Conversion(
        isBuy ? to.code() : from.code(),
        isBuy ? from.code() : to.code(),
        isBuy,
        Numbers.scaled(row.fromAmount(), from.decimals()),
        Numbers.scaled(row.toAmount(), to.decimals()));
  }

  String side() {
    return isBuy ? "buy" : "sell";
  }

  /// Returns how much of the base changes hands.
  BigDecimal size() {
    return isBuy ? got : paid;
  }

  BigDecimal price() {
    return isBuy ? Numbers.quotient(paid, got) : Numbers.quotient(got, paid);
  }
}
