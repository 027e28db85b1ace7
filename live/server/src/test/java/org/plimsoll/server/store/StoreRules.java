package org.plimsoll.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.plimsoll.protocol.AccountCommand.OpenAccount;
import org.plimsoll.protocol.CashCommand.DepositAsset;
import org.plimsoll.protocol.CashCommand.OpenCustody;
import org.plimsoll.protocol.ClockCommand.AdvanceTime;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.CustodyKind;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.ListingCommand.ListMarket;
import org.plimsoll.protocol.OrderCommand.PlaceLimitOrder;
import org.plimsoll.protocol.OrderText;
import org.plimsoll.protocol.TradingCommand.NoteClientOrder;
import org.plimsoll.server.store.StoreException.Fault;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// What must hold of a store, whichever database it is in.
abstract class StoreRules {
  private static final long SECOND = 1_000_000_000L;
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final OptionalInt ANY = OptionalInt.empty();

  /// Returns the URL of a database of its own, the same for the same name.
  abstract String url(String name) throws Exception;

  @Test
  void aHistoryToldInPartsByManyRunsIsTheSameAsOneToldAtOnce() throws Exception {
    SortedSet<String> reached = new TreeSet<>();
    for (Path script : Teller.scripts()) {
      List<Command> commands = Teller.commands(script);
      String once = url("once-" + script.getFileName());
      String parts = url("parts-" + script.getFileName());
      try (Store store = Store.open(once)) {
        new Teller(store).tell(commands);
      }
      for (int part : new int[] {commands.size() / 2, commands.size()}) {
        try (Store store = Store.open(parts)) {
          new Teller(store).tell(commands.subList(0, part)).live();
          assertThat(store.trouble()).as("%s", script).isEmpty();
        }
      }
      List<String> told = Dump.of(once);
      assertThat(Dump.of(parts)).as("%s", script).isNotEmpty().isEqualTo(told);
      told.forEach(line -> reached.add(line.substring(0, line.indexOf(' '))));
    }
    assertThat(reached)
        .as("tables that the scripts reach; no script meets a bound or has a client's text")
        .containsAll(
            Dump.tables(url("once-fees.script")).stream()
                .filter(t -> !List.of("shortfalls", "client_texts").contains(t))
                .toList());
  }

  @Test
  void allMoneyThatMovedIsKeptAndEveryTableAgreesWithTheVenue() throws Exception {
    for (Path script : Teller.scripts()) {
      try (Store store = Store.open(url("sums-" + script.getFileName()))) {
        Teller teller = new Teller(store).tell(Teller.commands(script));
        store.awaitPosition(teller.view().sequence(), SOON);
        new Agreement(store, teller.view(), script.toString()).check();
      }
    }
  }

  @Test
  void aStoreThatIsDeletedIsMadeAgain() throws Exception {
    List<Command> commands = Teller.commands("liquidation");
    List<String> first = tell("first", commands);
    assertThat(tell("again", commands)).isNotEmpty().isEqualTo(first);
  }

  private List<String> tell(String name, List<Command> commands) throws Exception {
    try (Store store = Store.open(url(name))) {
      new Teller(store).tell(commands);
    }
    return Dump.of(url(name));
  }

  @Test
  void aStoreOfAnotherVenueIsLeftAsItIs() throws Exception {
    List<String> before = tell("other", Teller.commands("first-trade"));
    try (Store store = Store.open(url("other"))) {
      new Teller(store).tell(Teller.commands("lending")).live();
      assertThat(store.trouble().orElseThrow()).contains("another history");
      assertThat(store.status().trouble()).isEqualTo(store.trouble());
      assertFault(Fault.STOPPED, () -> store.queries().order(1));
      assertFault(Fault.STOPPED, () -> store.awaitPosition(1, SOON));
    }
    assertThat(Dump.of(url("other"))).isEqualTo(before);
  }

  @Test
  void aStoreAheadOfTheJournalIsLeftAsItIs() throws Exception {
    List<Command> commands = Teller.commands("first-trade");
    List<String> before = tell("ahead", commands);
    try (Store store = Store.open(url("ahead"))) {
      new Teller(store).tell(commands.subList(0, commands.size() - 1)).live();
      assertThat(store.trouble().orElseThrow()).contains("the journal was put back");
    }
    assertThat(Dump.of(url("ahead"))).isEqualTo(before);
  }

  @Test
  void aStoreOfALaterVersionIsRefused() throws Exception {
    tell("later", List.of());
    Dump.change(url("later"), "INSERT INTO migration (version, name) VALUES (9, 'V9__x.sql')");
    assertFault(Fault.TOO_NEW, () -> Store.open(url("later")));
  }

