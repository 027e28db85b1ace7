package org.plimsoll.bench.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plimsoll.protocol.ClockCommand.AdvanceTime;
import org.plimsoll.protocol.ClockCommand.PublishIndexPrice;
import org.plimsoll.protocol.CommandDispatcher;
import org.plimsoll.protocol.CommandEncoder;
import org.plimsoll.protocol.DecodeResult;
import org.plimsoll.protocol.DeskCommand;
import org.plimsoll.protocol.EventEncoder;
import org.plimsoll.units.Exact;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// What a command allocates, from its bytes to the bytes of its events: nothing for those of a
/// trading day, as a mean over a million after some to warm up. Twenty assets are collateral, every
/// account has eighteen of them and borrows what it pays in the others, and commands go to two
/// perpetuals and two spot markets in turn.
class AllocationTest {
  private static final int ACCOUNTS = 1_000;
  private static final int MARKETS = 4;
  private static final int BATCH = 10_000;
  private static final int WARM_UP = 200_000;
  private static final int COUNTED = 1_000_000;
  private static final long[] MARK_TICKS = {100_000, 100_000, 17_424, 17_424};

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final CommandDispatcher dispatcher = new CommandDispatcher();
  private final CommandEncoder encoder = new CommandEncoder();
  private final EventEncoder events = new EventEncoder();
  private final int[] offsets = new int[BATCH + 1];
  private final byte[] bytes = new byte[BATCH * 128];
  private VenueFloor floor;
  private long sequence = VenueFloor.SEQUENCES;
  private long lastOrder = ACCOUNTS;

  @BeforeEach
  void openVenue() {
    floor = VenueFloor.open(ACCOUNTS, 0, 0, events);
  }

  @Test
  void shouldAllocateNothingForOrdersThatRestAreAmendedAndCanceled() {
    long[] allocated = new long[3];
    for (int done = 0; done < WARM_UP + COUNTED; done += BATCH) {
      allocated[0] += deliver(done, this::place);
      long first = lastOrder - BATCH + 1;
      allocated[1] += deliver(done, i -> amend(i, first + i));
      long second = lastOrder - BATCH + 1;
      allocated[2] += deliver(done, i -> cancel(i, second + i));
    }
    assertThat(lastOrder).isEqualTo(ACCOUNTS + 2L * (WARM_UP + COUNTED));
    assertThat(allocated).containsExactly(0L, 0L, 0L);
    assertThat(floor.venue().view().openOrderCount(0)).isZero();
  }

  @Test
  void shouldAllocateNothingForTrades() {
    long allocated = 0;
    for (int done = 0; done < WARM_UP + COUNTED; done += BATCH) {
      boolean isOdd = (done / BATCH & 1) != 0; // so that nobody's position grows for ever
      Side side = isOdd ? Side.BUY : Side.SELL;
      deliver(done, i -> enter(i, i % ACCOUNTS, side, TimeInForce.GOOD_TILL_CANCELED));
      allocated +=
          deliver(
              done, i -> enter(i, (i + 1) % ACCOUNTS, side.opposite(), TimeInForce.FILL_OR_KILL));
    }
    assertThat(allocated).isZero();
    assertThat(floor.venue().view().openOrderCount(0)).isZero();
    ZeroSums.require(floor.venue().view());
  }

  /// Every other command states a price that becomes the mark with the next one.
  @Test
  void shouldAllocateLittleForAMovedClock() {
    long start = 1_600_000_001L * Exact.ONE_E9;
    assertThat(
            perCommand(i ->
                i % 2 == 0
                    ? new PublishIndexPrice(1, 1_000L * Exact.ONE_E9 + i % 4 * 10_000_000L)
                    : new AdvanceTime(start + i * 1_000L, i)))
        .isLessThan(1_024);
  }

  private void place(int i) {
    int market = i % MARKETS;
    encoder.onPlaceLimitOrder(
        i % ACCOUNTS,
        market,
        Side.BUY,
        MARK_TICKS[market] - 100 - i % 50,
        2 + i % 10,
        TimeInForce.GOOD_TILL_CANCELED,
        0,
        false);
    lastOrder++;
  }

  private void amend(int i, long order) {
    int market = i % MARKETS;
    long ticks = MARK_TICKS[market] - 200 - i % 70;
    encoder.onAmendOrder(i % ACCOUNTS, market, order, ticks, 1 + i % 7, 0);
    lastOrder++;
  }

  private void cancel(int i, long order) {
    encoder.onCancelOrder(i % ACCOUNTS, i % MARKETS, order);
  }

  private void enter(int i, int account, Side side, TimeInForce timeInForce) {
    int market = i % MARKETS;
    encoder.onPlaceLimitOrder(account, market, side, MARK_TICKS[market], 5, timeInForce, 0, false);
    lastOrder++;
  }

  /// Delivers a batch of commands and returns what that allocated, or 0 while warming up.
  private long deliver(int done, IntConsumer encode) {
    int length = 0;
    for (int i = 0; i < BATCH; i++) {
      encoder.begin(i % ACCOUNTS, ++sequence);
      encode.accept(i);
      System.arraycopy(encoder.bytes(), 0, bytes, length, encoder.length());
      length += encoder.length();
      offsets[i + 1] = length;
    }
    events.clear();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < BATCH; i++) {
      dispatch(offsets[i], offsets[i + 1] - offsets[i]);
    }
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    return done < WARM_UP ? 0 : allocated;
  }

  private void dispatch(int offset, int length) {
    DecodeResult result = dispatcher.dispatch(bytes, offset, length, floor.venue());
    if (result != DecodeResult.OK) {
      throw new IllegalStateException(result.toString());
    }
  }

  private long perCommand(IntFunction<DeskCommand> command) {
    int counted = 10 * BATCH;
    long allocated = 0;
    for (int done = 0; done < 2 * counted; done += BATCH) {
      int first = done;
      long taken = deliver(WARM_UP, i -> encoder.onDesk(command.apply(first + i)));
      allocated += done < counted ? 0 : taken;
    }
    return allocated / counted;
  }
}
