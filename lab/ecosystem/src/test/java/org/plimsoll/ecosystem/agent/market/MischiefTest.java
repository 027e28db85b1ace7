package org.plimsoll.ecosystem.agent.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.ecosystem.SmallEconomy;
import org.plimsoll.ecosystem.exchange.Seat;
import org.plimsoll.ecosystem.exchange.Terminal;
import org.plimsoll.solvency.impact.ExponentialImpact;
import org.plimsoll.solvency.spiral.AttackCost;
import org.plimsoll.units.Side;

/// Agents in a market that is read off itself: BTC stands for any thin coin here, 100 of which move
/// its log price by one.
final class MischiefTest {
  private static final double DEPTH = 100;
  private static final Ladder FINE = new Ladder(0, 40, .005);

  @Test
  void selling_to_a_thin_maker_brings_what_the_exponential_model_says() {
    Stage stage = thin(0);
    Terminal seller = stage.party("seller", 0, 0, 100);
    Seat seat = stage.spot(seller);
    stage.start();
    for (int sale = 0; sale < 10; sale++) {
      seat.trade(Side.SELL, 5);
      stage.runDays(.05);
    }

    double model = new ExponentialImpact(20_000, DEPTH).proceeds(50);
    assertThat(seat.dollars()).isCloseTo(model, within(model * .01));
    assertThat(seat.middle()).isCloseTo(20_000 * Math.exp(-.5), within(60.));
    assertThat(stage.isConserved()).isTrue();
  }

  @Test
  void the_borrower_takes_all_that_is_there_as_far_as_margin_goes() {
    Stage stage = thin(0);
    stage.party("victim", 0, 3_000_000, 0);
    int holder = stage.economy.ledger().open("c");
    stage.setting.nameHolder("c", holder);
    stage.give(holder, SmallEconomy.BTC, 300 * 100_000_000L);
    stage.join(
        CollateralBorrower.KIND,
        CollateralBorrower.class,
        "c",
        new CollateralBorrower.Terms(
            "c", "c", "BTC", "wallet", List.of(new Taking("USD", "bank")), 1));
    stage.start();
    stage.runDays(2);

    double taken = stage.economy.ledger().balance(holder, SmallEconomy.USD) / 1e6;
    assertThat(taken).isCloseTo(300 * 20_000 * .95 / 1.1, within(20.));
    assertThat(stage.isConserved()).isTrue();
  }

  @Test
  void a_pump_leaves_the_venue_with_what_nobody_wants() {
    Stage stage = thin(0);
    stage.party("victim", 0, 50_000_000, 0);
    Terminal terminal = stage.party("pumper", 0, 2_000_000, 0);
    CollateralPumper pumper =
        stage.join(
            CollateralPumper.KIND,
            CollateralPumper.class,
            "pumper",
            new CollateralPumper.Terms(
                "pumper", "pumper", "BTC/USD", "bank", 200_000, 100_000, 10, 0));
    stage.start();
    stage.runDays(10);

    Seat seat = stage.spot(terminal);
    assertThat(pumper.isGone()).isTrue();
    assertThat(pumper.takenDollars()).isGreaterThan(2_000_000);
    double fetched = new ExponentialImpact(100_000, DEPTH).proceeds(seat.coins());
    assertThat(-seat.dollars()).isGreaterThan(fetched);
    assertThat(stage.isConserved()).isTrue();
  }

  @Test
  void an_attack_costs_and_earns_what_the_closed_form_says() {
    Stage stage = thin(0);
    TokenBeliever.Terms believer =
        new TokenBeliever.Terms(
            "believer",
            "believer",
            "BTC/USD",
            400_000,
            2.5,
            200,
            1_440_000,
            2_900_000,
            170,
            DEPTH,
            .2,
            10);
    double good = believer.loan().goodPrice().orElseThrow();
    double tipping = believer.loan().tippingPrice().orElseThrow();
    assertThat(good).isEqualTo(20_000);
    stage.party("believer", 0, 4_000_000, 200);
    stage.join(TokenBeliever.KIND, TokenBeliever.class, "believer", believer);
    stage.party("short", 0, 10_000_000, 0);
    TokenShortSeller attacker =
        stage.join(
            TokenShortSeller.KIND,
            TokenShortSeller.class,
            "short",
            new TokenShortSeller.Terms(
                "short", "short", "BTC/USD", tipping * .99, 200, 5, 2_200, 60, 0, 1, 1));
    stage.start();
    stage.runDays(30);

    AttackCost closed = new AttackCost(new ExponentialImpact(good, DEPTH), tipping, 2_000, 0);
    assertThat(attacker.stage()).isEqualTo(TokenShortSeller.Stage.DONE);
    assertThat(attacker.sold()).isCloseTo(closed.tokens(), within(closed.tokens() * .15));
    assertThat(attacker.profit()).isCloseTo(closed.profit(), within(closed.profit() * .15));
    assertThat(stage.isConserved()).isTrue();
  }

