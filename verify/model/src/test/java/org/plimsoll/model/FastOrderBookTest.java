package org.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.plimsoll.matching.ClearedOrder;
import org.plimsoll.matching.Gatekeeper;
import org.plimsoll.matching.OrderBook;
import org.plimsoll.matching.OrderBookListener;
import org.plimsoll.matching.Sweep;
import org.plimsoll.units.Side;
import org.plimsoll.units.StateHash;

class FastOrderBookTest extends OrderBookContract {
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
        assertThat(fast.sweep(account, side, limit, lots))
            .isEqualTo(naive.sweep(account, side, limit, lots));
        assertThat(fast.enter(order, account, side, limit, lots))
            .as("seed %s, order %s", seed, order)
            .isEqualTo(naive.enter(order, account, side, limit, lots));
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
    fast.enter(7, 3, Side.BUY, OptionalLong.of(5), 1);
    assertThat(fast.book.ownerOf(7)).isEqualTo(3);
    assertThat(fast.book.ownerOf(8)).isEqualTo(-1);
    fast.remove(7);
    assertThat(fast.book.ownerOf(7)).isEqualTo(-1);
  }

  @Test
  void shouldSayWhenAMakerIsFilled() {
    Fast fast = new Fast();
    fast.enter(1, 1, Side.SELL, OptionalLong.of(5), 2);
    fast.enter(2, 2, Side.BUY, OptionalLong.of(5), 1);
    assertThat(fast.filled).isEmpty();
    fast.enter(3, 2, Side.BUY, OptionalLong.of(5), 1);
    assertThat(fast.filled).containsExactly(1L);
  }

  @Test
  void shouldStopCountingACostThatDoesNotFit() {
    Fast fast = new Fast();
    fast.enter(1, 1, Side.SELL, OptionalLong.of(1L << 62), 2);
    fast.enter(2, 1, Side.SELL, OptionalLong.of(1L << 62), 5);
    assertThat(fast.sweep(2, Side.BUY, OptionalLong.empty(), 1))
        .isEqualTo("1 lots for " + (1L << 62));
    assertThat(fast.sweep(2, Side.BUY, OptionalLong.empty(), 6))
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
    fast.enter(1, first, Side.BUY, OptionalLong.of(5), 2);
    fast.enter(2, second, Side.BUY, OptionalLong.of(5), 2);
    return fast.hash();
  }

  /// The fast order book behind a gatekeeper that lets everything through.
  private static final class Fast extends Gatekeeper
      implements OrderBookUnderTest, OrderBookListener {
    private final OrderBook book = new OrderBook(this);
    private final List<String> lines = new ArrayList<>();
    private final List<Long> filled = new ArrayList<>();

    @Override
    public List<String> enter(
        long order, int account, Side side, OptionalLong limitTicks, long lots) {
      lines.clear();
      ClearedOrder cleared =
          limitTicks.isPresent()
              ? clearLimit(order, account, side, limitTicks.getAsLong(), lots)
              : clearMarket(order, account, side, lots);
      book.enter(cleared);
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
    public String sweep(int account, Side side, OptionalLong limitTicks, long lots) {
      Sweep sweep = book.sweep(side, account, limitTicks.orElse(worstTicks(side)), lots);
      return sweep.filledLots() + " lots for " + sweep.tickLots();
    }

    long hash() {
      StateHash hash = new StateHash();
      book.hashInto(hash);
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
      lines.add(Lines.exhausted(order, leavesLots));
    }

    @Override
    public void onSelfTrade(long order, int account, long leavesLots) {
      lines.add(Lines.stopped(order, leavesLots));
    }

    @Override
    public void onRemoved(long order, int account, Side side, long priceTicks, long leavesLots) {
      lines.add("removed " + Lines.resting(order, account, side, priceTicks, leavesLots));
    }
  }
}
