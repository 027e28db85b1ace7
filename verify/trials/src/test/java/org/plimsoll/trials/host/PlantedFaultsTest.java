package org.plimsoll.trials.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Trials find a host that breaks a promise.
class PlantedFaultsTest {
  private static final int SEEDS = 12;

  @Test
  void shouldFindAHostThatAcknowledgesBeforeASync() {
    assertThat(found(Plants::acknowledgesBeforeSync))
        .containsAnyOf(Promise.DURABLE_BEFORE_TOLD, Promise.NOTHING_TOLD_IS_LOST);
  }

  @Test
  void shouldFindADirectoryThatIsNeverSynced() {
    assertThat(found(Plants::neverSyncsNames))
        .containsAnyOf(Promise.DURABLE_BEFORE_TOLD, Promise.NOTHING_TOLD_IS_LOST);
  }

  @Test
  void shouldFindAStartThatForgetsTheEnd() {
    assertThat(found(Plants::forgetsTheEnd))
        .containsAnyOf(Promise.SAME_STATE, Promise.REFUSES_FOR_A_REASON);
  }

  @Test
  void shouldFindWhatIsToldTwice() {
    assertThat(found(Plants::tellsTwice)).containsExactly(Promise.TOLD_ONCE_AND_IN_ORDER);
  }

  @Test
  void shouldFindWhatIsReplayedTwice() {
    assertThat(found(Plants::replaysTwice)).containsExactly(Promise.TOLD_ONCE_AND_IN_ORDER);
  }

  @Test
  void shouldFindWhatIsNeverTold() {
    assertThat(found(Plants::swallows)).contains(Promise.TOLD_ONCE_AND_IN_ORDER);
  }

  @Test
  void shouldFindWhatIsToldWrongly() {
    assertThat(found(Plants::tellsSomethingElse)).containsExactly(Promise.SAME_EVENTS);
  }

  /// Which promises a few seeds show to be broken.
  private static Set<Promise> found(Supplier<Plant> plant) {
    Set<Promise> found = EnumSet.noneOf(Promise.class);
    LongStream.rangeClosed(1, SEEDS)
        .mapToObj(seed -> Trial.ofSeed(seed, plant.get()))
        .map(Trial.Outcome::broken)
        .flatMap(Optional::stream)
        .forEach(found::add);
    return found;
  }
}
