package org.plimsoll.cli.calc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.plimsoll.cli.calc.Calculated.calc;
import static org.plimsoll.cli.calc.Calculated.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// PV-05, 06, 09, 10, 18, 21 and 22 through the command line.
class SpiralsAndTokensTest {
  private static final String FTT =
      "load-line --daily-volume 44m --daily-volatility 1.94% --debt 5.82bn --depth 8m"
          + " --loan-to-value ";

  @ParameterizedTest
  @CsvSource({
    "25%,15m,60000000", "50%,10m,20000000", "75%,5m,6666666.67",
    "80%,4m,5000000", "90%,2m,2222222.22", "95%,1m,1052631.58"
  })
  void pv05_theLineIsTheDepthTimesOneLessTheRatio(String ratio, String line, String collateral) {
    json("load-line --daily-volume 1bn --daily-volatility 4% --depth 20m --loan-to-value " + ratio)
        .has(
            "spiral_line " + line.replace("m", "000000"),
            "collateral_at_spiral_line " + collateral);
  }

  @Test
  void pv05_fourLendersWhoEachLookSafeAreNotSafeTogether() {
    Calculated four =
        json("spiral --depth 1m --borrower 300k@50%,300k@50%,300k@50%,300k@50%")
            .has("gain 1.2", "0: gain 0.3", "3: gain 0.3");
    assertThat(four.tree().at("/figures/amplification/value").asString()).isEqualTo("infinite");
    assertThat(four.out())
        .contains("R is 1.2: each round of forced sales is larger than the last.");
  }

  @ParameterizedTest
  @CsvSource({
    "100000,0.25,0.0666667,18.670498401,0.06647508,6997.7307",
    "200000,0.5,0.1,18.048469238,0.09757654,20551.2419",
    "300000,0.75,0.2,16.621847446,0.16890763,53488.4152",
    "400000,1,,13.178816862,0.34105916,146331.2887",
    "600000,1.5,,4.239473043,0.78802635,600000"
  })
  void pv06_aShockEndsWhereItIsSaid(
      String pledged, String gain, String forecast, String price, String fall, String sold) {
    Calculated end =
        json("spiral --price 20 --depth 400k --shock 5% --borrower " + pledged + "@50%")
            .has("gain " + gain, "final_price " + price, "total_fall " + fall, "sold " + sold);
    if (forecast != null) {
      end.has("small_shock_forecast " + forecast);
    }
  }

  @Test
  void pv06_theFirstRoundsAreShownAndWhatIsLeftOfTheDebt() {
    Calculated small =
        json("spiral --price 20 --depth 400k --borrower 100k@50% --shock 5%")
            .has("0: sold 5263.157895", "0: price_after 18.751637547", "1: sold 1324.636947")
            .has("1: price_after 18.689642475", "2: sold 314.252275");
    assertThat(small.tree().at("/tables/0/cases").size()).isEqualTo(5);
    assertThat(
            json("spiral --price 20 --depth 400k --borrower 600k@50% --shock 5%")
                .has("debt_left 95789.2171")
                .out())
        .contains("Everything pledged is sold, and 95,789.2 stay unpaid.");
  }

  @Test
  void aShockIsFollowedThroughBorrowersOfSeveralRatios() {
    Calculated two =
        json("spiral --price 20 --depth 400k --borrower 50k@50%,60k@75% --shock 5%")
            .has("gain 0.575", "0: sold 12105.26315789", "rounds 36");
    double sold = two.tree().at("/figures/sold/value").asDouble();
    double parts = 0;
    for (int part = 0; part < 2; part++) {
      parts += two.tree().at("/tables/1/cases/" + part + "/figures/sold/value").asDouble();
    }
    assertThat(parts).isCloseTo(sold, within(1e-6));
    json("spiral --price 20 --depth 400k --borrower 40k@50%,60k@50% --shock 5%")
        .has("final_price 18.670498401", "sold 6997.7307");
    assertThat(calc("spiral --price 20 --depth 400k --borrower 600k@50%,1k@10% --shock 5%").out())
        .contains("Borrowers who have sold everything: 1. Of their debt ");
    assertThat(calc("spiral --depth 1m --borrower 1k@50% --leveraged-token 1@3 --shock 5%").out())
        .contains("computed for borrowers only, not for leveraged tokens")
        .doesNotContain("final price");
  }

