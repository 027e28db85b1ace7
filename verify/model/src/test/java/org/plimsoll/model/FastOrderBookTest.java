package org.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plimsoll.matching.Gatekeeper;
import org.plimsoll.matching.OrderBook;
import org.plimsoll.matching.OrderBookListener;
import org.plimsoll.matching.RestingOrders;
import org.plimsoll.matching.Sweep;
import org.plimsoll.units.Side;
import org.plimsoll.units.StateHash;
import org.plimsoll.units.TimeInForce;

class FastOrderBookTest extends OrderBookContract {
  private static final TimeInForce GTC = TimeInForce.GOOD_TILL_CANCELED;

  @Override
  OrderBookUnderTest create() {
    return new Fast();
  }

  @Test
  void shouldDoWhatTheNaiveOrderBookDoesOverLongHistories() {
    for (int seed = 0; seed < 60; seed++) {
      SplittableRandom random = new Seeds(seed).stream("orders");
      Fast fast = new Fast();
      NaiveOrderBookTest.Naive naive = new NaiveOrderBookTest.Naive();
      int width = 1 + random.nextInt(30);
      for (long order = 1; order <= 600; order++) {
        int account = 1 + random.nextInt(4);
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        long lots = 1L + random.nextInt(20);
        OptionalLong limit =
            random.nextInt(10) == 0
                ? OptionalLong.empty()
                : OptionalLong.of(100 + random.nextInt(width));
        TimeInForce lives =
            limit.isEmpty()
                ? TimeInForce.IMMEDIATE_OR_CANCEL
                : TimeInForce.values()[random.nextInt(10) % TimeInForce.values().length];
        assertThat(fast.sweep(account, side, limit, lots, lives))
            .isEqualTo(naive.sweep(account, side, limit, lots, lives));
        assertThat(fast.enter(order, account, side, limit, lots, lives))
            .as("seed %s, order %s", seed, order)
            .isEqualTo(naive.enter(order, account, side, limit, lots, lives));
        long gone = random.nextLong(order + 2);
        assertThat(fast.remove(gone)).isEqualTo(naive.remove(gone));
      }
      assertThat(fast.orders()).isEqualTo(naive.orders());
      assertThat(fast.book.orderCount()).isEqualTo(naive.orders().size());
    }
  }

  @Test
  void shouldKnowTheOwnerOfARestingOrder() {
    Fast fast = new Fast();
    fast.enter(7, 3, Side.BUY, OptionalLong.of(5), 1, GTC);
    assertThat(fast.book.ownerOf(7)).isEqualTo(3);
    assertThat(fast.book.ownerOf(8)).isEqualTo(-1);
    fast.remove(7);
    assertThat(fast.book.ownerOf(7)).isEqualTo(-1);
  }

  @Test
  void shouldListTheOrdersOfAnAccountFromTheOldestAndFindThemByName() {
    Fast fast = new Fast();
    for (long order = 1; order <= 300; order++) {
      fast.enter(order, (int) (order % 50), Side.BUY, OptionalLong.of(1 + order % 9), 1, GTC);
    }
    assertThat(fast.ordersOf(4)).containsExactly(4L, 54L, 104L, 154L, 204L, 254L);
    assertThat(fast.named(4, 54)).isEqualTo(54);
    fast.remove(54);
    fast.remove(4);
    fast.remove(254);
    assertThat(fast.ordersOf(4)).containsExactly(104L, 154L, 204L);
    assertThat(fast.named(4, 54)).isEqualTo(-1);
    assertThat(fast.named(4, 204)).isEqualTo(204);
    assertThat(fast.named(5, 204)).isEqualTo(-1);
    assertThat(fast.named(4, 104)).as("it has no name").isEqualTo(-1);
    assertThat(fast.ordersOf(99)).isEmpty();
  }

  @Test
  void shouldFindEveryNameHoweverOftenTheyAreUsedAgain() {
    Fast fast = new Fast();
    SplittableRandom random = new SplittableRandom(4);
    SortedMap<Long, Long> expected = new TreeMap<>();
    for (int turn = 0; turn < 20_000; turn++) {
      long order = 3L * (1 + random.nextInt(900));
      if (expected.remove(order) != null) {
        fast.remove(order);
      } else {
        fast.enter(order, 1, Side.SELL, OptionalLong.of(5), 1, GTC);
        expected.put(order, order);
      }
      long any = 3L * (1 + random.nextInt(900));
      assertThat(fast.named(1, any)).isEqualTo(expected.getOrDefault(any, -1L));
    }
  }

  @Test
  void shouldSayWhenAMakerIsFilled() {
    Fast fast = new Fast();
    fast.enter(1, 1, Side.SELL, OptionalLong.of(5), 2, GTC);
    fast.enter(2, 2, Side.BUY, OptionalLong.of(5), 1, GTC);
    assertThat(fast.filled).isEmpty();
    fast.enter(3, 2, Side.BUY, OptionalLong.of(5), 1, GTC);
    assertThat(fast.filled).containsExactly(1L);
  }

