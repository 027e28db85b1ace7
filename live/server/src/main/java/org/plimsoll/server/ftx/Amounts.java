package org.plimsoll.server.ftx;

import java.math.BigDecimal;
import org.plimsoll.protocol.ListingCommand.DefineAsset;

/// Amounts of coins as clients write them.
final class Amounts {
  private Amounts() {}

  /// Returns a size in the smallest unit of a coin.
  ///
  /// @throws FtxError if it is not positive, or finer than that unit
  static long of(BigDecimal size, DefineAsset coin) {
    if (size.signum() <= 0) {
      throw new FtxError(400, "Size too small");
    }
    return ofZeroOrMore(size, coin);
  }

  /// Returns a size that may be 0.
  static long ofZeroOrMore(BigDecimal size, DefineAsset coin) {
    long amount =
        Numbers.steps(size, BigDecimal.valueOf(1, coin.decimals()))
            .orElseThrow(() -> FtxError.invalid("size"));
    if (amount < 0) {
      throw FtxError.invalid("size");
    }
    return amount;
  }
}
