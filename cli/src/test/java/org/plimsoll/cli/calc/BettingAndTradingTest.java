package org.plimsoll.cli.calc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.cli.calc.Calculated.json;

import org.junit.jupiter.api.Test;

/// PV-19 through the command line.
class BettingAndTradingTest {
  private static final String MARKET =
      "0.10,-0.05,0.12,0.08,-0.15,0.20,0.05,-0.02,0.18,-0.10,0.07,0.15";
  private static final String FUND =
      "0.17,-0.06,0.20,0.11,-0.20,0.31,0.06,-0.05,0.29,-0.17,0.13,0.20";

  @Test
  void pv19_kellyFindsOptimumGrowthAndTheFractionWithoutGrowth() {
    json("kelly --win-probability 60% --odds 1")
        .has(
            "kelly_fraction 0.2", "growth_at_kelly 0.020135514", "break_even_fraction 0.389390683");
    json("kelly --win-probability 0.5 --odds 2")
        .has("kelly_fraction 0.25", "growth_at_kelly 0.058891518", "break_even_fraction 0.5");
    json("kelly --win-probability 10% --odds 10k --fraction 0.5")
        .has("kelly_fraction 0.09991", "growth_at_kelly 0.596051059")
        .has("1: growth_per_bet 0.227906855", "break_even_fraction 0.621095102");
    json("kelly --win-probability 75% --odds 1 --fraction 90%")
        .has("kelly_fraction 0.5", "growth_at_kelly 0.130812036")
        .has("1: growth_per_bet -0.094255859", "break_even_fraction 0.839286755");
  }

  @Test
  void pv19_kellyShowsMeanMedianAndRuinSideBySide() {
    json("kelly --win-probability 60% --odds 1 --fraction 0.5 --rounds 100")
        .has("0: median_wealth 7.489869", "0: mean_wealth 50.504948", "0: ruin 0")
        .has("1: median_wealth 0.033440727", "1: mean_wealth 13780.6~");
    json("kelly --win-probability 60% --odds 1 --rounds 10")
        .has("1: mean_wealth 6.191736422", "1: median_wealth 0", "1: ruin 0.993953382");
  }

  @Test
  void withOtherPeoplesMoneyAllInIsBestEvenWithoutAnEdge() {
    Calculated borrowed =
        json("kelly --win-probability 40% --odds 1 --own-share 10%")
            .has("kelly_fraction 0", "0: own_mean_after_one 0.1", "1: own_mean_after_one 0.44");
    assertThat(borrowed.out()).contains("others bear the loss");
    assertThat(json("kelly --win-probability 40% --odds 1").out()).contains("stake nothing");
  }

  @Test
  void pv19_continuousKellyAndTheChanceOfEverBeingHalved() {
    json("kelly-continuous --drift 15% --volatility 80% --stake 3")
        .has("kelly_fraction 0.234375", "growth_at_kelly_a_year 0.017578125")
        .has("0: ever_at_part 0.125", "1: ever_at_part 0.5", "2: ever_at_part 0.793700526")
        .has("3: growth_a_year 0.0", "3: ever_at_part 1", "4: growth_a_year -2.43");
  }

  @Test
  void pv19_quotesOfBothKinds() {
    json("quote-informed --high 101 --low 99 --informed-share 20%").has("bid 99.8", "ask 100.2");
    json("quote-informed --high 110 --low 90 --high-probability 60% --informed-share 30%")
        .has("bid 98.936170213", "ask 104.716981132");
    String maker = "quote-inventory --mid 100 --risk-aversion 0.1 --volatility 2 --fill-decay 1.5";
    json(maker + " --time-left 1").has("reservation_price 100", "spread 1.690770423");
    json(maker + " --time-left 0.5 --inventory 3")
        .has("reservation_price 99.4", "spread 1.490770423");
  }

  @Test
  void pv19_aDecayingEdgeHasAnEnd() {
    Calculated desk =
        json("market-making --daily-volume 1bn --edge 1bp --half-life 365 --cost 0.3bp --day 700")
            .has("stop_day 633.992442", "best_profit 17841085.04", "back_to_zero 1683.519202")
            .has("days_past_stop 66.007558");
    assertThat(desk.out()).contains("Day 700 is 66.0076 days past the best day to stop");
    assertThat(json("market-making --daily-volume 1 --edge 1bp --half-life 9 --cost 2bp").out())
        .contains("do not begin");
  }

  @Test
  void pv19_aFundIsTakenApartIntoAlphaAndBeta() {
    Calculated found =
        json("alpha-beta --market=" + MARKET + " --fund=" + FUND + " --lags 0")
            .has("alpha_per_period 0.002979509", "t_of_alpha 0.444823", "beta 1.514676020")
            .has("t_of_beta 26.796~", "r_squared 0.986264", "total_return 0.99")
            .has("total_from_beta 0.954245893", "total_from_alpha 0.035754107");
    assertThat(found.out()).contains("Bull-market beta", "t_of_alpha_newey_west", "timing_gamma");
  }
}