  @Test
  void aStoreThatFailsStopsAloneAndIsMadeAgain() throws Exception {
    List<Command> commands = Teller.commands("first-trade");
    try (Store store = Store.open(url("failing"))) {
      Dump.change(url("failing"), "DROP TABLE transfers");
      Teller teller = new Teller(store).tell(commands);
      assertThat(teller.view().sequence()).isEqualTo(commands.size());
      assertThatThrownBy(() -> store.awaitPosition(commands.size(), SOON))
          .isInstanceOfSatisfying(
              StoreException.class, e -> assertThat(e.fault()).isEqualTo(Fault.STOPPED))
          .hasMessageContaining("transfers");
      assertThat(store.status().position()).isLessThan(commands.size());
    }
    assertThat(Dump.number(url("failing"), "SELECT COUNT(*) FROM trades")).isZero();
    assertThat(tell("mended", commands)).anyMatch(line -> line.startsWith("trades "));
  }

  @Test
  void twoWhoWriteToOneStoreDoNotMixTheirHistories() throws Exception {
    try (Store one = Store.open(url("shared"));
        Store other = Store.open(url("shared"))) {
      Teller first = new Teller(one).tell(Teller.commands("first-trade"));
      one.awaitPosition(first.view().sequence(), SOON);
      List<String> before = Dump.of(url("shared"));
      Teller second = new Teller(other).tell(Teller.commands("first-trade"));
      assertFault(Fault.STOPPED, () -> other.awaitPosition(second.view().sequence(), SOON));
      assertThat(Dump.of(url("shared"))).isEqualTo(before);
    }
  }

  @Test
  void pagesLeaveOutNoneOfThoseThatHappenedAtOnce() throws Exception {
    try (Store store = Store.open(url("pages"))) {
      Teller teller = new Teller(store).tell(market());
      teller.tell(new AdvanceTime(SECOND, 1));
      teller.tell(new PlaceLimitOrder(0, 0, Side.SELL, 100, 30));
      for (int i = 0; i < 30; i++) {
        teller.tell(new AdvanceTime(SECOND * (1 + i / 10), 1));
        teller.tell(new PlaceLimitOrder(1, 0, Side.BUY, 100, 1));
      }
      store.awaitPosition(teller.view().sequence(), SOON);
      Queries queries = store.queries();
      assertThat(idsOf(queries, Span.newest(7)))
          .isEqualTo(LongStream.rangeClosed(1, 30).map(i -> 2 * (31 - i)).boxed().toList());
      assertThat(idsOf(queries, Span.newest(7).ascending()))
          .isEqualTo(LongStream.rangeClosed(1, 30).map(i -> 2 * i).boxed().toList());
      assertThat(queries.fills(1, ANY, Span.between(2 * SECOND, 2 * SECOND, 30)).rows())
          .hasSize(10)
          .allMatch(fill -> fill.timeNs() == 2 * SECOND);
      assertThat(queries.fills(1, ANY, Span.newest(30)).hasMore()).isFalse();
      assertThat(queries.fills(1, ANY, Span.newest(29)).hasMore()).isTrue();
      assertThat(queries.fills(1, OptionalInt.of(1), Span.newest(9)).rows()).isEmpty();
      assertThat(queries.trades(0, Span.newest(1)).rows().getFirst().id()).isEqualTo(30);
    }
  }

  private static List<Long> idsOf(Queries queries, Span first) {
    List<Long> ids = new ArrayList<>();
    Span span = first;
    Page<Kept.Fill> page;
    do {
      page = queries.fills(1, ANY, span);
      page.rows().forEach(fill -> ids.add(fill.id()));
      span = span.beyond(page.rows().getLast().timeNs(), page.rows().getLast().id());
    } while (page.hasMore());
    return ids;
  }

  @Test
  void anOrderIsToldAsItIsByNow() throws Exception {
    try (Store store = Store.open(url("orders"))) {
      Teller teller = new Teller(store).tell(market());
      teller.tell(new AdvanceTime(SECOND, 1));
      teller.tell(new PlaceLimitOrder(0, 0, Side.SELL, 100, 3));
      teller.tell(new PlaceLimitOrder(0, 0, Side.SELL, 102, 3));
      teller.tell(new AdvanceTime(2 * SECOND, 1));
      teller.tell(new PlaceLimitOrder(1, 0, Side.BUY, 110, 4));
      store.awaitPosition(teller.view().sequence(), SOON);
      Queries queries = store.queries();
      Kept.Order taker = queries.order(3).orElseThrow();
      assertThat(taker.status()).isEqualTo(Kept.OrderStatus.FILLED);
      assertThat(taker.filledLots()).isEqualTo(4);
      assertThat(taker.costTickLots()).isEqualTo(3 * 100 + 102);
      assertThat(taker.closedNs()).hasValue(2 * SECOND);
      assertThat(queries.openOrders(0, ANY))
          .extracting(Kept.Order::id, Kept.Order::filledLots)
          .containsExactly(tuple(2L, 1L));
      assertThat(queries.openOrders(1, ANY)).isEmpty();
      assertThat(queries.orders(0, ANY, Span.newest(5)).rows())
          .extracting(Kept.Order::id)
          .containsExactly(2L, 1L);
      assertThat(queries.fillsOfOrder(3, Span.newest(5)).rows())
          .extracting(Kept.Fill::priceTicks)
          .containsExactly(102L, 100L);
      assertThat(queries.order(4)).isEmpty();
    }
  }

