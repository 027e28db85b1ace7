package org.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// What any order book does, whoever wrote it. Prices are ticks, quantities lots; each line tells
/// one thing that happened.
abstract class OrderBookContract {
  private static final int A = 1;
  private static final int B = 2;
  private static final int C = 3;
  private static final TimeInForce GTC = TimeInForce.GOOD_TILL_CANCELED;

  private final OrderBookUnderTest book = create();
  private long orders;

  /// An order book that says what it did.
  interface OrderBookUnderTest {
    List<String> enter(
        long order,
        int account,
        Side side,
        OptionalLong limitTicks,
        long lots,
        TimeInForce timeInForce);

    List<String> remove(long order);

    /// Every resting order, bids then asks, best and oldest first.
    List<String> orders();

    /// Lots and their price in ticks times lots that an order would trade now.
    String sweep(
        int account, Side side, OptionalLong limitTicks, long lots, TimeInForce timeInForce);
  }

  abstract OrderBookUnderTest create();

  @Test
  void shouldKeepAnOrderThatMeetsNobody() {
    assertThat(buy(A, 100, 5)).containsExactly("rests 1 BUY 100 5");
    assertThat(sell(B, 101, 7)).containsExactly("rests 2 SELL 101 7");
    assertThat(book.orders()).containsExactly("1 A BUY 100 5", "2 B SELL 101 7");
  }

  @Test
  void shouldTradeWithTheBestPriceFirst() {
    sell(A, 102, 1);
    sell(A, 100, 1);
    sell(A, 101, 1);
    assertThat(buy(B, 102, 3))
        .containsExactly(
            "trade 2 with 4 at 100 for 1",
            "trade 3 with 4 at 101 for 1",
            "trade 1 with 4 at 102 for 1");
    assertThat(book.orders()).isEmpty();
  }

  @Test
  void shouldTradeWithTheHighestBidFirst() {
    buy(A, 98, 1);
    buy(A, 100, 1);
    buy(A, 99, 1);
    assertThat(sell(B, 99, 3))
        .containsExactly(
            "trade 2 with 4 at 100 for 1", "trade 3 with 4 at 99 for 1", "rests 4 SELL 99 1");
  }

  @Test
  void shouldTradeWithTheOldestFirstAtOnePrice() {
    sell(A, 100, 2);
    sell(B, 100, 2);
    sell(A, 100, 2);
    assertThat(buy(C, 100, 5))
        .containsExactly(
            "trade 1 with 4 at 100 for 2",
            "trade 2 with 4 at 100 for 2",
            "trade 3 with 4 at 100 for 1");
    assertThat(book.orders()).containsExactly("3 A SELL 100 1");
  }

  @Test
  void shouldTradeAtTheMakersPriceNotTheTakers() {
    sell(A, 100, 1);
    assertThat(buy(B, 150, 1)).containsExactly("trade 1 with 2 at 100 for 1");
    buy(A, 90, 1);
    assertThat(sell(B, 10, 1)).containsExactly("trade 3 with 4 at 90 for 1");
  }

  @Test
  void shouldKeepAPartlyFilledMakerInItsPlace() {
    sell(A, 100, 5);
    sell(B, 100, 5);
    buy(C, 100, 2);
    assertThat(book.orders()).containsExactly("1 A SELL 100 3", "2 B SELL 100 5");
    assertThat(buy(C, 100, 4))
        .containsExactly("trade 1 with 4 at 100 for 3", "trade 2 with 4 at 100 for 1");
  }

  @Test
  void shouldLetTheRestOfALimitOrderRestAndCancelThatOfAMarketOrder() {
    sell(A, 100, 2);
    assertThat(buy(B, 100, 5)).containsExactly("trade 1 with 2 at 100 for 2", "rests 2 BUY 100 3");
    assertThat(market(A, Side.SELL, 10))
        .containsExactly("trade 2 with 3 at 100 for 3", "canceled 3 BOOK_EXHAUSTED leaves 7");
    assertThat(market(A, Side.BUY, 1)).containsExactly("canceled 4 BOOK_EXHAUSTED leaves 1");
  }

  @Test
  void shouldNotTradeBeyondTheLimit() {
    sell(A, 101, 1);
    assertThat(buy(B, 100, 1)).containsExactly("rests 2 BUY 100 1");
    assertThat(sell(A, 102, 1)).containsExactly("rests 3 SELL 102 1");
    assertThat(market(B, Side.BUY, 2))
        .containsExactly("trade 1 with 4 at 101 for 1", "trade 3 with 4 at 102 for 1");
  }

