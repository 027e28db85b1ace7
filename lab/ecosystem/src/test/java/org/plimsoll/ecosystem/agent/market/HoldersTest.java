package org.plimsoll.ecosystem.agent.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.plimsoll.ecosystem.SmallEconomy;
import org.plimsoll.ecosystem.exchange.Exchange;
import org.plimsoll.ecosystem.exchange.Terminal;
import org.plimsoll.protocol.LeveragedTokenCommand.ListLeveragedToken;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.solvency.performance.AlphaBeta;
import org.plimsoll.solvency.performance.AlphaBeta.Reading;
import org.plimsoll.units.LeveragedTokenKind;
import org.plimsoll.units.Side;
import org.plimsoll.units.StateSource;
import org.plimsoll.units.StateWriter;

final class HoldersTest {
  @Test
  void a_long_without_a_view_has_the_beta_of_the_market_and_no_alpha() {
    Stage stage = new Stage(1, Stages.wander(20_000, .02, 3));
    TradersTest.maker(stage, 10);
    stage.party("desk", 0, 1_000_000, 0);
    stage.join(
        DiscretionaryLong.KIND,
        DiscretionaryLong.class,
        "desk",
        new DiscretionaryLong.Terms("desk", "desk", "BTC/USD", 60, 20, 1_000_000));
    TrackRecord record =
        stage.join(
            TrackRecord.KIND,
            TrackRecord.class,
            "record",
            new TrackRecord.Terms("desk", "desk", "BTC/USD", 1_000_000, 1, 50));
    stage.start();
    stage.runDays(120);

    AlphaBeta seen = record.alphaBeta();
    assertThat(seen.beta().value()).isCloseTo(.9, within(.2));
    assertThat(seen.beta().t()).isGreaterThan(10);
    assertThat(Math.abs(seen.alpha().t())).isLessThan(2);
    assertThat(seen.reading()).isNotEqualTo(Reading.SKILL);
    assertThat(stage.economy.chronicle().flags()).hasSize(2);
  }

  @Test
  void the_spread_that_is_left_shrinks_with_every_generation() {
    Stage stage = Stage.constant(1, 20_000);
    stage.party("rivals", 0, 2_000_000, 100);
    stage.join(
        CompetingMakers.KIND,
        CompetingMakers.class,
        "rivals",
        new CompetingMakers.Terms(
            "rivals", "rivals", "BTC/USD", new Ladder(.002, 1, .001), 10_000_000, 5, .5, 8, 0));
    stage.start();
    stage.runDays(1);
    Terminal watcher = stage.party("watcher", 0, 0, 0);
    double first = stage.spot(watcher).best(Side.SELL) / 20_000 - 1;
    stage.runDays(10);

    assertThat(first).isCloseTo(.002, within(1e-5));
    assertThat(stage.spot(watcher).best(Side.SELL) / 20_000 - 1).isCloseTo(.0005, within(1e-5));
  }

  @Test
  void a_maker_who_joins_the_best_earns_what_they_leave_and_learns_late_that_it_does_not_pay() {
    Stage stage = Stage.constant(1, 20_000);
    stage.party("rivals", 0, 2_000_000, 100);
    stage.join(
        CompetingMakers.KIND,
        CompetingMakers.class,
        "rivals",
        new CompetingMakers.Terms(
            "rivals", "rivals", "BTC/USD", new Ladder(.004, 1, .0001), 10_000_000, 10, .8, 8, 60));
    stage.party("maker", 200_000, 2_000_000, 100);
    MarketMaker desk =
        stage.join(
            MarketMaker.KIND,
            MarketMaker.class,
            "maker",
            new MarketMaker.Terms(
                "maker",
                "maker",
                "BTC/USD",
                new Ladder(.004, 1, .01),
                50_000_000,
                2_000_000,
                0,
                true,
                10,
                0,
                300,
                5,
                true));
    TradersTest.noise(stage, "noise");
    stage.start();
    stage.runDays(100);

    assertThat(desk.stop().stoppedNs()).isPresent();
    assertThat((double) desk.stop().day()).isGreaterThan(desk.stop().bestDay());
    assertThat(stage.economy.chronicle().flags()).hasSize(1);
  }

