package org.plimsoll.ecosystem.agent.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.ecosystem.agent.SmallSetting;
import org.plimsoll.ecosystem.agent.desk.LineTerms.Spread;
import org.plimsoll.ecosystem.agent.desk.LineTerms.Station;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.solvency.tandem.BatchLine;
import org.plimsoll.solvency.tandem.PacedLine;
import org.plimsoll.solvency.tandem.TandemLine;

/// The four stations of the telling, by agents and in closed form.
final class StationLineTest {
  private static final long HOURS = 1_000;

  /// @param pieces a minute
  /// @param minutes of a piece in the line
  record Seen(double pieces, double minutes) {}

  @Test
  void one_slow_station_of_four_halves_the_line_and_leaves_the_others_idle() {
    Seen seen = run(line(0, Spread.FIXED, false, 2, 1, 1, 1), 1);
    PacedLine line = PacedLine.of(2, 1, 1, 1);

    assertThat(seen.pieces()).isCloseTo(1 / line.specialistCycle(), within(1e-4));
    assertThat(line.efficiency()).isEqualTo(0.625);
  }

  @Test
  void four_generalists_do_sixty_percent_more_on_that_day() {
    Seen seen = run(line(0, Spread.FIXED, true, 2, 1, 1, 1), 1);

    assertThat(seen.pieces()).isCloseTo(0.8, within(1e-4));
    assertThat(seen.minutes()).isCloseTo(5, within(1e-3));
  }

  @Test
  void random_work_without_buffers_costs_half_of_the_line() {
    for (int buffer : new int[] {0, 1, 5}) {
      Seen seen = run(line(buffer, Spread.EXPONENTIAL, false, 1, 1, 1, 1), 1);
      TandemLine line = new TandemLine(new double[] {1, 1, 1, 1}, buffer);

      assertThat(seen.pieces()).isCloseTo(line.flow().throughput(), within(0.006));
      assertThat(seen.minutes()).isCloseTo(line.flow().flowTime(), within(0.2));
    }
  }

  @Test
  void the_sooner_of_random_generalists_keeps_all_of_it() {
    Seen seen = run(line(0, Spread.EXPONENTIAL, true, 1, 1, 1, 1), 1);

    assertThat(seen.pieces()).isCloseTo(1, within(0.01));
    assertThat(seen.minutes()).isCloseTo(4, within(0.05));
  }

  @Test
  void a_batch_of_ten_takes_ten_times_as_long_to_the_first_feedback() {
    Seen batch = run(line(0, Spread.FIXED, false, 1, 1, 1, 1), 10);
    Seen single = run(line(0, Spread.FIXED, false, 1, 1, 1, 1), 1);

    assertThat(batch.minutes()).isCloseTo(new BatchLine(4, 1, 0).flowTime(10), within(1e-3));
    assertThat(single.minutes()).isCloseTo(4, within(1e-3));
    assertThat(batch.pieces()).isCloseTo(single.pieces(), within(0.01));
  }

  private static LineTerms line(int buffer, Spread spread, boolean generalists, double... minutes) {
    List<Station> stations =
        java.util.Arrays.stream(minutes).mapToObj(m -> new Station("station", m, 1)).toList();
    return new LineTerms(stations, buffer, spread, generalists, 1);
  }

  private static Seen run(LineTerms terms, int batch) {
    Setting setting = SmallSetting.create(5);
    SmallSetting.join(
        setting, new ProductionLines(), "line", new ProductionLineTerms(terms, batch));
    SmallSetting.run(setting, HOURS);
    long now = setting.economy().simulation().nowNs();
    double pieces = setting.economy().bulletin().latest("line-pieces", now).value();
    double seconds = setting.economy().bulletin().latest("line-flow-seconds", now).value();
    return new Seen(pieces / (HOURS * 60), seconds / 60 / pieces);
  }
}
