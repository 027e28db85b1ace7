package org.plimsoll.bench.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.EventRecorder;
import org.plimsoll.protocol.OrderEvent.TradeExecuted;
import org.plimsoll.protocol.Request;
import org.plimsoll.units.Side;
import org.plimsoll.venue.Limits;
import org.plimsoll.venue.Venue;

class PairedOrdersTest {
  private final PairedOrders orders = PairedOrders.of(20);
  private final PairedOrders.Witness witness = orders.new Witness();
  private final Venue venue = new Venue(Limits.DEFAULT, new EventRecorder(this::see));
  private long filledLots;

  private void see(Event event) {
    witness.see(event);
    if (event instanceof TradeExecuted trade) {
      filledLots += trade.quantityLots();
    }
  }

  private void deliver(List<Command> commands) {
    long sequence = 0;
    for (Command command : commands) {
      new Request(1, ++sequence, command).deliverTo(venue);
    }
  }

  @Test
  void shouldTradeExactlyWhatIsExpected() {
    deliver(orders.commands());
    assertThatCode(witness::requireAll).doesNotThrowAnyException();
    long expected = 0;
    for (int i = 0; i < orders.commands().size(); i++) {
      expected += orders.filledLots(i);
    }
    assertThat(filledLots).isEqualTo(expected).isEqualTo(10);
    assertThatCode(() -> ZeroSums.require(venue.view())).doesNotThrowAnyException();
  }

  @Test
  void shouldMissATradeThatWasNotMade() {
    deliver(orders.commands().subList(0, orders.commands().size() - 1));
    assertThatThrownBy(witness::requireAll).hasMessage("9 trades of 10 pairs");
  }

  @Test
  void shouldTellATradeAtAnotherPrice() {
    TradeExecuted other = new TradeExecuted(0, 1, 2, 0, 1, Side.BUY, 10_001, 1);
    assertThatThrownBy(() -> witness.see(other)).hasMessageContaining("trade 0 is");
  }
}