  @Test
  void holders_of_leveraged_tokens_make_the_fund_trade() {
    Stage stage = new Stage(1, Stages.zigzag(20_000, .03));
    Exchange exchange = stage.economy.exchange();
    exchange.require(new DefineAsset(2, "BULL", 6, 1_000_000_000_000_000L));
    int holder = stage.economy.ledger().open("fund");
    Terminal fund = exchange.open("fund", holder);
    exchange.require(
        new ListLeveragedToken(
            2, LeveragedTokenKind.BULL, fund.account(), SmallEconomy.PERP, 1_000_000_000L, 1_000));
    stage.setting.nameInstrument("BULL", 2);
    perpetualMaker(stage);
    Terminal owner = stage.party("owner", 0, 1_000_000, 0);
    stage.join(
        LeveragedTokenHolder.KIND,
        LeveragedTokenHolder.class,
        "owner",
        new LeveragedTokenHolder.Terms("owner", "owner", "BULL", 10_000, 8, .1));
    stage.start();
    stage.runDays(5);

    double worth = fund.balance(0) / 1e6 + fund.unrealized(SmallEconomy.PERP) / 1e6;
    assertThat(owner.balance(2)).isPositive();
    assertThat(stage.perpetual(fund).coins() * 20_000 / worth).isCloseTo(3, within(.6));
    assertThat(stage.isConserved()).isTrue();
  }

  @Test
  void a_backstop_provider_pledges_and_sells_off_what_it_was_given() {
    Stage stage = Stage.constant(1, 20_000);
    perpetualMaker(stage);
    Terminal backstop = stage.party("backstop", 0, 5_000_000, 0);
    stage.join(
        BackstopProvider.KIND,
        BackstopProvider.class,
        "backstop",
        new BackstopProvider.Terms(
            "backstop", "backstop", "BTC-PERP", 1_000_000, 3_000_000, 100_000, 10, 0));
    stage.start();
    stage.runDays(.1);
    assertThat(stage.economy.exchange().books().pledge(backstop.account()).perHour())
        .isEqualTo(3_000_000_000_000L);
    stage.perpetual(backstop).trade(Side.BUY, 12);
    assertThat(stage.perpetual(backstop).coins()).isEqualTo(12);
    stage.runDays(.2);

    assertThat(stage.perpetual(backstop).coins()).isZero();
  }

  @Test
  void agents_that_were_kept_go_on_as_those_that_were_not() {
    Stage whole = crowd();
    whole.runDays(10);
    Stage kept = crowd();
    kept.runDays(4);
    StateWriter writer = new StateWriter(0);
    kept.economy.writeTo(writer);
    Stage restored = crowd();
    restored.economy.readFrom(new StateSource(writer.toBytes(), 0));
    restored.runDays(6);

    assertThat(restored.economy.hash()).isEqualTo(whole.economy.hash());
  }

  private static Stage crowd() {
    Stage stage = new Stage(4, Stages.zigzag(20_000, .004));
    TradersTest.maker(stage, 10);
    perpetualMaker(stage);
    TradersTest.noise(stage, "noise");
    stage.party("bridge", 2_000_000, 1_000_000, 50);
    stage.join(Arbitrageur.KIND, Arbitrageur.class, "bridge", TradersTest.arbitrage("bridge", 1));
    stage.party("trend", 0, 100_000, 0);
    stage.join(
        MomentumTrader.KIND,
        MomentumTrader.class,
        "trend",
        new MomentumTrader.Terms("trend", "trend", "BTC/USD", 2, .001, 50_000, true, 10));
    stage.party("longs", 0, 10_000, 0);
    stage.join(
        LeveredRetail.KIND,
        LeveredRetail.class,
        "longs",
        new LeveredRetail.Terms("longs", "longs", 1, "BTC-PERP", Side.BUY, 3, 8, 1, 0));
    stage.party("desk", 0, 1_000_000, 0);
    stage.join(
        DiscretionaryLong.KIND,
        DiscretionaryLong.class,
        "desk",
        new DiscretionaryLong.Terms("desk", "desk", "BTC/USD", 600, 2, 100_000));
    stage.join(
        TrackRecord.KIND,
        TrackRecord.class,
        "record",
        new TrackRecord.Terms("desk", "desk", "BTC/USD", 1_000_000, .5, 8));
    stage.start();
    return stage;
  }

  private static void perpetualMaker(Stage stage) {
    stage.party("perp-maker", 0, 20_000_000, 0);
    stage.join(
        MarketMaker.KIND,
        MarketMaker.class,
        "perp-maker",
        new MarketMaker.Terms(
            "perp-maker",
            "perp-maker",
            "BTC-PERP",
            TradersTest.LADDER,
            50_000_000,
            20_000_000,
            .01,
            false,
            10,
            1,
            0,
            0,
            false));
  }
}
