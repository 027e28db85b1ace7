package org.plimsoll.bench.agents;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class TradingDayTest {
  private static final int HOUR = 3_600;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void shouldEndInTheSameStateFromTheSameSeed() {
    assertThat(day(1).economy().hash())
        .isEqualTo(day(1).economy().hash())
        .isNotEqualTo(day(2).economy().hash());
  }

  @Test
  void shouldTradeAndLeaveNothingUnexplained() {
    TradingDay day = day(1);

    assertThat(day.trades()).isGreaterThan(1_000);
    day.economy().reconciliation().checkAll();
    day.economy().wealth().check();
  }

  /// What is left is a handful of records at each tick of the clock.
  @Test
  void shouldAllocateNothingForOrdersOnceEverybodyHasMet() {
    TradingDay day = new TradingDay(1, 20);
    day.run(20 * HOUR);
    long messages = day.messages();
    long before = threads.getCurrentThreadAllocatedBytes();
    day.run(5 * HOUR);
    double bytes = threads.getCurrentThreadAllocatedBytes() - before;

    int ticks = 5 * HOUR / 10;
    assertThat(day.messages() - messages).isGreaterThan(100_000);
    assertThat(bytes / ticks).isLessThan(1_000);
  }

  private static TradingDay day(long seed) {
    TradingDay day = new TradingDay(seed, 50);
    day.run(HOUR);
    return day;
  }
}
