package org.plimsoll.ecosystem.agent.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.plimsoll.ecosystem.outcome.Outcome;
import org.plimsoll.solvency.impact.ExponentialImpact;
import org.plimsoll.solvency.spiral.AttackCost;
import org.plimsoll.solvency.spiral.OwnToken;

/// The scenarios in which something breaks: what the telling says of each, with numbers.
final class BreakingScenariosTest {
  @Test
  void levine_balances_in_every_state_told_and_nothing_is_there() {
    Outcome run = Shipped.run("levine");

    // Each day's midnight: the deposits, the trades, the borrowing.
    assertThat(Shipped.values(run, "claims-BTC")).startsWith(50, 100, 100);
    assertThat(Shipped.values(run, "claims-USD")).startsWith(1_000_000, 2_000_000, 2_000_000);
    assertThat(Shipped.values(run, "claims-FTT")).startsWith(0, 0, 150_000);
    assertThat(Shipped.values(run, "debts-BTC")).startsWith(0, 50, 100);
    assertThat(Shipped.values(run, "debts-USD")).startsWith(0, 1_000_000, 2_000_000);
    assertThat(Shipped.values(run, "custody-BTC")).startsWith(50, 50, 0);
    assertThat(Shipped.values(run, "custody-USD")).startsWith(1_000_000, 1_000_000, 0);
    assertThat(Shipped.values(run, "custody-FTT")).startsWith(0, 0, 150_000);
  }

  @Test
  void what_is_left_for_customers_follows_from_what_the_token_counts_for() {
    assertThat(left("levine")).isZero();
    assertThat(left("levine", "half-weight")).isBetween(500_000., 1_000_000.);
    assertThat(left("levine", "quarter-weight")).isBetween(1_300_000., 1_400_000.);
    assertThat(left("levine", "no-own-token")).isEqualTo(2_000_000);
    assertThat(left("levine", "segregated")).isEqualTo(2_000_000);
  }

  private static double left(String... scenarioAndSwitch) {
    Outcome run = Shipped.run(scenarioAndSwitch);
    return Shipped.last(run, "custody-USD") + 20_000 * Shipped.last(run, "custody-BTC");
  }

  @Test
  void a_desk_that_does_not_count_its_fills_loses_what_knight_lost() {
    Outcome run = Shipped.run("knight-2012");

    assertThat(loss(run)).isCloseTo(460e6, within(46e6));
    assertThat(Shipped.flags(run, "runaway").getFirst())
        .matches("router was long 3,[5-7]\\d\\d,.* and short (2,9|3,0|3,1)\\d\\d,.* dollars.*");
  }

  @Test
  void each_control_alone_would_have_saved_nearly_all_of_it() {
    assertThat(loss(Shipped.run("knight-2012", "counts-fills"))).isBetween(0., 2e6);
    assertThat(loss(Shipped.run("knight-2012", "gross-limit"))).isBetween(0., 5e6);
    assertThat(loss(Shipped.run("knight-2012", "kill-switch"))).isBetween(0., 5e6);
  }

  private static double loss(Outcome run) {
    return 1_500e6 - Shipped.last(run, "wealth-desk");
  }

  @Test
  void a_pumped_coin_leaves_a_hole_that_weight_and_cap_would_have_closed() {
    Outcome run = Shipped.run("mobilecoin-2021");
    Outcome scaled = Shipped.run("mobilecoin-2021", "size-scaled-weight");
    Outcome capped = Shipped.run("mobilecoin-2021", "cap");
    Outcome clamped = Shipped.run("mobilecoin-2021", "clamped");

    assertThat(Shipped.largest(run, "price-MOB")).isGreaterThan(60);
    assertThat(Shipped.last(run, "holdings-stranger")).isGreaterThan(400e6);
    assertThat(-Shipped.last(run, "account-value-stranger")).isBetween(600e6, 800e6);
    assertThat(Shipped.last(scaled, "account-value-stranger")).isPositive();
    assertThat(Shipped.last(capped, "account-value-stranger")).isPositive();
    assertThat(-Shipped.last(clamped, "account-value-stranger")).isGreaterThan(600e6);
  }

  @Test
  void an_attack_on_the_own_token_costs_and_earns_what_the_closed_form_says() {
    OwnToken.Loan loan = new OwnToken.Loan(new OwnToken(20e6, 2.5, 100e6, 60e6), 130e6, 90e6);
    double good = loan.goodPrice().orElseThrow();
    double tipping = loan.tippingPrice().orElseThrow();
    AttackCost closed = new AttackCost(new ExponentialImpact(good, 50e6), tipping, .2, 0);
    assertThat(closed.profit()).isCloseTo(19_844_831.285548, within(1e-3));

    Outcome run = Shipped.run("own-token-attack");
    double profit = Shipped.last(run, "wealth-attacker") - 60e6;

    assertThat(profit).isCloseTo(closed.profit(), within(closed.profit() * .05));
    assertThat(Shipped.last(run, "price-TOK")).isCloseTo(.2, within(.001));
    assertThat(Shipped.last(run, "account-value-affiliate")).isLessThan(-110e6);
  }

  @Test
  void short_of_the_tipping_price_or_without_the_loan_an_attack_loses() {
    Outcome small = Shipped.run("own-token-attack", "no-attack");
    Outcome unborrowed = Shipped.run("own-token-attack", "no-own-token");

    assertThat(Shipped.last(small, "price-TOK")).isCloseTo(1.7, within(.01));
    assertThat(Shipped.last(small, "wealth-attacker")).isLessThan(60e6);
    assertThat(Shipped.last(unborrowed, "price-TOK")).isCloseTo(1.7, within(.01));
    assertThat(Shipped.last(unborrowed, "wealth-attacker")).isLessThan(55e6);
  }

  @Test
  void the_same_seed_gives_the_same_end() {
    assertThat(Shipped.run("own-token-attack").stateHash())
        .isEqualTo(Shipped.run("own-token-attack").stateHash());
  }
}
