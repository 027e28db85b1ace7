package org.plimsoll.cli.calc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.cli.calc.Calculated.calc;
import static org.plimsoll.cli.calc.Calculated.json;

import org.junit.jupiter.api.Test;

/// PV-15 to 18 through the command line.
class CreditAndRunsTest {
  @Test
  void pv15_collateralThatFallsWithItsBorrower() {
    json("wrong-way --value 150 --debt 100 --volatility 80% --default-probability 5%"
            + " --correlation=-0.3,0,0.3,0.6,0.9")
        .has("0: collateral_in_default 240.097213", "0: wrong_way_ratio 1.6006~")
        .has("0: short_in_default 0.225000379", "0: loss_in_default 7.185494")
        .has("0: expected_loss 0.359275", "1: collateral_in_default 150", "1: wrong_way_ratio 1")
        .has("1: short_in_default 0.457461374", "1: loss_in_default 18.408940")
        .has("1: expected_loss 0.920447", "2: collateral_in_default 89.174404")
        .has("2: wrong_way_ratio 0.5945~", "2: short_in_default 0.702925039")
        .has("2: loss_in_default 33.993889", "2: expected_loss 1.699694")
        .has("3: collateral_in_default 50.398243", "3: wrong_way_ratio 0.3360~")
        .has("3: short_in_default 0.914083791", "3: loss_in_default 53.086206")
        .has("3: expected_loss 2.654310", "4: collateral_in_default 27.055797")
        .has("4: wrong_way_ratio 0.1804~", "4: short_in_default 0.999818255")
        .has("4: loss_in_default 72.946004", "4: expected_loss 3.647300");
  }

  @Test
  void pv15_haircutsJumpsAndHazards() {
    json("wrong-way --value 1 --debt 1 --volatility 80% --default-probability 5% --days 14")
        .has("0: haircut 0.2366099", "1: haircut 0.3001148", "2: haircut 0.3437292")
        .has("3: haircut 0.3634288");
    json("wrong-way-jump --value 150 --jump 70% --debt 100")
        .has("recovery 45", "loss_given_default 0.55");
    json("wrong-way-hazard --outcome=-40@10%,-10@25%,0@30%,20@25%,60@10% --slope=0,0.02,0.05,-0.02"
            + " --default-probability 5%")
        .has("0: level -2.970195249", "0: expected_loss 0.55", "1: level -3.187721123")
        .has("1: expected_loss 1.066740489", "1: multiple 1.939528", "2: level -4.030473541")
        .has("2: expected_loss 2.036410619", "2: multiple 3.702565")
        .has("3: expected_loss 0.256008131", "3: multiple 0.465469");
  }

  @Test
  void pv16_runsOfFourKinds() {
    json("run --liquid 300 --illiquid 760 --discount 80% --claims 1000")
        .has("sells_above 0.3", "insolvent_above 0.54", "out_of_cash_above 0.908");
    json("run-contract --yield 2 --early 25% --promise 1.28")
        .has("late_payoff 1.813333", "run_above 0.5625");
    json("run-contract --yield 2 --early 25% --risk-aversion 2")
        .has("promise 1.281508965", "late_payoff 1.812327358");
    json("run-panic --yield 5% --recovery 25%").has("panic_below 0.9375");
    json("run-panic --yield 5% --recovery 75%").has("panic_below 0.833333");
    json("run-panic --yield 10% --recovery 50%").has("panic_below 0.833333");
    json("run-panic --yield 2% --recovery 90%").has("panic_below 0.833333");
    json("run-gate --per-day 5% --demand 40%").has("days 8", "days_of_fright 0");
    json("run-gate --per-day 5% --demand 40% --extra-demand 20%")
        .has("days 12", "days_of_fright 4");
  }

