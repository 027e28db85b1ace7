package org.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.plimsoll.protocol.CashCommand;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.protocol.Request;
import org.plimsoll.units.Side;

class ShrinkTest {
  @Test
  void shouldKeepOnlyTheCommandsThatMatterAndTheSmallestNumbers() {
    List<Request> history = new ArrayList<>(noise(400));
    history.set(31, request(new CashCommand.DepositAsset(3, 2, 123_456, 1)));
    history.set(302, request(new OrderCommand.PlaceLimitOrder(5, 1, Side.SELL, 777, 99)));
    Shrink shrink = new Shrink(ShrinkTest::hasALargeDepositBeforeASale);
    assertThat(HistoryText.write(shrink.shrink(history)))
        .isEqualTo(
            """
            0 0 DepositAsset 0 0 1001 0
            0 0 PlaceLimitOrder 0 0 SELL 0 0 GOOD_TILL_CANCELED 0 false
            """);
  }

  @Test
  void shouldReturnNothingThatPasses() {
    List<Request> history = noise(50);
    AtomicInteger asked = new AtomicInteger();
    Shrink shrink =
        new Shrink(candidate -> {
          asked.incrementAndGet();
          return candidate.size() >= 7;
        });
    assertThat(shrink.shrink(history)).hasSize(7);
    assertThat(asked).hasPositiveValue();
  }

  @Test
  void shouldLeaveAloneWhatCannotBeSmaller() {
    List<Request> history = noise(3);
    assertThat(new Shrink(history::equals).shrink(history)).isEqualTo(history);
  }

  @Test
  void shouldShrinkToNothingWhatFailsWithoutAnyCommand() {
    assertThat(new Shrink(candidate -> true).shrink(noise(20))).isEmpty();
  }

  private static boolean hasALargeDepositBeforeASale(List<Request> history) {
    boolean deposited = false;
    for (Request request : history) {
      deposited |= request.command() instanceof CashCommand.DepositAsset c && c.amount() > 1_000;
      if (deposited
          && request.command() instanceof OrderCommand.PlaceLimitOrder c
          && c.side() == Side.SELL) {
        return true;
      }
    }
    return false;
  }

  private static List<Request> noise(int count) {
    List<Request> history = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      history.add(request(new ClockCommand.AdvanceTime(i, -i)));
    }
    return history;
  }

  private static Request request(Command command) {
    return new Request(2, 9, command);
  }
}
