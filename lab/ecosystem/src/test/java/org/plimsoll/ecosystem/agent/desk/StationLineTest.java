package org.plimsoll.ecosystem.agent.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.ecosystem.agent.SmallSetting;
import org.plimsoll.ecosystem.agent.desk.LineTerms.Spread;
import org.plimsoll.ecosystem.agent.desk.LineTerms.Station;
import org.plimsoll.ecosystem.kernel.RandomStream;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.solvency.tandem.BatchLine;
import org.plimsoll.solvency.tandem.PacedLine;
import org.plimsoll.solvency.tandem.TandemLine;
import org.plimsoll.units.StateSource;
import org.plimsoll.units.StateWriter;

/// The four stations of the telling, by agents and in closed form.
final class StationLineTest {
  private static final long HOURS = 1_000;
  private static final long MINUTE_NS = 60_000_000_000L;

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

  @Test
  void a_line_that_is_arranged_anew_begins_when_the_old_one_is_empty() {
    StationLine specialists = alone(line(1, Spread.FIXED, false, 2, 1, 1, 1));
    specialists.enter(0, 1);
    long empty = specialists.enter(0, 1);
    StateWriter kept = new StateWriter(0);
    specialists.writeTo(kept);
    StationLine generalists = alone(line(1, Spread.FIXED, true, 2, 1, 1, 1));
    generalists.readFrom(new StateSource(kept.toBytes(), 0));

    assertThat(generalists.firstFreeNs()).isEqualTo(empty).isEqualTo(7 * MINUTE_NS);
    assertThat(generalists.enter(0, 1)).isEqualTo(12 * MINUTE_NS);
  }

  private static StationLine alone(LineTerms terms) {
    return new StationLine(terms, new RandomStream(1, "line", "work"));
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