  @Test
  void without_an_attack_the_token_stays_where_it_is() {
    Stage stage = thin(0);
    stage.party("believer", 0, 4_000_000, 200);
    TokenBeliever.Terms believer =
        new TokenBeliever.Terms(
            "believer",
            "believer",
            "BTC/USD",
            400_000,
            2.5,
            200,
            1_440_000,
            2_900_000,
            170,
            DEPTH,
            .2,
            10);
    stage.join(TokenBeliever.KIND, TokenBeliever.class, "believer", believer);
    Terminal watcher = stage.party("watcher", 0, 0, 0);
    stage.start();
    stage.runDays(30);

    assertThat(stage.spot(watcher).middle()).isCloseTo(20_000, within(20.));
  }

  @Test
  void who_foresees_a_forced_sale_sells_before_it_and_buys_it_back_cheaper() {
    Stage stage = thin(0);
    Terminal terminal = stage.party("seller", 0, 2_000_000, 0);
    Terminal other = stage.party("other", 0, 0, 200);
    stage.join(
        AnticipatorySeller.KIND,
        AnticipatorySeller.class,
        "seller",
        new AnticipatorySeller.Terms(
            "seller", "seller", "BTC/USD", 18_000, .06, 20, .2, .5, 10, 0));
    stage.start();
    stage.spot(other).trade(Side.SELL, 7);
    stage.runDays(.2);
    double sold = stage.spot(terminal).coins();
    stage.spot(other).trade(Side.SELL, 10);
    stage.runDays(.5);

    assertThat(sold).isEqualTo(-20);
    assertThat(stage.spot(terminal).coins()).isEqualTo(0);
    assertThat(stage.spot(terminal).dollars()).isGreaterThan(2_000_000);
  }

  @Test
  void fills_that_nobody_counts_grow_without_end() {
    double blind = runaway(false, 0).loss();
    double counted = runaway(true, 0).loss();
    double limited = runaway(false, 500_000).loss();

    assertThat(blind).isGreaterThan(20 * counted).isGreaterThan(5 * limited);
    assertThat(counted).isPositive();
  }

  private static RunawayAlgorithm runaway(boolean counts, double limit) {
    Stage stage = Stage.constant(1, 20_000);
    stage.party("maker", 0, 50_000_000, 0);
    stage.join(
        MarketMaker.KIND,
        MarketMaker.class,
        "maker",
        new MarketMaker.Terms(
            "maker",
            "maker",
            "BTC-PERP",
            TradersTest.LADDER,
            50_000_000,
            40_000_000,
            .02,
            false,
            10,
            1,
            0,
            0,
            false));
    stage.party("desk", 0, 20_000_000, 0);
    RunawayAlgorithm desk =
        stage.join(
            RunawayAlgorithm.KIND,
            RunawayAlgorithm.class,
            "desk",
            new RunawayAlgorithm.Terms(
                "desk",
                "desk",
                List.of("BTC-PERP"),
                5,
                200_000,
                100_000,
                30,
                counts,
                limit,
                45,
                60));
    stage.start();
    stage.runDays(.2);
    assertThat(stage.isConserved()).isTrue();
    return desk;
  }

  /// A stage whose BTC is a thin coin with no market but this one.
  private static Stage thin(double recoveryPerDay) {
    Stage stage = new Stage(1, _ -> 0L);
    stage.join(
        IndexPublisher.KIND,
        IndexPublisher.class,
        "index",
        new IndexPublisher.Terms("BTC", "BTC/USD", false));
    stage.party("thin", 0, 20_000_000, 1_000);
    stage.join(
        ThinMaker.KIND,
        ThinMaker.class,
        "thin",
        new ThinMaker.Terms("thin", "thin", "BTC/USD", FINE, 20_000, DEPTH, recoveryPerDay, 5, 1));
    return stage;
  }
}