  @Test
  void anOrderHasTheTextThatItsClientCallsItWheneverThatIsNoted() throws Exception {
    try (Store store = Store.open(url("texts"))) {
      Teller teller = new Teller(store).tell(market());
      teller.tell(new NoteClientOrder(0, 77, new OrderText("first")));
      teller.tell(new NoteClientOrder(0, 77, new OrderText("it's mine")));
      teller.tell(named(0, 77));
      teller.tell(named(0, 78));
      teller.tell(new NoteClientOrder(0, 78, new OrderText("later")));
      teller.tell(new NoteClientOrder(1, 77, new OrderText("somebody else's")));
      store.awaitPosition(teller.view().sequence(), SOON);
      assertThat(store.queries().openOrders(0, ANY))
          .extracting(order -> order.clientText().orElse(""))
          .containsExactly("it's mine", "later");
      assertThat(store.queries().orderOfClient(0, 78).orElseThrow().id()).isEqualTo(2);
      assertThat(store.queries().orderOfClient(1, 77)).isEmpty();
    }
  }

  private static PlaceLimitOrder named(int account, long clientOrder) {
    return new PlaceLimitOrder(
        account, 0, Side.SELL, 100, 1, TimeInForce.GOOD_TILL_CANCELED, clientOrder, false);
  }

  @Test
  void candlesOfAnyLengthAreMadeOfThoseThatAreKept() throws Exception {
    try (Store store = Store.open(url("candles"))) {
      Teller teller = new Teller(store).tell(market());
      trade(teller, 1_000, 100, 2);
      trade(teller, 1_004, 104, 1);
      trade(teller, 1_019, 90, 1);
      trade(teller, 1_081, 95, 3);
      store.awaitPosition(teller.view().sequence(), SOON);
      Queries queries = store.queries();
      assertThat(queries.candles(0, 15, 0, Long.MAX_VALUE, 10))
          .containsExactly(
              new Kept.Candle(990 * SECOND, 100, 104, 100, 104, 3, 304, 2),
              new Kept.Candle(1_005 * SECOND, 90, 90, 90, 90, 1, 90, 1),
              new Kept.Candle(1_080 * SECOND, 95, 95, 95, 95, 3, 285, 1));
      Kept.Candle minute = new Kept.Candle(960 * SECOND, 100, 104, 90, 90, 4, 394, 3);
      Kept.Candle next = new Kept.Candle(1_080 * SECOND, 95, 95, 95, 95, 3, 285, 1);
      assertThat(queries.candles(0, 60, 0, Long.MAX_VALUE, 10)).containsExactly(minute, next);
      assertThat(queries.candles(0, 60, 0, Long.MAX_VALUE, 1)).containsExactly(next);
      assertThat(queries.candles(0, 60, 1_000 * SECOND, 1_079 * SECOND, 9)).containsExactly(minute);
      Kept.Candle all = new Kept.Candle(0, 100, 104, 90, 95, 7, 679, 4);
      for (int seconds : new int[] {3_600, 14_400, 86_400, 30 * 86_400}) {
        assertThat(queries.candles(0, seconds, 0, Long.MAX_VALUE, 10)).containsExactly(all);
      }
      assertThatThrownBy(() -> queries.candles(0, 20, 0, 1, 1))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static void trade(Teller teller, long second, long ticks, long lots) {
    teller.tell(new AdvanceTime(second * SECOND, 1));
    teller.tell(new PlaceLimitOrder(0, 0, Side.SELL, ticks, lots));
    teller.tell(new PlaceLimitOrder(1, 0, Side.BUY, ticks, lots));
  }

  /// A market where account 0 has coins and account 1 dollars.
  static List<Command> market() {
    return List.of(
        new DefineAsset(0, "USD", 6, 1_000_000_000_000L),
        new DefineAsset(1, "BTC", 6, 1_000_000_000_000L),
        new ListMarket(0, "BTC/USD", 1, 0, 1_000_000_000L, 1_000),
        new OpenCustody(0, CustodyKind.WALLET, "wallet"),
        new OpenAccount(0, "maker"),
        new OpenAccount(1, "taker"),
        new DepositAsset(0, 1, 1_000_000, 0),
        new DepositAsset(1, 0, 1_000_000_000, 0));
  }

  private static void assertFault(Fault fault, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.fault()).isEqualTo(fault));
  }
}
