package org.plimsoll.cli.calc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.cli.calc.Calculated.calc;
import static org.plimsoll.cli.calc.Calculated.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// PV-20 through the command line.
class LinesTest {
  @ParameterizedTest
  @CsvSource({
    "0,0.514775489,3.064602789,5.953280318",
    "1,0.631152685,4.829063886,7.651181715",
    "2,0.700712902,6.482147172,9.250788947",
    "3,0.747709512,8.081336974,10.808123804",
    "5,0.807664520,11.201027849,13.868416369",
    "10,0.879114769,18.830483107,21.419823413"
  })
  void pv20_fourStations(String buffer, String throughput, String pieces, String time) {
    json("tandem --rates 1,1,1,1 --buffer " + buffer)
        .has(
            "0: throughput " + throughput, "0: work_in_progress " + pieces, "0: flow_time " + time);
  }

  @Test
  void pv20_otherLines() {
    json("tandem --rates 0.5,1,1,1 --buffer 0,1,5")
        .has("0: throughput 0.392033731", "1: throughput 0.454572190", "2: throughput 0.497910894");
    json("tandem --rates 1,1 --buffer 0,4")
        .has("0: throughput 0.6666667", "1: throughput 0.8571429");
    json("tandem --rates 1,1,1 --buffer 0,1")
        .has("0: throughput 0.5641026", "1: throughput 0.670466158");
    json("tandem --rates 2,3,4").has("0: throughput 1.499785745");
    json("tandem --rates 1,1,1,1,1").has("0: throughput 0.485798122");
    json("tandem --rates 1,1,1,1,1,1").has("0: throughput 0.466713263");
    assertThat(json("tandem --rates 1,1,1,1 --buffer 12,13").has("1: throughput 0.901118965").out())
        .contains("With 13 places between stations the line yields 90.1119%");
  }

  @Test
  void pv20_oneHelperTwoHelpersAndAChain() {
    json("cross-training --work 2,1,1,1")
        .has("specialist_cycle 2", "specialist_efficiency 0.625", "generalist_cycle 1.25");
    json("cross-training --work 2,1,1,1 --skills 1,1+2,3,4").has("trained_cycle 1.5");
    json("cross-training --work 2,1,1,1 --skills 1,1+2,1+3,4").has("trained_cycle 1.333333");
    json("cross-training --work 2,1,1,1 --skills 1,1+2,1+3,1+4").has("trained_cycle 1.25");
    json("cross-training --work 2,1,1,1 --skills 1+2,2+3,3+4,4+1")
        .has("trained_cycle 1.25", "trained_efficiency 1");
  }

  @Test
  void pv20_batchesDelayTheFirstPieceAndSetupsAskForThem() {
    json("batches --stations 4 --size 1,10")
        .has("0: flow_time 4", "1: flow_time 40", "1: all_one_by_one 13", "1: rate 1");
    json("batches --stations 4 --setup 5 --size 1,2,5,10,20")
        .has("0: rate 0.1666667", "1: rate 0.2857143", "2: rate 0.5", "3: rate 0.6666667")
        .has("4: rate 0.8", "4: part_of_station 0.8")
        .has("0: flow_time 24", "1: flow_time 28", "2: flow_time 40", "3: flow_time 60")
        .has("4: flow_time 100");
  }

  @Test
  void pv20_aBucketBrigadeBalancesItself() {
    json("bucket-brigade --speeds 1,2,3,4")
        .has("rate 10", "0: hands_over_at 0.1", "1: hands_over_at 0.3", "2: hands_over_at 0.6");
    assertThat(json("bucket-brigade --speeds 3").has("rate 3").tree().at("/tables")).isEmpty();
    assertThat(calc("bucket-brigade --speeds 2,1").err()).contains("--speeds [2.0, 1.0] must be");
  }

  @Test
  void aLineOfConstantWorkYieldsMoreTheMoreItHolds() {
    json("constant-work --stations 4 --pieces 1,4,12")
        .has("0: exponential 0.25", "1: exponential 0.571428571", "2: exponential 0.8")
        .has("0: best 0.25", "2: best 1", "2: worst 0.25");
  }
}
