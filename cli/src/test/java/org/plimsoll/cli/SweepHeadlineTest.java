package org.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.sweep.Aim;
import org.plimsoll.sweep.Band;

class SweepHeadlineTest {
  private static final List<Band> BANDS =
      List.of(
          new Band("set_size", 9, 0.5, 1, 2),
          new Band("hole", 9, 0, 1_234_567, 2.5e9),
          new Band("recovery", 9, 0.1, 0.25, 1),
          new Band("last_price", 9, 20, 21.123, 22));

  @Test
  void shouldShowTheFirstFiguresThatCameOfTheRuns() {
    assertThat(new SweepHeadline(List.of()).of(BANDS))
        .isEqualTo("hole 1,230,000 (0 to 2,500,000,000), recovery 0.25 (0.1 to 1)");
  }

  @Test
  void shouldShowWhatTheFrontierAsksForBeforeAnythingElse() {
    List<Aim> aims = List.of(Aim.parse("last_price=most").orElseThrow());
    assertThat(new SweepHeadline(aims).of(BANDS))
        .isEqualTo("last_price 21.1 (20 to 22), hole 1,230,000 (0 to 2,500,000,000)");
  }

  @Test
  void shouldSayNothingBeforeTheFirstRun() {
    assertThat(new SweepHeadline(List.of()).of(List.of())).isEmpty();
  }
}
