package org.plimsoll.server.ftx;

import java.math.BigDecimal;
import java.util.Optional;
import org.plimsoll.protocol.Event.CommandRefused;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.protocol.OrderCommand.PlaceLimitOrder;
import org.plimsoll.protocol.OrderCommand.PlaceMarketOrder;
import org.plimsoll.server.ftx.Catalog.Traded;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// What an order asks for, in the units of its market.
///
/// @param ticks 0 for a market order
/// @param mayBeRepriced whether a limit beyond the price band may be moved to it
record OrderTerms(
    int market,
    Side side,
    long ticks,
    long lots,
    TimeInForce timeInForce,
    boolean isReduceOnly,
    boolean mayBeRepriced) {
  /// How an order trades, as clients write it.
  enum Type {
    LIMIT,
    MARKET
  }

  /// Reads what a client asks for.
  ///
  /// @param minimumLots the smallest order that the market takes
  static OrderTerms of(Parameters parameters, Traded market, long minimumLots) {
    Type type = parameters.choice("type", Type.class).orElseThrow(() -> FtxError.missing("type"));
    boolean isPostOnly = parameters.flag("postOnly");
    boolean isAtOnce = parameters.flag("ioc");
    if (isPostOnly && (isAtOnce || type == Type.MARKET)) {
      throw FtxError.invalid("postOnly");
    }
    long lots = lots(parameters.requiredDecimal("size"), market.grid());
    if (lots < minimumLots) {
      throw new FtxError(400, isPostOnly ? "Size too small for provide" : "Size too small");
    }
    return new OrderTerms(
        market.market(),
        side(parameters),
        type == Type.MARKET ? 0 : ticks(parameters.requiredDecimal("price"), market.grid()),
        lots,
        isPostOnly ? TimeInForce.POST_ONLY : timeInForce(isAtOnce),
        parameters.flag("reduceOnly"),
        !parameters.flag("rejectOnPriceBand"));
  }

  private static TimeInForce timeInForce(boolean isAtOnce) {
    return isAtOnce ? TimeInForce.IMMEDIATE_OR_CANCEL : TimeInForce.GOOD_TILL_CANCELED;
  }

  static Side side(Parameters parameters) {
    return parameters.choice("side", Side.class).orElseThrow(() -> FtxError.missing("side"));
  }

  /// Returns a price in ticks; one that lies between two is refused.
  static long ticks(BigDecimal price, Grid grid) {
    long ticks = grid.ticks(price).orElse(0);
    if (ticks <= 0) {
      throw new FtxError(400, "Invalid price");
    }
    return ticks;
  }

  /// Returns a size in lots; one that lies between two is refused.
  static long lots(BigDecimal size, Grid grid) {
    if (size.compareTo(grid.lot()) < 0) {
      throw new FtxError(400, "Size too small");
    }
    return grid.lots(size).orElseThrow(() -> FtxError.invalid("size"));
  }

  /// Returns the command that places it.
  OrderCommand command(int account, long clientOrder) {
    return ticks == 0
        ? new PlaceMarketOrder(account, market, side, lots, clientOrder, isReduceOnly)
        : new PlaceLimitOrder(
            account, market, side, ticks, lots, timeInForce, clientOrder, isReduceOnly);
  }

  /// Returns what is sent in its place where a rule refused it and says how far it may go; nothing
  /// where there is no such thing.
  Optional<OrderTerms> cut(CommandRefused why) {
    return switch (why.reason()) {
      case PRICE_OUTSIDE_BAND, PREMIUM_OUTSIDE_BAND ->
          Optional.of(why.required()).filter(this::gainsAt).map(this::at);
      case WOULD_NOT_REDUCE ->
          Optional.of(why.available()).filter(most -> isReduceOnly && most > 0).map(this::of);
      default -> Optional.empty();
    };
  }

  private boolean gainsAt(long otherTicks) {
    boolean isBetter = side == Side.BUY ? otherTicks < ticks : otherTicks > ticks;
    return mayBeRepriced && otherTicks > 0 && isBetter;
  }

  private OrderTerms at(long otherTicks) {
    return new OrderTerms(market, side, otherTicks, lots, timeInForce, isReduceOnly, mayBeRepriced);
  }

  private OrderTerms of(long otherLots) {
    return new OrderTerms(market, side, ticks, otherLots, timeInForce, isReduceOnly, mayBeRepriced);
  }
}
