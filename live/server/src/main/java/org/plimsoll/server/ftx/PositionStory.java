package org.plimsoll.server.ftx;

import java.math.BigDecimal;
import java.math.MathContext;

/// How a position came to be since it was last zero, in whole units of account.
///
/// @param lots signed
/// @param boughtLots all that was bought since the position was zero
/// @param bought what that cost
/// @param sold what sales brought
/// @param openCost what opened what is still there, at the average price at which it was opened
/// @param realized what settlement and funding have paid, over all time
record PositionStory(
    long lots,
    long boughtLots,
    long soldLots,
    BigDecimal bought,
    BigDecimal sold,
    BigDecimal openCost,
    BigDecimal realized) {
  static final PositionStory NONE = closed(BigDecimal.ZERO);

  private static PositionStory closed(BigDecimal realized) {
    BigDecimal none = BigDecimal.ZERO;
    return new PositionStory(0, 0, 0, none, none, none, realized);
  }

  /// Returns what it is after a trade.
  ///
  /// @param more negative for a sale
  /// @param cost of the same sign
  PositionStory with(long more, BigDecimal cost) {
    boolean isTurned = lots != 0 && (lots > 0) != (lots + more > 0) && lots + more != 0;
    if (isTurned) {
      BigDecimal closing = part(cost, -lots, more);
      return with(-lots, closing).with(more + lots, cost.subtract(closing));
    }
    if (more == 0) {
      return this;
    }
    boolean isOpening = lots == 0 || (lots > 0) == (more > 0);
    BigDecimal open =
        isOpening ? openCost.add(cost.abs()) : openCost.subtract(part(openCost, -more, lots));
    boolean isPurchase = more > 0;
    return lots + more == 0
        ? closed(realized)
        : new PositionStory(
            lots + more,
            boughtLots + Math.max(0, more),
            soldLots + Math.max(0, -more),
            isPurchase ? bought.add(cost) : bought,
            isPurchase ? sold : sold.subtract(cost),
            open,
            realized);
  }

  /// Returns what it is after a payment.
  PositionStory paid(BigDecimal amount) {
    return new PositionStory(
        lots, boughtLots, soldLots, bought, sold, openCost, realized.add(amount));
  }

  /// Returns what has been spent on it and not come back, over all trades since it was zero.
  BigDecimal spent() {
    return bought.subtract(sold);
  }

  private static BigDecimal part(BigDecimal amount, long part, long whole) {
    return amount
        .multiply(BigDecimal.valueOf(part))
        .divide(BigDecimal.valueOf(whole), MathContext.DECIMAL128);
  }
}
