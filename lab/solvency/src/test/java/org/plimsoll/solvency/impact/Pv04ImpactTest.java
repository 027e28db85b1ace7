package org.plimsoll.solvency.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.impact.OrderBookLevels.Fill;
import org.plimsoll.solvency.impact.OrderBookLevels.Level;

class Pv04ImpactTest {
  private static final OrderBookLevels BOOK =
      new OrderBookLevels(
          List.of(
              new Level(19.9, 5_000),
              new Level(19.8, 8_000),
              new Level(19.5, 12_000),
              new Level(19, 20_000),
              new Level(18, 30_000),
              new Level(15, 50_000)));

  @Test
  void pv04_linear_impact_sells_at_the_average_of_the_price_before_and_after() {
    LinearImpact market = new LinearImpact(20, 400_000);
    assertThat(market.proceeds(150_000)).isCloseTo(2_437_500, within(1e-6));
    assertThat(market.tokensFor(2_437_500)).isCloseTo(150_000, within(1e-6));
    assertThat(market.tokensFor(4_000_001)).isInfinite();
    assertThat(market.priceAfter(500_000)).isZero();
  }

  @Test
  void pv04_kyle_gives_the_price_of_order_flow_and_the_zeal_of_the_informed() {
    assertThat(LinearImpact.kyleLambda(4, 1e6)).isCloseTo(0.001, within(1e-12));
    assertThat(LinearImpact.kyleBeta(4, 1e6)).isCloseTo(500, within(1e-9));
  }

  @Test
  void pv04_square_root_impact_of_a_fortieth_of_the_volume() {
    SquareRootImpact market = new SquareRootImpact(20, 1e7, 0.04, 0.9);
    assertThat(market.relativeDrop(250_000)).isCloseTo(0.00569209979, within(5e-12));
  }

  @Test
  void pv04_cont_schaanning_impact_stops_at_a_floor() {
    ContSchaanningImpact market = new ContSchaanningImpact(1, 0.5, 100);
    assertThat(market.relativeDrop(50)).isCloseTo(0.196734670, within(5e-10));
    assertThat(market.priceAfter(1e9)).isEqualTo(0.5);
    assertThat(ContSchaanningImpact.depthOver(20, 0.4, 30, 0.02))
        .isCloseTo(2_683.281573, within(5e-7));
  }

  @Test
  void pv04_order_book_fills_level_by_level() {
    Fill fill = BOOK.fill(40_000);
    assertThat(fill.proceeds()).isCloseTo(776_900, within(1e-6));
    assertThat(fill.average()).isCloseTo(19.4225, within(1e-9));
    assertThat(fill.lastPrice()).isEqualTo(19);
    assertThat(fill.unfilled()).isZero();
    assertThat(BOOK.tokensFor(776_900)).isCloseTo(40_000, within(1e-6));
  }

  @Test
  void pv04_order_book_hands_back_what_it_does_not_take() {
    Fill fill = BOOK.fill(150_000);
    assertThat(fill.proceeds()).isCloseTo(2_161_900, within(1e-6));
    assertThat(fill.sold()).isEqualTo(125_000);
    assertThat(fill.unfilled()).isEqualTo(25_000);
    assertThat(BOOK.priceAfter(150_000)).isZero();
    assertThat(BOOK.tokensFor(2_161_901)).isInfinite();
  }

  @Test
  void pv04_pool_keeps_its_product() {
    ConstantProductPool pool = new ConstantProductPool(1e6, 5e6);
    assertThat(pool.proceeds(40_000)).isCloseTo(192_307.692308, within(5e-7));
    assertThat(pool.priceAfter(40_000)).isCloseTo(4.622781065, within(5e-10));
  }

  @Test
  void pv04_keeper_can_take_a_tenth_of_the_depth_for_five_percent() {
    ExponentialImpact market = new ExponentialImpact(20, 1);
    assertThat(market.largestKeeperBlock(0.05)).isCloseTo(0.098386929, within(5e-10));
    assertThat(market.largestKeeperBlock(0.10)).isCloseTo(0.193747557, within(1e-9));
  }

  @Test
  void shouldTakeATenthOffThePriceForATenthOfTheSupplyInTheOxfordModel() {
    OxfordImpact market = new OxfordImpact(20, 1e6);
    assertThat(market.relativeDrop(100_000)).isCloseTo(0.1, within(1e-12));
    assertThat(market.localDepth(5)).isCloseTo(1e6 / 1.0536051566, within(1e-3));
  }

  @Test
  void shouldLetImpactDecayOnlyIfAskedTo() {
    ExponentialImpact market = new ExponentialImpact(20, 100_000);
    double after = market.priceAfter(50_000);
    assertThat(Recovery.NONE.priceLater(market, 50_000, 9)).isCloseTo(after, within(1e-12));
    double half = StrictMath.log(2);
    assertThat(new Recovery(half).priceLater(market, 50_000, 1))
        .isCloseTo((20 + after) / 2, within(1e-12));
  }

  @Test
  void shouldRefuseWhatIsOutOfBounds() {
    assertThatThrownBy(() -> new LinearImpact(0, 1)).hasMessageContaining("price 0.0");
    assertThatThrownBy(() -> new SquareRootImpact(1, 1, 0, 1)).hasMessageContaining("Volatility");
    assertThatThrownBy(() -> new OxfordImpact(1, -1)).hasMessageContaining("supply");
    assertThatThrownBy(() -> new ContSchaanningImpact(1, 1, 1)).hasMessageContaining("floor");
    assertThatThrownBy(() -> new ConstantProductPool(0, 1)).hasMessageContaining("tokens");
    assertThatThrownBy(() -> new OrderBookLevels(List.of())).hasMessageContaining("bids");
    assertThatThrownBy(() -> new OrderBookLevels(List.of(new Level(1, 1), new Level(1, 1))))
        .hasMessageContaining("bid price 1.0");
    assertThatThrownBy(() -> BOOK.fill(-1)).hasMessageContaining("quantity -1.0");
    assertThatThrownBy(() -> new Recovery(Double.NaN)).hasMessageContaining("kappa");
  }
}
