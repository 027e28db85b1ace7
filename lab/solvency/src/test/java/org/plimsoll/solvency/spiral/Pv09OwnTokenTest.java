package org.plimsoll.solvency.spiral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.impact.ExponentialImpact;

class Pv09OwnTokenTest {
  private static final OwnToken.Loan LOAN =
      new OwnToken.Loan(new OwnToken(20e6, 2.5, 100e6, 60e6), 130e6, 90e6);

  @Test
  void pv09_own_holdings_amplify_what_happens_to_equity() {
    OwnToken rich = new OwnToken(200e6, 0.3, 100e6, 500e6);
    OwnToken poor = new OwnToken(200e6, 0.3, 100e6, 300e6);
    assertThat(rich.gain(60e6)).isCloseTo(0.18, within(1e-12));
    assertThat(rich.priceHolding(60e6)).isCloseTo(4.268292683, within(5e-10));
    assertThat(poor.priceHolding(60e6)).isCloseTo(3.536585366, within(5e-10));
    assertThat(rich.priceHolding(0)).isCloseTo(3.5, within(1e-12));
    assertThat(poor.priceHolding(0)).isCloseTo(2.9, within(1e-12));
  }

  @Test
  void pv09_loan_against_the_own_token_has_two_states_and_a_tipping_price() {
    assertThat(LOAN.goodPrice()).hasValueCloseTo(1.70, within(1e-12));
    assertThat(LOAN.kink()).isCloseTo(1.444444, within(5e-7));
    assertThat(LOAN.gainBelowKink()).isCloseTo(2.25, within(1e-12));
    assertThat(LOAN.tippingPrice()).hasValueCloseTo(1.24, within(1e-12));
    assertThat(LOAN.distanceToCollapse()).hasValueCloseTo(0.270588, within(5e-7));
    assertThat(LOAN.fixedPoints()).hasSize(3);
    assertThat(LOAN.fixedPoints().getFirst()).isEqualTo(0.2);
    for (double price : LOAN.fixedPoints()) {
      assertThat(LOAN.value(price)).isCloseTo(price, within(1e-12));
    }
  }

  @Test
  void pv09_price_runs_away_from_the_tipping_price_on_both_sides() {
    assertThat(iterated(1.239)).isCloseTo(0.2, within(1e-12));
    assertThat(iterated(1.241)).isCloseTo(1.7, within(1e-12));
  }

  private static double iterated(double start) {
    double price = start;
    for (int i = 0; i < 100; i++) {
      price = LOAN.value(price);
    }
    return price;
  }

  @Test
  void pv09_gain_below_one_leaves_one_price() {
    OwnToken.Loan loan = new OwnToken.Loan(new OwnToken(100e6, 0.5, 100e6, 400e6), 260e6, 80e6);
    assertThat(loan.kink()).isCloseTo(3.25, within(1e-12));
    assertThat(loan.value(4)).isCloseTo(3.00, within(1e-12));
    assertThat(loan.goodPrice()).isEmpty();
    assertThat(loan.tippingPrice()).isEmpty();
    assertThat(loan.distanceToCollapse()).isEmpty();
    assertThat(loan.gainBelowKink()).isCloseTo(0.4, within(1e-12));
    assertThat(loan.fixedPoints())
        .singleElement()
        .satisfies(price -> assertThat(price).isCloseTo(2.833333, within(5e-7)));
  }

  @Test
  void pv22_attack_on_that_token_pays() {
    AttackCost attack = new AttackCost(new ExponentialImpact(1.7, 50e6), 1.24, 0.2, 0);
    assertThat(attack.tokens()).isCloseTo(15_775_843.572261, within(5e-7));
    assertThat(attack.proceeds()).isCloseTo(23e6, within(1e-6));
    assertThat(attack.buyBack()).isCloseTo(3_155_168.714452, within(5e-7));
    assertThat(attack.profit()).isCloseTo(19_844_831.285548, within(5e-7));
    assertThat(attack.attackable()).isTrue();
    assertThat(attack.capitalNeeded()).isCloseTo(attack.tokens() * 1.7 - 23e6, within(1e-6));
    assertThat(new AttackCost(attack.market(), 1.24, 0.2, 20e6).attackable()).isFalse();
  }

  @Test
  void shouldHaveNoFinitePriceOnceTheTokenHoldsItselfUp() {
    OwnToken token = new OwnToken(1, 2, 100, 10);
    assertThat(token.priceHolding(50)).isInfinite();
    assertThat(new OwnToken(100, 0.5, 100, -1_000).priceHolding(10)).isEqualTo(1);
  }

  @Test
  void shouldRefuseWhatIsOutOfBounds() {
    assertThatThrownBy(() -> new OwnToken(1, 1, 0, 1)).hasMessageContaining("supply");
    assertThatThrownBy(() -> new OwnToken.Loan(LOAN.token(), 0, 1)).hasMessageContaining("debt");
    ExponentialImpact market = new ExponentialImpact(1, 1);
    assertThatThrownBy(() -> new AttackCost(market, 1, 0, 0)).hasMessageContaining("tippingPrice");
    assertThatThrownBy(() -> new AttackCost(market, 0.5, 0.5, 0))
        .hasMessageContaining("collapsePrice");
  }
}
