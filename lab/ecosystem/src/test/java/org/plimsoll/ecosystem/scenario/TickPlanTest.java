package org.plimsoll.ecosystem.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plimsoll.ecosystem.Ticks;
import org.plimsoll.ecosystem.scenario.TickPlan.Profile;
import org.plimsoll.ecosystem.scenario.TickPlan.Step;
import org.plimsoll.ecosystem.scenario.TickPlan.Window;

class TickPlanTest {
  private static final Instant DAY = Instant.parse("2022-11-02T00:00:00Z");

  private static final TickPlan PLAN =
      new TickPlan(
          new Step(Duration.ofHours(6), Optional.of(Duration.ofHours(1))),
          new Step(Duration.ofHours(1), Optional.empty()),
          List.of(new Window(DAY, DAY.plus(Duration.ofDays(2)))),
          Optional.of(Duration.ofDays(1)));

  @Test
  void shouldTickMoreOftenInWindowsAndAroundEvents() {
    Ticks ticks = PLAN.ticks(Profile.COARSE, List.of(DAY.plus(Duration.ofDays(10))));
    assertThat(after(ticks, DAY.minus(Duration.ofHours(7))))
        .isEqualTo(DAY.minus(Duration.ofHours(6)));
    assertThat(after(ticks, DAY)).isEqualTo(DAY.plus(Duration.ofHours(1)));
    assertThat(after(ticks, DAY.plus(Duration.ofDays(3))))
        .isEqualTo(DAY.plus(Duration.ofHours(78)));
    assertThat(after(ticks, DAY.plus(Duration.ofDays(9))))
        .isEqualTo(DAY.plus(Duration.ofHours(217)));
  }

  @Test
  void shouldMakeOneStretchOfThoseThatOverlap() {
    Ticks ticks = PLAN.ticks(Profile.FULL, List.of(DAY, DAY.plus(Duration.ofHours(30))));
    assertThat(ticks.stretches()).hasSize(1);
    assertThat(ticks.stretches().getFirst().fromNs())
        .isEqualTo(Moments.ns(DAY.minus(Duration.ofDays(1))));
    assertThat(ticks.stretches().getFirst().untilNs())
        .isEqualTo(Moments.ns(DAY.plus(Duration.ofHours(54))));
    assertThat(ticks.stretches().getFirst().stepNs()).isEqualTo(Duration.ofHours(1).toNanos());
  }

  private static Instant after(Ticks ticks, Instant instant) {
    return Moments.of(ticks.after(Moments.ns(instant)));
  }
}
