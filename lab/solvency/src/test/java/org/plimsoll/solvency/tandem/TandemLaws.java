package org.plimsoll.solvency.tandem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class TandemLaws {
  private static final int LINES = 1_000;

  @Test
  void simulationOfTheLineAgreesWithTheMarkovChain() {
    SplittableRandom random = new SplittableRandom(20);
    double throughputs = 0;
    double flowTimes = 0;
    for (int i = 0; i < LINES; i++) {
      double[] rates = random.doubles(2 + random.nextInt(3), 0.5, 2).toArray();
      int buffer = random.nextInt(3);
      LineFlow exact = new TandemLine(rates, buffer).flow();
      LineFlow seen = LineSimulation.run(exponential(rates), buffer, 2_500, i);
      double throughput = seen.throughput() / exact.throughput();
      double flowTime = seen.flowTime() / exact.flowTime();
      assertThat(throughput).as("throughput, seed %s", i).isCloseTo(1, within(0.1));
      assertThat(flowTime).as("flow time, seed %s", i).isCloseTo(1, within(0.2));
      throughputs += throughput / LINES;
      flowTimes += flowTime / LINES;
    }
    // What is left once the lines' errors cancel is the bias, of which there must be none.
    assertThat(throughputs).isCloseTo(1, within(0.003));
    assertThat(flowTimes).isCloseTo(1, within(0.005));
  }

  @Test
  void aLongRunComesCloser() {
    LineFlow exact = new TandemLine(new double[] {1, 1, 1, 1}, 2).flow();
    LineFlow seen = LineSimulation.run(exponential(1, 1, 1, 1), 2, 250_000, 1);
    assertThat(seen.throughput()).isCloseTo(exact.throughput(), within(0.006));
    assertThat(seen.flowTime()).isCloseTo(exact.flowTime(), within(0.09));
  }

  @Test
  void aLineRunBackwardsIsAsFast() {
    SplittableRandom random = new SplittableRandom(21);
    for (int i = 0; i < 300; i++) {
      double[] rates = random.doubles(3, 0.2, 5).toArray();
      double[] reversed = {rates[2], rates[1], rates[0]};
      int buffer = random.nextInt(4);
      assertThat(new TandemLine(reversed, buffer).flow().throughput())
          .isCloseTo(new TandemLine(rates, buffer).flow().throughput(), within(1e-12));
    }
  }

  @Test
  void moreRoomNeverSlowsALine() {
    double before = 0;
    for (int buffer = 0; buffer <= 14; buffer++) {
      LineFlow flow = new TandemLine(new double[] {1, 0.8, 1.2, 1}, buffer).flow();
      assertThat(flow.throughput()).isGreaterThan(before).isLessThan(0.8);
      before = flow.throughput();
    }
  }

  @Test
  void withoutVariationTheSlowestStationDecides() {
    List<WorkTime> stations = List.of(new WorkTime.Fixed(1), new WorkTime.Fixed(2));
    LineFlow flow = LineSimulation.run(stations, 0, 1_000, 1);
    assertThat(flow.throughput()).isCloseTo(0.5, within(1e-12));
  }

  private static List<WorkTime> exponential(double... rates) {
    return DoubleStream.of(rates)
        .<WorkTime>mapToObj(rate -> new WorkTime.Exponential(1 / rate))
        .toList();
  }
}
