package org.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plimsoll.mirror.VenuePicture;
import org.plimsoll.protocol.AccountCommand;
import org.plimsoll.protocol.CashCommand;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.CustodyKind;
import org.plimsoll.protocol.ListingCommand;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.protocol.Request;
import org.plimsoll.units.Side;

/// Laws that watch a run are shown lies, and find them.
class RunLawsTest {
  private static final long E9 = 1_000_000_000L;

  @Test
  void shouldFindABookThatIsCrossed() {
    BookLaws.Walk walk = new BookLaws.Walk("X/USD");
    walk.meet(1, Side.BUY, 10);
    assertThatThrownBy(() -> walk.meet(2, Side.SELL, 10)).hasMessageContaining("crossed");
  }

  @Test
  void shouldKnowTheBestPricesOfABook() {
    BookLaws.Walk walk = new BookLaws.Walk("X/USD");
    walk.meet(1, Side.BUY, 10);
    walk.meet(2, Side.BUY, 9);
    assertThat(walk.bestTicks(Side.SELL)).isZero();
    walk.meet(3, Side.SELL, 11);
    walk.meet(4, Side.SELL, 12);
    assertThat(walk.bestTicks(Side.BUY)).isEqualTo(10);
    assertThat(walk.bestTicks(Side.SELL)).isEqualTo(11);
  }

  @Test
  void shouldFindAnOrderThatStandsBeforeAnOlderOne() {
    BookLaws.Walk walk = new BookLaws.Walk("X/USD");
    walk.meet(2, Side.BUY, 10);
    walk.meet(3, Side.BUY, 10);
    walk.meet(1, Side.BUY, 9);
    walk.meet(5, Side.SELL, 11);
    assertThatThrownBy(() -> walk.meet(4, Side.SELL, 11)).hasMessageContaining("out of turn");
  }

  @Test
  void shouldFindAnOrderThatStandsBeforeABetterOne() {
    BookLaws.Walk bids = new BookLaws.Walk("X/USD");
    bids.meet(1, Side.BUY, 10);
    assertThatThrownBy(() -> bids.meet(2, Side.BUY, 11)).hasMessageContaining("out of turn");
    BookLaws.Walk asks = new BookLaws.Walk("X/USD");
    asks.meet(1, Side.SELL, 10);
    assertThatThrownBy(() -> asks.meet(2, Side.SELL, 9)).hasMessageContaining("out of turn");
  }

  @Test
  void shouldFindAPositionThatIsPastItsCapOnceItsOrdersFill() {
    assertThatCode(() -> BookLaws.checkCap(10, 4, 6, 14)).doesNotThrowAnyException();
    assertThatThrownBy(() -> BookLaws.checkCap(10, 4, 7, 14))
        .hasMessageContaining("-10 to 11 lots");
    assertThatThrownBy(() -> BookLaws.checkCap(10, -4, 0, 7)).hasMessageContaining("-11 to -4");
  }

  @Test
  void shouldFindThatTheOrderOfArrivalMatters() {
    VenuePicture here = venue(10, 20);
    VenuePicture there = venue(20, 10);
    SortedMap<Long, Long> numbers = new TreeMap<>();
    assertThatThrownBy(() -> InsertionOrderWatch.compare(here, there, numbers))
        .hasMessageContaining("orders after");
    numbers.put(1L, 2L);
    numbers.put(2L, 1L);
    assertThatCode(() -> InsertionOrderWatch.compare(here, there, numbers))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> InsertionOrderWatch.compare(here, venue(20, 11), numbers))
        .hasMessageContaining("orders after");
    assertThatThrownBy(() -> InsertionOrderWatch.compare(venue(), venue(10), numbers))
        .isInstanceOf(BrokenLaw.class);
  }

  @Test
  void shouldTryManyGroupsOfCommandsTheOtherWayRound() {
    int groups = 0;
    for (long seed = 1; seed <= 20; seed++) {
      InsertionOrderWatch watch = new InsertionOrderWatch();
      LawRun run = new LawRun(List.of(new Law("order", () -> watch)));
      CommandGen gen = new CommandGen(new Seeds(seed), run.twin());
      for (int i = 0; i < 300; i++) {
        run.apply(gen.draw());
      }
      run.end();
      assertThat(run.broken()).isEmpty();
      groups += watch.groups();
    }
    assertThat(groups).isGreaterThan(10);
  }

  @Test
  void shouldHearALawOnceAndLetTheOthersGoOn() {
    Law broken = new Law("broken", () -> (_, run) -> BrokenLaw.unless(false, "at " + at(run)));
    int[] seen = new int[1];
    Law whole = new Law("whole", () -> (_, _) -> seen[0]++);
    LawRun run = new LawRun(List.of(broken, whole));
    run.apply(new Request(0, 1, new AccountCommand.OpenAccount(0, "a")));
    run.apply(new Request(0, 2, new AccountCommand.OpenAccount(1, "b")));
    run.end();
    assertThat(run.broken()).containsExactlyEntriesOf(new TreeMap<>(Map.of("broken", "at 1")));
    assertThat(seen[0]).isEqualTo(2);
  }

  @Test
  void shouldFindTheSameWithAnyNumberOfThreads() {
    Campaign one = campaign(1);
    Campaign three = campaign(3);
    assertThat(three.coverage().counts()).isEqualTo(one.coverage().counts());
    assertThat(three.commands()).isEqualTo(one.commands()).isEqualTo(9 * 300 + 1_200);
    assertThat(three.failures()).isEqualTo(one.failures()).isEqualTo(10);
    assertThat(three.findings()).isEqualTo(one.findings());
    assertThat(one.finding("two accounts").orElseThrow().seed()).isEqualTo(1);
  }

  private static Campaign campaign(int threads) {
    Law law =
        new Law(
            "two accounts",
            () -> (_, run) -> BrokenLaw.unless(run.view().accounts().size() < 2, "two accounts"));
    Campaign campaign = new Campaign(List.of(law));
    campaign.run(1, 10, threads, () -> false);
    return campaign;
  }

  private static int at(LawRun run) {
    return run.history().size();
  }

  /// A venue on which one account has bought at each of `prices`.
  private static VenuePicture venue(long... prices) {
    VenueLaws.Live live = new VenueLaws.Live();
    List<Command> opening =
        List.of(
            new ListingCommand.DefineAsset(0, "USD", 0, 1_000),
            new ListingCommand.DefineAsset(1, "X", 0, 1_000),
            new CashCommand.OpenCustody(0, CustodyKind.WALLET, "here"),
            new ListingCommand.ListMarket(0, "X/USD", 1, 0, E9, 1),
            new AccountCommand.OpenAccount(0, "a"),
            new CashCommand.DepositAsset(0, 0, 100, 0));
    long sequence = 0;
    for (Command command : opening) {
      live.apply(new Request(0, ++sequence, command));
    }
    for (long price : prices) {
      live.apply(
          new Request(0, ++sequence, new OrderCommand.PlaceLimitOrder(0, 0, Side.BUY, price, 1)));
    }
    return VenuePicture.of(live.view());
  }
}
