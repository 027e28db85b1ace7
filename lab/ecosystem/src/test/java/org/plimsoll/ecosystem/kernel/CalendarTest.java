package org.plimsoll.ecosystem.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.units.StateSource;
import org.plimsoll.units.StateWriter;

final class CalendarTest {
  private static final Comparator<WakeUp> ORDER =
      Comparator.comparingLong(WakeUp::timeNs).thenComparingInt(WakeUp::agent);

  private record WakeUp(long timeNs, int agent) {}

  /// Distances crowd at nothing, at small numbers and at far ones, so that stretches are empty,
  /// crowded, and dealt out anew.
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 60, 2_000})
  void wakes_in_the_order_of_time_and_then_of_agents(int waiting) {
    Calendar calendar = new Calendar(1_000);
    List<WakeUp> slow = new ArrayList<>();
    RandomStream random = new RandomStream(waiting, "calendar", "times");
    for (int step = 0; step < 20_000; step++) {
      while (slow.size() < waiting) {
        WakeUp wakeUp = new WakeUp(calendar.nowNs() + distance(random), random.below(50));
        calendar.add(wakeUp.timeNs(), wakeUp.agent());
        slow.add(wakeUp);
      }
      if (step % 997 == 0) {
        calendar = copy(calendar);
      }
      WakeUp first = slow.stream().min(ORDER).orElseThrow();
      slow.remove(first);
      assertThat(calendar.firstNs()).isEqualTo(first.timeNs());
      assertThat(calendar.next()).isEqualTo(first.agent());
      assertThat(calendar.nowNs()).isEqualTo(first.timeNs());
    }
    assertThat(calendar.isEmpty()).isEqualTo(slow.isEmpty());
  }

  @Test
  void nobody_is_woken_before_now() {
    Calendar calendar = new Calendar(1_000);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> calendar.add(999, 0))
        .withMessage("999 is before now, 1000");
  }

  @Test
  void an_instant_at_the_end_of_time_can_wait() {
    Calendar calendar = new Calendar(0);
    calendar.add(Long.MAX_VALUE - 1, 2);
    calendar.add(Long.MAX_VALUE - 1, 1);
    calendar.add(0, 3);

    assertThat(List.of(calendar.next(), calendar.next(), calendar.next())).containsExactly(3, 1, 2);
  }

  private static long distance(RandomStream random) {
    return switch (random.below(6)) {
      case 0 -> 0;
      case 1 -> random.below(3);
      case 2 -> random.bits() >>> 24;
      default -> random.below(1_000_000);
    };
  }

  private static Calendar copy(Calendar calendar) {
    StateWriter writer = new StateWriter(0);
    calendar.writeTo(writer);
    Calendar copy = new Calendar(0);
    copy.readFrom(new StateSource(writer.toBytes(), 0), 50);
    StateWriter again = new StateWriter(0);
    copy.writeTo(again);
    assertThat(again.toBytes()).isEqualTo(writer.toBytes());
    return copy;
  }
}
