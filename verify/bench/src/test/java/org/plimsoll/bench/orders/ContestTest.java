package org.plimsoll.bench.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plimsoll.bench.orders.VenueContest.Case;
import org.plimsoll.bench.orders.VenueTrial.Market;
import org.plimsoll.bench.orders.VenueTrial.Plan;

class ContestTest {
  private static final int RESTING = 300;
  private static final int COMMANDS = 5_000;
  private static final AccountDraw FEW = new AccountDraw(50, false);

  @ParameterizedTest
  @EnumSource
  void shouldGiveEveryBookAndEveryMarketTheSameTradesInEveryRegime(Regime regime) {
    OrderStream stream = stream(regime, OrderDraw.UNIFORM);
    List<Contestant> all = new ArrayList<>(BookContest.contestants(stream));
    for (Market market : Market.values()) {
      Plan plan = new Plan(stream, market, FEW.accounts(), 3);
      all.add(new Contestant(market.name(), () -> new VenueTrial(plan)));
    }
    List<SideBySide.Score> scores = new SideBySide(all, 1, 1).run(COMMANDS);
    assertThat(scores).hasSize(6);
    assertThat(trades(stream)).isGreaterThan(100);
  }

  @Test
  void shouldDrawYoungOrdersMoreOften() {
    OrderStream young = stream(Regime.NORMAL, OrderDraw.MOSTLY_YOUNG);
    assertThat(fingerprint(new ExchangeCoreBook(), young))
        .isEqualTo(fingerprint(new PlimsollBook(), young));
    assertThat(ordersMovedOnce(young))
        .isLessThan(ordersMovedOnce(stream(Regime.NORMAL, OrderDraw.UNIFORM)));
  }

  @Test
  void shouldCatchAnEngineThatTradesOtherwise() {
    OrderStream stream = stream(Regime.NORMAL, OrderDraw.UNIFORM);
    OrderStream other =
        StreamRecorder.record(Regime.NORMAL, OrderDraw.UNIFORM, RESTING, COMMANDS, FEW, 2);
    List<Contestant> contestants =
        List.of(
            new Contestant("right", () -> new BookContest.BookTrial(new PlimsollBook(), stream)),
            new Contestant("wrong", () -> new BookContest.BookTrial(new PlimsollBook(), other)));
    assertThatThrownBy(() -> new SideBySide(contestants, 1, 0).run(COMMANDS))
        .hasMessage("wrong came to another result");
  }

  @Test
  void shouldCatchAVenueThatEndsInAnotherState() {
    OrderStream stream = stream(Regime.NORMAL, OrderDraw.UNIFORM);
    Plan plan = new Plan(stream, Market.PERPETUAL, FEW.accounts(), 0);
    VenueTrial whole = new VenueTrial(plan);
    whole.run();
    whole.fingerprint();
    VenueTrial half = new VenueTrial(plan);
    assertThatThrownBy(half::fingerprint).hasMessageContaining("different states");
  }

  @Test
  void shouldReadWhichCasesAreMeant() {
    List<Case> cases = new ArrayList<>();
    Choice.of("markets=PERPETUAL", "regimes=NORMAL,SWING_40", "resting=10", "accounts=8,6z")
        .forEachCase(cases::add);
    assertThat(cases).hasSize(2 * 2 * OrderDraw.values().length);
    assertThat(cases.getLast().accounts()).isEqualTo(new AccountDraw(6, true));
    assertThatThrownBy(() -> Choice.of("quick")).hasMessageContaining("name=value");
  }

  private static OrderStream stream(Regime regime, OrderDraw draw) {
    return StreamRecorder.record(regime, draw, RESTING, COMMANDS, FEW, 1);
  }

  private static long fingerprint(BookUnderTest book, OrderStream stream) {
    BookContest.BookTrial trial = new BookContest.BookTrial(book, stream);
    trial.run();
    return trial.fingerprint();
  }

  private static long trades(OrderStream stream) {
    BookContest.BookTrial trial = new BookContest.BookTrial(new PlimsollBook(), stream);
    trial.run();
    return trial.book().tape().trades();
  }

  /// Where young orders are drawn, few orders are moved often, and many never.
  private static long ordersMovedOnce(OrderStream stream) {
    long[] moved = new long[stream.count()];
    for (int i = stream.prefill(); i < stream.count(); i++) {
      moved[stream.order(i)] += stream.kind(i) == OrderStream.MOVE ? 1 : 0;
    }
    return Arrays.stream(moved).filter(times -> times > 0).count();
  }
}
