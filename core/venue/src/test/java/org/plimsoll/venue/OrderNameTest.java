package org.plimsoll.venue;

import static org.plimsoll.venue.Bench.DOLLAR;
import static org.plimsoll.venue.Bench.USD;

import org.junit.jupiter.api.Test;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// What an order may be called, and what it may not promise.
class OrderNameTest {
  private final Bench bench = Bench.listed(3);

  @Test
  void duplicateClientOrderId() {
    RefusalReason reason = RefusalReason.DUPLICATE_CLIENT_ORDER_ID;
    bench.deposit(1, USD, 1_000 * DOLLAR);
    bench.deposit(2, USD, 1_000 * DOLLAR);
    bench.applied(Bench.named(1, 0, 7));
    bench.refused(Bench.named(1, 0, 7), reason, 0, 7);
    bench.refused(Bench.named(1, 1, 7), reason, 0, 7);
    bench.refused(new OrderCommand.PlaceMarketOrder(1, 1, Side.BUY, 1, 7, false), reason, 0, 7);
    bench.applied(Bench.named(1, 1, -7));
    bench.applied(Bench.named(2, 0, 7));
    bench.applied(new OrderCommand.CancelOrder(1, 0, 1));
    bench.applied(Bench.named(1, 1, 7));
  }

  @Test
  void spotCannotReduce() {
    RefusalReason reason = RefusalReason.SPOT_CANNOT_REDUCE;
    TimeInForce gtc = TimeInForce.GOOD_TILL_CANCELED;
    bench.refused(
        new OrderCommand.PlaceLimitOrder(1, 0, Side.SELL, 1, 1, gtc, 0, true), reason, 0, 1);
    bench.refused(new OrderCommand.PlaceMarketOrder(1, 0, Side.SELL, 1, 0, true), reason, 0, 1);
  }
}
