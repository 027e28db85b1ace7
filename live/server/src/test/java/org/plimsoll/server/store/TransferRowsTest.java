package org.plimsoll.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.protocol.ClockEvent.DueWorkBegan;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.Event.CommandSequenced;
import org.plimsoll.protocol.LendingEvent.InterestCapped;
import org.plimsoll.protocol.LeveragedTokenEvent.ManagementFeeCapped;
import org.plimsoll.protocol.PriceEvent.FundingDeferred;
import org.plimsoll.protocol.PriceEvent.SettlementDeferred;
import org.plimsoll.protocol.TokenEvent.FeeCapped;
import org.plimsoll.server.exchange.Happening;

class TransferRowsTest {
  @Test
  void whatDidNotFitABoundIsKeptAsWhatIsMissing() {
    assertThat(
            rows(
                new InterestCapped(1, 2, 100, 60),
                new FeeCapped(1, 0, 50, 20),
                new FeeCapped(1, 0, -50, 20),
                new FundingDeferred(3, 1, -7),
                new SettlementDeferred(3, 1, 9),
                new ManagementFeeCapped(4, 10, 1)))
        .extracting(Row::values)
        .containsExactly(
            Arrays.asList(1L, 40L, "INTEREST", 1, 2, null, 40L),
            Arrays.asList(2L, 40L, "FEE", 1, 0, null, 30L),
            Arrays.asList(3L, 40L, "FEE", 1, 0, null, -30L),
            Arrays.asList(4L, 40L, "FUNDING", 1, 0, 3, -7L),
            Arrays.asList(5L, 40L, "SETTLEMENT", 1, 0, 3, 9L),
            Arrays.asList(6L, 40L, "MANAGEMENT_FEE", null, 4, null, 9L));
  }

  private static List<Row> rows(Event... capped) {
    List<Event> events = new ArrayList<>();
    events.add(new CommandSequenced(1, 0, 1));
    events.add(new DueWorkBegan(DueWork.LENDING, 2, 40));
    events.addAll(List.of(capped));
    return new Projections().rows(new Happening(1, events), 55, true);
  }
}