  @Test
  void pv17_marginWeightAndHealth() {
    assertThat(
            json("margin --leverage-max 20 --factor 0.00025 --size 500m")
                .has("0: initial 5.59017")
                .out())
        .contains("asks for more than it is worth");
    json("margin --leverage-max 20 --factor 0.002 --size 400,1000,2500,10k")
        .has("0: initial 0.05", "0: maintenance 0.03", "1: initial 0.06324555")
        .has("1: maintenance 0.03794733", "2: initial 0.1", "2: maintenance 0.06")
        .has("3: initial 0.2", "3: maintenance 0.12", "3: auto_close 0.06");
    json("collateral-weight --weight 0.95 --factor 0.0005 --quantity 10k,1m")
        .has("0: weight 0.95", "1: weight 0.733333");
    json("collateral-weight --weight 0.9 --factor 0.0002 --quantity 1e8").has("0: weight 0.366667");
    json("health-factor --collateral 100 --debt 85 --threshold 80% --repaid 40 --target 75%")
        .has("health_factor 0.941176", "health_factor_after 1.031111")
        .has("repay_to_target 47.058824", "toxic_from 0.952381");
    assertThat(
            json("health-factor --collateral 100 --debt 97 --threshold 80% --repaid 40")
                .has("health_factor 0.824742", "health_factor_after 0.814035")
                .out())
        .contains("Every liquidation makes the position worse");
  }

  @Test
  void pv17_lossesFallDownTheLayersToTheUnit() {
    String layers = " --insurance-fund 50 --venue-capital 20 --profit 100,60,40";
    json("waterfall --loss 120" + layers)
        .has("insurance_fund 50", "venue_capital 20", "profit_1 25", "profit_2 15", "profit_3 10")
        .has("part_of_profits_taken 0.25", "uncovered 0");
    json("waterfall --loss 500" + layers)
        .has("profit_1 100", "profit_2 60", "profit_3 40", "uncovered 230");
    json("waterfall --loss 120 --profile deleveraging" + layers)
        .has("insurance_fund 50", "profit_1 70", "uncovered 0");
  }

  @Test
  void pv18_barriersAmplificationAndTheLikeliestMove() {
    json("first-passage --price 100 --barrier 70 --volatility 80% --days 365")
        .has("reached 0.765745961", "reached_at_looks 0.748325955", "ends_below 0.481717422");
    json("first-passage --price 100 --barrier 70 --volatility 80% --days 30")
        .has("reached 0.142694723", "reached_at_looks 0.116361537");
    json("first-passage --price 100 --barrier 50 --drift 5% --volatility 60% --days 365")
        .has("reached 0.314274798");
    json("amplified-failure --fall 30% --volatility 80% --days 7")
        .has("0: probability 0.000777967", "1: probability 0.012373557")
        .has("2: probability 0.079042322", "3: probability 0.258393368")
        .has("4: probability 0.413115303");
    json("reverse-stress --exposure 100,50,80 --loss 30"
            + " --covariance 0.04,0.02,0.03/0.02,0.03,0.02/0.03,0.02,0.09")
        .has("distance 0.689883075", "0: move -0.117398202", "1: move -0.080909572")
        .has("2: move -0.177683765");
  }

  @Test
  void pv17_positionsAreClosedByProfitAndLeverage() {
    String four =
        "deleveraging --profit 300,500,50,-100 --entry-value 1000,4000,200,1000"
            + " --leverage 5,10,3,4 --size 3,8,2,5 --take ";
    Calculated six =
        json(four + "6")
            .has("0: score 1.5", "1: score 1.25", "2: score 0.75", "3: score -0.025")
            .has("0: closed 3", "1: closed 3", "2: closed 0", "left 0");
    assertThat(six.tree().at("/tables/0/cases/3/case").asString()).isEqualTo("4");
    assertThat(calc(four + "20").out()).contains("nobody is left to take over 2 of it.");
    assertThat(calc(four + "-1").err()).contains("--take: size -1 is negative");
    assertThat(calc(four + "1 --size 1").err()).contains("need one item per position");
  }

  @Test
  void pv17_volatilityForgetsAndAMarginSwings() {
    Calculated path =
        json("ewma --start 2% --returns .01,-.02,.015,-.12,.08,-.09,.03")
            .has("0: volatility 0.02", "1: volatility 0.0195448203", "2: volatility 0.0195724296")
            .has("3: volatility 0.0193286109", "4: volatility 0.0348594247")
            .has("5: volatility 0.0390674893", "6: volatility 0.0438257070")
            .has("7: volatility 0.0431213525", "peak_over_trough 2.267400757")
            .has("largest_rise 0.0155308138");
    assertThat(path.out()).contains("2.2674 times as much at its peak");
    assertThat(calc("ewma --start 0 --returns 1").err()).contains("--start 0.0 is out of bounds");
    assertThat(calc("ewma --start 1 --returns 1 --days 0").err()).contains("--days 0");
  }
}