  @Test
  void pv09_ownTokensHeldOrPledged() {
    String holding = "own-token --independent-value 200m --per-equity 0.3 --supply 100m --held 60m";
    json(holding + " --other-equity 500m")
        .has("gain 0.18", "price 4.268292683", "price_without_holdings 3.5");
    json(holding + " --other-equity 300m").has("price 3.536585366", "price_without_holdings 2.9");
    json("own-token --independent-value 20m --per-equity 2.5 --supply 100m --other-equity 60m"
            + " --debt 130m --collateral 90m")
        .has("good_price 1.70", "kink 1.444444", "gain_below_kink 2.25", "tipping_price 1.24")
        .has("distance_to_collapse 0.270588", "0: price 0.2", "1: price 1.24", "2: price 1.7");
    Calculated single =
        json("own-token --independent-value 100m --per-equity 0.5 --supply 100m"
                + " --other-equity 400m --debt 260m --collateral 80m")
            .has("kink 3.25", "gain_below_kink 0.4", "0: price 2.833333");
    assertThat(single.tree().at("/tables/0/cases").size()).isEqualTo(1);
    assertThat(single.tree().at("/figures/tipping_price/value").isNull()).isTrue();
  }

  @Test
  void pv10_supportRunsOutAndTheLoanIsCalled() {
    json("emission --tokens-per-day 1m --inflow-per-day 2m --money-depth 200m --peg 5 --cash 180m"
            + " --after 30 --debt 90m --quantity 30m --threshold 80%")
        .has("steady_price 2", "burn 3000000", "runway 60", "tokens_bought 36000000")
        .has("loan_trigger 3.75", "loan_called_after 25.131442828", "price_after 3.600301267");
  }

  @Test
  void pv18_leveragedTokens() {
    json("leveraged-token --leverage 3 --returns=-10%,11.111%").has("token 0.933331");
    json("leveraged-token --leverage=-3 --returns=10%,-9.0909%").has("token 0.890909");
    String week = " --returns=5%,-4%,3%,-6%,2%";
    json("leveraged-token --leverage 3" + week).has("token 0.958797136", "underlying 0.995464512");
    json("leveraged-token --leverage=-3" + week).has("token 0.960922144");
    json("leveraged-token --leverage 3 --volatility 80%").has("left_by_rebalancing 0.146606962");
    json("leveraged-token --leverage=-3 --volatility 80%").has("left_by_rebalancing 0.021493601");
    json("leveraged-token --leverage 3 --excess 1.3333333333").has("emergency_move -0.1111111");
    json("spiral --depth 800m --leveraged-token 40m@3,25m@-3").has("gain 0.675");
  }

  @Test
  void pv18_fundingIsATwentyFourthOfTheMeanPremiumAndSumsToNothing() {
    Calculated funding =
        json("funding --premium .2%,.5%,-.1% --quantity 10,-4,-6 --index 20000")
            .has("hourly_rate 0.0000833333", "0: receives -16.6666667", "1: receives 6.66666667");
    assertThat(funding.out()).contains("Longs pay shorts 0.00833333% of a position's value");
    assertThat(calc("funding --premium=-1%").out()).contains("Shorts pay longs 0.0416667%");
    assertThat(calc("funding --premium 0").out()).contains("Nobody pays.");
    assertThat(calc("funding --premium 0 --index 5").err()).contains("give --quantity and --index");
  }

  @Test
  void pv21_depthDecides() {
    json(FTT + "50%")
        .has("0: sellable 8800000", "0: square_root_impact 0.00867594")
        .has("0: square_root_line 8749101.13", "0: square_root_debt_over_line 665.21~")
        .has("1: sellable 61600000", "1: square_root_impact 0.02295439")
        .has("1: square_root_line 60657339.74", "1: square_root_debt_over_line 95.95~")
        .has("2: sellable 264000000", "2: square_root_impact 0.04752010")
        .has("2: square_root_line 255636462.22", "2: square_root_debt_over_line 22.77~")
        .has("3: sellable 792000000", "3: square_root_impact 0.08230723")
        .has("3: square_root_line 748541782.91", "3: square_root_debt_over_line 7.78~")
        .has("spiral_line 4000000", "debt_over_spiral_line 1455", "0: exponential_line 4000000");
  }

  @Test
  void aModelOutOfItsRangeDoesNotMakeTheVerdict() {
    Calculated ftt = json(FTT + "50% --participation 1 --market-cap 3bn --pool 2m --days 132");
    assertThat(ftt.tree().at("/tables/0/cases/0/figures/square_root_in_range/value").asString())
        .isEqualTo("no");
    assertThat(ftt.out()).contains("a model's range is 500,000 (pool)");
  }

  @Test
  void pv22_anAttackPays() {
    Calculated attack =
        json("attack --price 1.7 --tipping-price 1.24 --collapse-price 0.2 --depth 50m")
            .has("tokens 15775843.572261", "proceeds 23000000", "buy_back 3155168.714452")
            .has("profit 19844831.285548");
    assertThat(attack.out()).contains("The attack pays");
    assertThat(
            calc("attack --price 1.7 --tipping-price 1.24 --collapse-price 0.2 --depth 50m"
                    + " --borrow-cost 20m")
                .out())
        .contains("The attack does not pay.");
  }
}