  @Test
  void shouldStopCountingACostThatDoesNotFit() {
    Fast fast = new Fast();
    fast.enter(1, 1, Side.SELL, OptionalLong.of(1L << 62), 2, GTC);
    fast.enter(2, 1, Side.SELL, OptionalLong.of(1L << 62), 5, GTC);
    assertThat(fast.sweep(2, Side.BUY, OptionalLong.empty(), 1, GTC))
        .isEqualTo("1 lots for " + (1L << 62));
    assertThat(fast.sweep(2, Side.BUY, OptionalLong.empty(), 6, GTC))
        .isEqualTo("6 lots for " + Long.MAX_VALUE);
  }

  @Test
  void shouldFingerprintWhatRestsAndInWhichOrder() {
    assertThat(hash(1, 2)).isEqualTo(hash(1, 2));
    assertThat(hash(1, 2)).isNotEqualTo(hash(2, 1));
    assertThat(hash(1, 2)).isNotEqualTo(new Fast().hash());
  }

  private static long hash(int first, int second) {
    Fast fast = new Fast();
    fast.enter(1, first, Side.BUY, OptionalLong.of(5), 2, GTC);
    fast.enter(2, second, Side.BUY, OptionalLong.of(5), 2, GTC);
    return fast.hash();
  }

  /// The fast order book behind a gatekeeper that lets everything through.
  private static final class Fast extends Gatekeeper
      implements OrderBookUnderTest, OrderBookListener {
    private final RestingOrders resting = new RestingOrders();
    private final OrderBook book = new OrderBook(7, this, resting);
    private final List<String> lines = new ArrayList<>();
    private final List<Long> filled = new ArrayList<>();

    @Override
    public List<String> enter(
        long order,
        int account,
        Side side,
        OptionalLong limitTicks,
        long lots,
        TimeInForce timeInForce) {
      lines.clear();
      long limit = limitTicks.orElse(worstTicks(side));
      long name = order % 3 == 0 ? order : 0;
      book.enter(clear(order, account, side, limit, lots, timeInForce, name, false));
      return List.copyOf(lines);
    }

    @Override
    public List<String> remove(long order) {
      lines.clear();
      assertThat(book.remove(order)).isEqualTo(!lines.isEmpty());
      return List.copyOf(lines);
    }

    @Override
    public List<String> orders() {
      List<String> resting = new ArrayList<>();
      book.forEach((order, account, side, ticks, lots) ->
          resting.add(Lines.resting(order, account, side, ticks, lots)));
      return resting;
    }

    @Override
    public String sweep(
        int account, Side side, OptionalLong limitTicks, long lots, TimeInForce timeInForce) {
      long limit = limitTicks.orElse(worstTicks(side));
      Sweep sweep = book.sweep(side, account, limit, lots, timeInForce);
      return sweep.filledLots() + " lots for " + sweep.tickLots();
    }

    List<Long> ordersOf(int account) {
      List<Long> found = new ArrayList<>();
      for (int slot = resting.firstOf(account);
          slot != RestingOrders.NONE;
          slot = resting.nextOf(slot)) {
        found.add(resting.order(slot));
      }
      return found;
    }

    /// The order of that name, or -1.
    long named(int account, long name) {
      int slot = resting.slotOf(account, name);
      return slot == RestingOrders.NONE ? -1 : resting.order(slot);
    }

    long hash() {
      StateHash hash = new StateHash();
      book.writeTo(hash);
      return hash.value();
    }

    @Override
    public void onTrade(
        long makerOrder,
        int makerAccount,
        long takerOrder,
        int takerAccount,
        Side takerSide,
        long priceTicks,
        long quantityLots) {
      lines.add(Lines.trade(makerOrder, takerOrder, priceTicks, quantityLots));
    }

    @Override
    public void onFilled(long order, int account) {
      filled.add(order);
    }

    @Override
    public void onRested(long order, int account, Side side, long priceTicks, long leavesLots) {
      lines.add(Lines.rests(order, side, priceTicks, leavesLots));
    }

    @Override
    public void onExhausted(long order, int account, long leavesLots) {
      lines.add(Lines.canceled(order, "BOOK_EXHAUSTED", leavesLots));
    }

    @Override
    public void onSelfTrade(long order, int account, long leavesLots) {
      lines.add(Lines.canceled(order, "SELF_TRADE", leavesLots));
    }

    @Override
    public void onWouldTake(long order, int account, long leavesLots) {
      lines.add(Lines.canceled(order, "POST_ONLY_WOULD_TAKE", leavesLots));
    }

    @Override
    public void onUnfillable(long order, int account, long leavesLots) {
      lines.add(Lines.canceled(order, "NOT_FILLED_AT_ONCE", leavesLots));
    }

    @Override
    public void onRemoved(long order, int account, Side side, long priceTicks, long leavesLots) {
      lines.add("removed " + Lines.resting(order, account, side, priceTicks, leavesLots));
    }
  }
}