  @Test
  void shouldStopBeforeAnOrderOfTheSameAccount() {
    sell(A, 100, 1);
    sell(B, 101, 1);
    sell(A, 102, 1);
    assertThat(buy(B, 102, 3))
        .containsExactly("trade 1 with 4 at 100 for 1", "canceled 4 SELF_TRADE leaves 2");
    assertThat(book.orders()).containsExactly("2 B SELL 101 1", "3 A SELL 102 1");
    assertThat(market(B, Side.BUY, 1)).containsExactly("canceled 5 SELF_TRADE leaves 1");
  }

  @Test
  void shouldNotStopAtOwnOrdersThatItDoesNotReach() {
    sell(A, 100, 1);
    sell(B, 100, 1);
    sell(B, 103, 1);
    assertThat(buy(B, 100, 1)).containsExactly("trade 1 with 4 at 100 for 1");
    assertThat(buy(C, 102, 2)).containsExactly("trade 2 with 5 at 100 for 1", "rests 5 BUY 102 1");
  }

  @Test
  void shouldTakeOrdersOutFromHeadMiddleAndTail() {
    for (int i = 0; i < 5; i++) {
      buy(A, 100, i + 1);
    }
    assertThat(book.remove(3)).containsExactly("removed 3 A BUY 100 3");
    assertThat(book.remove(1)).containsExactly("removed 1 A BUY 100 1");
    assertThat(book.remove(5)).containsExactly("removed 5 A BUY 100 5");
    assertThat(book.orders()).containsExactly("2 A BUY 100 2", "4 A BUY 100 4");
    assertThat(buy(B, 100, 9)).containsExactly("rests 6 BUY 100 9");
    assertThat(sell(C, 100, 7))
        .containsExactly(
            "trade 2 with 7 at 100 for 2",
            "trade 4 with 7 at 100 for 4",
            "trade 6 with 7 at 100 for 1");
  }

  @Test
  void shouldFindNoOrderThatIsGoneOrNeverWas() {
    buy(A, 100, 1);
    sell(B, 100, 1);
    for (long order : new long[] {0, -1, 1, 2, 3, Long.MAX_VALUE, Long.MIN_VALUE}) {
      assertThat(book.remove(order)).isEmpty();
    }
  }

  @Test
  void shouldUseALevelAgainAfterItsLastOrder() {
    for (int round = 0; round < 200; round++) {
      buy(A, 100, 1);
      sell(B, 100, 1);
      buy(A, 99, 1);
      book.remove(orders);
    }
    assertThat(book.orders()).isEmpty();
    buy(A, 100, 1);
    buy(A, 101, 2);
    assertThat(book.orders()).containsExactly("602 A BUY 101 2", "601 A BUY 100 1");
  }

  @Test
  void shouldSortManyLevelsOnBothSides() {
    for (int i = 0; i < 100; i++) {
      buy(A, 1 + (i * 37) % 100, 1);
      sell(B, 201 + (i * 37) % 100, 1);
    }
    assertThat(book.orders()).hasSize(200);
    for (int i = 0; i < 100; i++) {
      assertThat(book.orders().get(i)).contains(" BUY " + (100 - i) + " 1");
      assertThat(book.orders().get(100 + i)).contains(" SELL " + (201 + i) + " 1");
    }
  }

  @Test
  void shouldForetellExactlyWhatAnOrderWouldTrade() {
    sell(A, 100, 3);
    sell(B, 101, 4);
    sell(A, 103, 5);
    assertThat(sweep(C, Side.BUY, OptionalLong.empty(), 20, GTC)).isEqualTo("12 lots for 1219");
    assertThat(sweep(C, Side.BUY, OptionalLong.of(101), 20, GTC)).isEqualTo("7 lots for 704");
    assertThat(sweep(C, Side.BUY, OptionalLong.of(99), 20, GTC)).isEqualTo("0 lots for 0");
    assertThat(sweep(C, Side.BUY, OptionalLong.of(103), 5, GTC)).isEqualTo("5 lots for 502");
    assertThat(sweep(B, Side.BUY, OptionalLong.of(103), 20, GTC)).isEqualTo("3 lots for 300");
    assertThat(sweep(C, Side.SELL, OptionalLong.empty(), 20, GTC)).isEqualTo("0 lots for 0");
    assertThat(book.orders()).hasSize(3);
  }

