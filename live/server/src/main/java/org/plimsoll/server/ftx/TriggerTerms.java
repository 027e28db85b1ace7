package org.plimsoll.server.ftx;

import java.math.BigDecimal;
import java.util.Optional;
import org.plimsoll.protocol.TradingCommand.PlaceTrigger;
import org.plimsoll.protocol.TriggerKind;
import org.plimsoll.server.ftx.Catalog.Traded;
import org.plimsoll.units.Side;

/// Reads what a client asks of an order that waits for the mark.
final class TriggerTerms {
  private TriggerTerms() {}

  static PlaceTrigger of(int account, Traded market, Parameters parameters) {
    Side side = OrderTerms.side(parameters);
    TriggerKind kind = kind(parameters).orElse(TriggerKind.STOP);
    Grid grid = market.grid();
    long triggerTicks =
        kind == TriggerKind.TRAILING_STOP
            ? distance(parameters.requiredDecimal("trailValue"), side, grid)
            : OrderTerms.ticks(parameters.requiredDecimal("triggerPrice"), grid);
    return new PlaceTrigger(
        account,
        market.market(),
        kind,
        side,
        triggerTicks,
        limit(parameters, grid).orElse(0L),
        OrderTerms.lots(parameters.requiredDecimal("size"), grid),
        parameters.flag("reduceOnly"));
  }

  /// Returns a waiting order with what a client has changed of it.
  static PlaceTrigger changed(PlaceTrigger old, Parameters parameters, Grid grid) {
    boolean trails = old.kind() == TriggerKind.TRAILING_STOP;
    Optional<Long> triggerTicks =
        trails
            ? parameters.decimal("trailValue").map(value -> distance(value, old.side(), grid))
            : parameters.decimal("triggerPrice").map(price -> OrderTerms.ticks(price, grid));
    return new PlaceTrigger(
        old.account(),
        old.market(),
        old.kind(),
        old.side(),
        triggerTicks.orElse(old.triggerTicks()),
        limit(parameters, grid).orElse(old.limitTicks()),
        parameters
            .decimal("size")
            .map(size -> OrderTerms.lots(size, grid))
            .orElse(old.quantityLots()),
        old.isReduceOnly());
  }

  private static Optional<Long> limit(Parameters parameters, Grid grid) {
    return parameters.decimal("orderPrice").map(price -> OrderTerms.ticks(price, grid));
  }

  /// Returns the kind by either of the spellings that clients have for it.
  static Optional<TriggerKind> kind(Parameters parameters) {
    return parameters
        .text("type")
        .map(type ->
            switch (type) {
              case "stop" -> TriggerKind.STOP;
              case "trailingStop", "trailing_stop" -> TriggerKind.TRAILING_STOP;
              case "takeProfit", "take_profit" -> TriggerKind.TAKE_PROFIT;
              default -> throw FtxError.invalid("type");
            });
  }

  /// Returns how far behind the mark a stop follows: a sale below it, a purchase above it.
  private static long distance(BigDecimal trailValue, Side side, Grid grid) {
    boolean isRightSide = trailValue.signum() == (side == Side.SELL ? -1 : 1);
    long ticks = grid.ticks(trailValue.abs()).orElse(0);
    if (!isRightSide || ticks == 0) {
      throw FtxError.invalid("trailValue");
    }
    return ticks;
  }
}
