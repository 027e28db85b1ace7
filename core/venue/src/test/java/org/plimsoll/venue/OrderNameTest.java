package org.plimsoll.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.venue.Bench.DOLLAR;
import static org.plimsoll.venue.Bench.USD;

import org.junit.jupiter.api.Test;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.protocol.OrderText;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.TradingCommand.NoteClientOrder;
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
  void notingATextChangesNothingElse() {
    OrderText text = new OrderText("my order, no. 1");
    NoteClientOrder note = new NoteClientOrder(1, 7, text);
    assertThat(bench.applied(note)).containsExactly(new Event.CommandApplied(note));
    Bench other = Bench.listed(3);
    NoteClientOrder another = new NoteClientOrder(2, -7, new OrderText("x"));
    assertThat(other.applied(another)).containsExactly(new Event.CommandApplied(another));
    assertThat(bench.view().stateHash()).isEqualTo(other.view().stateHash());
    bench.refused(new NoteClientOrder(3, 7, text), RefusalReason.UNKNOWN_ACCOUNT, 3, 3);
    bench.refused(new NoteClientOrder(-1, 7, text), RefusalReason.UNKNOWN_ACCOUNT, 3, -1);
    bench.refused(new NoteClientOrder(1, 0, text), RefusalReason.PARAMETER_OUT_OF_RANGE, 1, 0);
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