  @Test
  void shouldCancelWhatDoesNotTradeAtOnceOfAnOrderThatDoesNotWait() {
    sell(A, 100, 2);
    sell(A, 102, 2);
    TimeInForce ioc = TimeInForce.IMMEDIATE_OR_CANCEL;
    assertThat(sweep(B, Side.BUY, OptionalLong.of(101), 5, ioc)).isEqualTo("2 lots for 200");
    assertThat(enter(B, Side.BUY, 101, 5, ioc))
        .containsExactly("trade 1 with 3 at 100 for 2", "canceled 3 BOOK_EXHAUSTED leaves 3");
    assertThat(enter(B, Side.BUY, 101, 5, ioc))
        .containsExactly("canceled 4 BOOK_EXHAUSTED leaves 5");
    assertThat(enter(B, Side.BUY, 102, 2, ioc)).containsExactly("trade 2 with 5 at 102 for 2");
  }

  @Test
  void shouldFillAsAWholeAtOnceOrNotAtAll() {
    sell(A, 100, 2);
    sell(A, 102, 2);
    TimeInForce fok = TimeInForce.FILL_OR_KILL;
    assertThat(sweep(B, Side.BUY, OptionalLong.of(102), 5, fok)).isEqualTo("0 lots for 0");
    assertThat(enter(B, Side.BUY, 102, 5, fok))
        .containsExactly("canceled 3 NOT_FILLED_AT_ONCE leaves 5");
    assertThat(enter(B, Side.BUY, 101, 3, fok))
        .containsExactly("canceled 4 NOT_FILLED_AT_ONCE leaves 3");
    assertThat(sweep(B, Side.BUY, OptionalLong.of(102), 4, fok)).isEqualTo("4 lots for 404");
    assertThat(enter(B, Side.BUY, 102, 4, fok))
        .containsExactly("trade 1 with 5 at 100 for 2", "trade 2 with 5 at 102 for 2");
  }

  @Test
  void shouldKillWhatAnOwnOrderWouldStop() {
    sell(A, 100, 2);
    sell(B, 101, 2);
    assertThat(enter(B, Side.BUY, 101, 3, TimeInForce.FILL_OR_KILL))
        .containsExactly("canceled 3 NOT_FILLED_AT_ONCE leaves 3");
    assertThat(enter(B, Side.BUY, 101, 2, TimeInForce.FILL_OR_KILL))
        .containsExactly("trade 1 with 4 at 100 for 2");
  }

  @Test
  void shouldCancelAPostOnlyOrderThatWouldTake() {
    sell(A, 100, 2);
    TimeInForce postOnly = TimeInForce.POST_ONLY;
    assertThat(sweep(B, Side.BUY, OptionalLong.of(100), 5, postOnly)).isEqualTo("0 lots for 0");
    assertThat(enter(B, Side.BUY, 100, 5, postOnly))
        .containsExactly("canceled 2 POST_ONLY_WOULD_TAKE leaves 5");
    assertThat(enter(A, Side.BUY, 101, 5, postOnly))
        .containsExactly("canceled 3 POST_ONLY_WOULD_TAKE leaves 5");
    assertThat(enter(B, Side.BUY, 99, 5, postOnly)).containsExactly("rests 4 BUY 99 5");
    assertThat(sell(A, 99, 1)).containsExactly("trade 4 with 5 at 99 for 1");
  }

  private List<String> enter(
      int account, Side side, long ticks, long lots, TimeInForce timeInForce) {
    return book.enter(++orders, account, side, OptionalLong.of(ticks), lots, timeInForce);
  }

  private String sweep(
      int account, Side side, OptionalLong limitTicks, long lots, TimeInForce timeInForce) {
    return book.sweep(account, side, limitTicks, lots, timeInForce);
  }

  private List<String> buy(int account, long ticks, long lots) {
    return enter(account, Side.BUY, ticks, lots, GTC);
  }

  private List<String> sell(int account, long ticks, long lots) {
    return enter(account, Side.SELL, ticks, lots, GTC);
  }

  private List<String> market(int account, Side side, long lots) {
    return book.enter(
        ++orders, account, side, OptionalLong.empty(), lots, TimeInForce.IMMEDIATE_OR_CANCEL);
  }
}
