package org.plimsoll.ecosystem.agent.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.plimsoll.ecosystem.outcome.Outcome;
import org.plimsoll.solvency.cycle.CycleHistory;
import org.plimsoll.solvency.cycle.CycleStatistics;
import org.plimsoll.solvency.marketmaking.DecayingEdge;

/// The scenarios of trading desks and products: what the telling says of each, with numbers.
final class TradingScenariosTest {
  private static final Pattern STOP =
      Pattern.compile(
          "desk no longer earns .* (\\d+) days after it began; the best day to stop was (\\d+):"
              + " spread ([0-9,]+), adverse selection -([0-9,]+), fees -([0-9,]+),"
              + " cost -([0-9,]+) on a volume of ([0-9,]+)");

  @Test
  void the_desk_stops_late_and_near_the_day_of_the_closed_form() {
    Outcome run = Shipped.run("market-making-decay");
    Matcher stop = STOP.matcher(Shipped.flags(run, "stop").getFirst());
    assertThat(stop.matches()).isTrue();
    double[] said = new double[8];
    for (int group = 1; group < said.length; group++) {
      said[group] = Double.parseDouble(stop.group(group).replace(",", ""));
    }
    double volume = said[7];
    double cost = (said[4] + said[5] + said[6]) / volume;
    DecayingEdge closed = new DecayingEdge(volume / said[1], .0001, 365, cost);

    assertThat(volume / said[1]).isCloseTo(1e9, within(.03e9));
    assertThat(said[2]).isCloseTo(closed.stopDay(), within(closed.stopDay() * .2));
    assertThat(said[1]).isGreaterThanOrEqualTo(said[2]);
    assertThat(said[3] - said[4] - said[5] - said[6])
        .isCloseTo(closed.profitUntil(said[1]), within(closed.profitUntil(said[1]) * .25));
  }

  @Test
  void without_rivals_the_basis_point_lasts() {
    assertThat(Shipped.flags(Shipped.run("market-making-decay", "no-rivals"), "stop")).isEmpty();
  }

  @Test
  void a_year_of_longs_is_the_market_and_not_skill() {
    Outcome run = Shipped.run("discretionary-longs");

    assertThat(Shipped.last(run, "wealth-desk")).isGreaterThan(250e6);
    assertThat(Shipped.flags(run, "record"))
        .filteredOn(text -> text.startsWith("desk-record"))
        .hasSize(4)
        .allMatch(text -> text.endsWith("bull market beta"))
        .last()
        .asString()
        .matches(".*alpha -?0\\.000\\d+ \\(t -?[01]\\.\\d+\\), beta 0\\.[89]\\d+ \\(t \\d\\d.*");
  }

  @Test
  void all_levered_products_trade_and_the_fall_goes_through_them() {
    Outcome run = Shipped.run("leveraged-products");

    assertThat(Shipped.largest(run, "debts-USD")).isGreaterThan(5e6);
    assertThat(Shipped.largest(run, "open-interest-BTC-PERP")).isGreaterThan(10_000);
    assertThat(Shipped.last(run, "account-value-longs")).isZero();
    assertThat(Shipped.least(run, "insurance")).isGreaterThan(-1);
    // The fund is sold down as it falls: it loses less than all, and its tokens are still worth it.
    assertThat(Shipped.last(run, "account-value-bull-fund")).isPositive();
    assertThat(Shipped.last(run, "claims-BULL")).isPositive();
    assertThat(Shipped.largest(run, "account-value-bear-fund"))
        .isGreaterThan(2 * Shipped.values(run, "account-value-bear-fund")[10 * 24]);
  }

  @Test
  void leverage_lowers_volatility_and_fattens_the_tail() {
    CycleStatistics levered = statistics(Shipped.run("leverage-cycle"));
    CycleStatistics unlevered = statistics(Shipped.run("leverage-cycle", "unlevered"));

    assertThat(levered.deviation()).isLessThan(unlevered.deviation());
    assertThat(levered.skew()).isLessThan(-.1);
    assertThat(levered.excessKurtosis()).isGreaterThan(4);
    assertThat(levered.tailIndex()).isLessThan(2.5);
    assertThat(levered.clustering()).isGreaterThan(.1);
    assertThat(unlevered.excessKurtosis()).isLessThan(.3);
    assertThat(unlevered.tailIndex()).isGreaterThan(8);
  }

  private static CycleStatistics statistics(Outcome run) {
    double[] prices =
        Arrays.stream(Shipped.values(run, "share-price"))
            .filter(price -> !Double.isNaN(price))
            .map(price -> price / 1e9)
            .toArray();
    return CycleStatistics.of(new CycleHistory(1, prices, Shipped.flags(run, "default").size(), 0));
  }

  @Test
  void a_healthy_exchange_survives_both_falls_and_nobody_cries_wolf() {
    Outcome run = Shipped.run("healthy-exchange");
    double[] claims = Shipped.values(run, "claims-value");
    double[] debts = Shipped.values(run, "debts-value");
    double[] custody = Shipped.values(run, "custody-value");

    for (int day = 0; day < claims.length; day++) {
      assertThat(custody[day] + debts[day]).isGreaterThanOrEqualTo(claims[day] - 1);
    }
    assertThat(Shipped.least(run, "insurance")).isGreaterThanOrEqualTo(0);
    assertThat(Shipped.least(run, "wealth-longs")).isLessThan(3e6);
    assertThat(Shipped.last(run, "holdings-savers")).isGreaterThan(60e6);
    assertThat(run.flags()).isEmpty();
  }
}
