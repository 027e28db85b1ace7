package org.plimsoll.ecosystem.agent.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.plimsoll.ecosystem.SmallEconomy;
import org.plimsoll.ecosystem.exchange.Terminal;
import org.plimsoll.units.Side;

final class TradersTest {
  static final Ladder LADDER = new Ladder(.001, 5, .002);

  @Test
  void noise_alone_pays_the_maker_his_half_spread() {
    Stage stage = Stage.constant(1, 20_000);
    MarketMaker maker = maker(stage, 10);
    noise(stage, "noise");
    stage.start();
    stage.runDays(20);

    MakerProfit.Split split = maker.split();
    assertThat(split.volume()).isGreaterThan(1_000_000);
    assertThat(split.spread() / split.volume()).isBetween(.0009, .006);
    assertThat(split.adverseSelection()).isZero();
    assertThat(split.inventory()).isZero();
    assertThat(split.fees() / split.volume()).isCloseTo(-.0002, within(.00003));
    assertThat(stage.isConserved()).isTrue();
  }

  @Test
  void whoever_hears_sooner_takes_the_old_quotes() {
    Stage stage = new Stage(1, Stages.zigzag(20_000, .01));
    MarketMaker maker = maker(stage, 10);
    stage.party("sniper", 5_000_000, 1_000_000, 50);
    stage.join(Arbitrageur.KIND, Arbitrageur.class, "sniper", arbitrage("sniper", 1));
    stage.start();
    stage.runDays(5);

    MakerProfit.Split split = maker.split();
    assertThat(split.spread()).isPositive();
    assertThat(split.adverseSelection()).isLessThan(-2 * split.spread());
    assertThat(split.edge()).isNegative();
    assertThat(stage.isConserved()).isTrue();
  }

  @Test
  void the_maker_leans_against_what_it_holds() {
    Stage stage = Stage.constant(1, 20_000);
    maker(stage, 10);
    Terminal seller = stage.party("seller", 0, 0, 100);
    stage.start();
    stage.runDays(.1);
    double bid = stage.spot(seller).best(Side.BUY);
    stage.spot(seller).trade(Side.SELL, 20);
    stage.runDays(.1);

    assertThat(bid).isCloseTo(20_000 * (1 - .001), within(12.));
    assertThat(stage.spot(seller).best(Side.BUY)).isLessThan(bid - 20);
  }

  @Test
  void the_trend_is_followed_up_and_down() {
    Stage stage = new Stage(1, Stages.line(20_000, .01));
    maker(stage, 10);
    Terminal follower = stage.party("follower", 0, 100_000, 0);
    stage.join(
        MomentumTrader.KIND,
        MomentumTrader.class,
        "follower",
        new MomentumTrader.Terms("follower", "follower", "BTC/USD", 3, .005, 50_000, true, 10));
    stage.start();
    stage.runDays(5);
    double up = stage.spot(follower).coins();
    stage.runDays(10);

    assertThat(up * 20_000).isCloseTo(50_000, within(2_500.));
    assertThat(stage.spot(follower).coins() * 20_000).isCloseTo(-50_000, within(4_000.));
  }

  @Test
  void levered_customers_reach_their_leverage_and_renew_it_when_they_have_won() {
    Stage stage = new Stage(1, Stages.line(20_000, .01));
    maker(stage, 10);
    stage.party("longs", 1_000_000, 0, 0);
    Terminal first = stage.account("longs", "longs", 10_000, 0);
    Terminal second = stage.account("longs-2", "longs", 10_000, 0);
    stage.join(
        LeveredRetail.KIND,
        LeveredRetail.class,
        "longs",
        new LeveredRetail.Terms("longs", "longs", 2, "BTC/USD", Side.BUY, 3, .1, 4, 0));
    stage.start();
    stage.runDays(1);
    double early = stage.spot(second).coins();
    stage.runDays(5);

    assertThat(stage.spot(first).coins() * 20_000).isGreaterThan(29_000);
    assertThat(early * 20_000).isBetween(29_000., 31_000.);
    assertThat(stage.spot(second).coins()).isGreaterThan(early * 1.02);
  }

  @Test
  void coins_go_to_where_they_are_dear() {
    Stage stage = Stage.constant(1, 20_000);
    Terminal dear = stage.party("dear", 0, 10_000_000, 0);
    Terminal arbitrageur = stage.party("bridge", 2_000_000, 1_000_000, 50);
    stage.join(Arbitrageur.KIND, Arbitrageur.class, "bridge", arbitrage("bridge", 10));
    stage.spot(dear).limit(Side.BUY, 20_400, 100);
    stage.start();
    stage.runDays(10);

    assertThat(stage.spot(dear).coins()).isCloseTo(100, within(.1));
    assertThat(stage.spot(arbitrageur).coins()).isCloseTo(50, within(5.));
    long outside = stage.economy.ledger().balance(arbitrageur.holder(), SmallEconomy.USD);
    assertThat(stage.spot(arbitrageur).worth(20_000) + outside / 1e6)
        .isGreaterThan(4_000_000 + 25_000);
    assertThat(stage.isConserved()).isTrue();
  }

  @Test
  void the_same_seed_gives_the_same_state() {
    assertThat(noisy(5)).isEqualTo(noisy(5)).isNotEqualTo(noisy(6));
  }

  private static long noisy(long seed) {
    Stage stage = Stage.constant(seed, 20_000);
    maker(stage, 10);
    noise(stage, "noise");
    stage.start();
    stage.runDays(3);
    return stage.economy.hash();
  }

  static MarketMaker maker(Stage stage, double latencyMs) {
    stage.party("maker", 0, 2_000_000, 100);
    return stage.join(
        MarketMaker.KIND,
        MarketMaker.class,
        "maker",
        new MarketMaker.Terms(
            "maker",
            "maker",
            "BTC/USD",
            LADDER,
            50_000_000,
            2_000_000,
            .01,
            false,
            latencyMs,
            0,
            0,
            0,
            false));
  }

  static NoiseTrader noise(Stage stage, String name) {
    stage.party(name, 0, 500_000, 25);
    return stage.join(
        NoiseTrader.KIND,
        NoiseTrader.class,
        name,
        new NoiseTrader.Terms(name, name, "BTC/USD", 48, 5_000, 200_000));
  }

  static Arbitrageur.Terms arbitrage(String name, double latencyMs) {
    return new Arbitrageur.Terms(
        name, name, "BTC/USD", "BTC/USD", "bank", "wallet", .002, 200_000, 1_000_000, 0, .0005,
        latencyMs, 0);
  }
}
