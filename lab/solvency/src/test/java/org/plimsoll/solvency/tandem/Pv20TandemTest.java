package org.plimsoll.solvency.tandem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Pv20TandemTest {
  private static final Offset<Double> PRINTED = within(1e-8);
  private static final Offset<Double> EXACT = within(1e-12);

  private static LineFlow flow(int buffer, double... rates) {
    return new TandemLine(rates, buffer).flow();
  }

  @ParameterizedTest
  @CsvSource({
    "0,  0.514775489, 3.064602789,  5.953280318",
    "1,  0.631152685, 4.829063886,  7.651181715",
    "2,  0.700712902, 6.482147172,  9.250788947",
    "3,  0.747709512, 8.081336974,  10.808123804",
    "5,  0.807664520, 11.201027849, 13.868416369",
    "10, 0.879114769, 18.830483107, 21.419823413"
  })
  void pv20_fourStations(int buffer, double throughput, double pieces, double flowTime) {
    LineFlow flow = flow(buffer, 1, 1, 1, 1);
    assertThat(flow.throughput()).isCloseTo(throughput, PRINTED);
    assertThat(flow.workInProgress()).isCloseTo(pieces, PRINTED);
    assertThat(flow.flowTime()).isCloseTo(flowTime, PRINTED);
  }

  @ParameterizedTest
  @CsvSource({"0, 0.392033731", "1, 0.454572190", "5, 0.497910894"})
  void pv20_aSlowFirstStation(int buffer, double throughput) {
    assertThat(flow(buffer, 0.5, 1, 1, 1).throughput()).isCloseTo(throughput, PRINTED);
  }

  @Test
  void pv20_twoAndThreeStations() {
    for (int buffer = 0; buffer < 20; buffer++) {
      assertThat(flow(buffer, 1, 1).throughput()).isCloseTo((buffer + 2.0) / (buffer + 3.0), EXACT);
    }
    assertThat(flow(0, 1, 1, 1).throughput()).isCloseTo(22.0 / 39, EXACT);
    assertThat(flow(1, 1, 1, 1).throughput()).isCloseTo(0.670466158, PRINTED);
    assertThat(flow(0, 2, 3, 4).throughput()).isCloseTo(1.499785745, PRINTED);
  }

  @Test
  void pv20_fiveAndSixStations() {
    assertThat(flow(0, 1, 1, 1, 1, 1).throughput()).isCloseTo(0.485798122, PRINTED);
    assertThat(flow(0, 1, 1, 1, 1, 1, 1).throughput()).isCloseTo(0.466713263, PRINTED);
  }

  @Test
  void pv20_ninetyPercentNeedsThirteenPlaces() {
    assertThat(flow(12, 1, 1, 1, 1).throughput()).isCloseTo(0.894733, within(1e-6));
    assertThat(flow(13, 1, 1, 1, 1).throughput()).isCloseTo(0.901118965, PRINTED);
  }

  @Test
  void pv20_crossTraining() {
    PacedLine line = PacedLine.of(2, 1, 1, 1);
    assertThat(line.crossTrainedCycle(0b0001, 0b0010, 0b0100, 0b1000)).isCloseTo(2, EXACT);
    assertThat(line.crossTrainedCycle(0b0001, 0b0011, 0b0100, 0b1000)).isCloseTo(1.5, EXACT);
    assertThat(line.crossTrainedCycle(0b0001, 0b0011, 0b0101, 0b1000)).isCloseTo(4.0 / 3, EXACT);
    assertThat(line.crossTrainedCycle(0b0001, 0b0011, 0b0101, 0b1001)).isCloseTo(1.25, EXACT);
    assertThat(line.crossTrainedCycle(0b0011, 0b0110, 0b1100, 0b1001)).isCloseTo(1.25, EXACT);
    assertThat(line.specialistCycle()).isEqualTo(2);
    assertThat(line.efficiency()).isEqualTo(0.625);
    assertThat(1 / line.generalistCycle()).isCloseTo(0.8, EXACT);
  }

  @Test
  void pv20_randomTimesPacedByTheSlowest() {
    assertThat(new WorkTime.Exponential(1).expectedMaximum(4)).isCloseTo(25.0 / 12, EXACT);
    assertThat(new WorkTime.TwoPoint(1, 2).expectedMaximum(4)).isCloseTo(1.9375, EXACT);
    assertThat(new WorkTime.Uniform(0.5, 1.5).expectedMaximum(4)).isCloseTo(1.3, EXACT);
  }

  @Test
  void pv20_batches() {
    BatchLine free = new BatchLine(4, 1, 0);
    assertThat(free.flowTime(10)).isEqualTo(40);
    assertThat(free.flowTime(1)).isEqualTo(4);
    assertThat(free.singlePieceTime(10)).isEqualTo(13);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0.166666667, 24",
    "2, 0.285714286, 28",
    "5, 0.5, 40",
    "10, 0.666666667, 60",
    "20, 0.8, 100"
  })
  void pv20_setupsPushToBigBatches(int size, double rate, double flowTime) {
    BatchLine line = new BatchLine(4, 1, 5);
    assertThat(line.rate(size)).isCloseTo(rate, PRINTED);
    assertThat(line.flowTime(size)).isEqualTo(flowTime);
  }

  @Test
  void pv20_bucketBrigade() {
    BucketBrigade brigade = BucketBrigade.of(1, 2, 3, 4);
    assertThat(brigade.handovers()).containsExactly(new double[] {.1, .3, .6}, EXACT);
    assertThat(brigade.rate()).isEqualTo(10);
  }

  @Test
  void shouldPassOnWhatAConstantNumberOfPiecesAllows() {
    ConstantWork line = new ConstantWork(4, 4);
    assertThat(line.exponential()).isCloseTo(4.0 / 7, EXACT);
    assertThat(line.best()).isEqualTo(1);
    assertThat(line.worst()).isEqualTo(0.25);
  }

  @Test
  void shouldRefuseWhatIsOutOfBounds() {
    assertThatThrownBy(() -> flow(0, 1, 0)).hasMessageContaining("rates [1.0, 0.0]");
    assertThatThrownBy(() -> flow(-1, 1, 1)).hasMessageContaining("buffer -1");
    assertThatThrownBy(() -> flow(15, 1, 1, 1, 1)).hasMessageContaining("5000 states");
    assertThatThrownBy(() -> PacedLine.of(1, 1).crossTrainedCycle(1, 1))
        .hasMessageContaining("nobody");
    assertThatThrownBy(() -> BucketBrigade.of(2, 1)).hasMessageContaining("slowest first");
    assertThatThrownBy(() -> new BatchLine(4, 0, 0)).hasMessageContaining("time 0.0");
    assertThatThrownBy(() -> new WorkTime.Uniform(2, 1)).hasMessageContaining("low 2.0");
    assertThatThrownBy(() -> LineSimulation.run(List.of(), 0, 10, 1))
        .hasMessageContaining("stations 0");
  }
}
