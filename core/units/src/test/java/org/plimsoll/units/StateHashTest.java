package org.plimsoll.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StateHashTest {
  @Test
  void shouldBeTheSameForTheSameNumbersAndForNoOthersOfAMillion() {
    Set<Long> seen = new HashSet<>();
    SplittableRandom random = new SplittableRandom(9);
    for (int i = 0; i < 500_000; i++) {
      long near = i;
      long far = random.nextLong();
      seen.add(new StateHash().add(near).value());
      seen.add(new StateHash().add(near).add(far).value());
      assertThat(new StateHash().add(near).value()).isEqualTo(new StateHash().add(near).value());
    }
    assertThat(seen).hasSize(1_000_000);
  }

  @Test
  void shouldDependOnOrder() {
    assertThat(new StateHash().add(1).add(2).value())
        .isNotEqualTo(new StateHash().add(2).add(1).value());
  }

  @Test
  void shouldDependOnHowManyZerosThereAre() {
    assertThat(new StateHash().add(0).value()).isNotEqualTo(new StateHash().add(0).add(0).value());
    assertThat(new StateHash().value()).isNotEqualTo(new StateHash().add(0).value());
  }

  @Test
  void shouldTellWhereOneTextEndsAndTheNextBegins() {
    assertThat(new StateHash().add("ab").add("c").value())
        .isNotEqualTo(new StateHash().add("a").add("bc").value());
  }

  @Test
  void shouldNeverChangeSinceJournalsKeepIt() {
    assertThat(new StateHash().add(1).add(-1).add("BTC/USD").value())
        .isEqualTo(6_079_924_338_318_671_659L);
  }
}
