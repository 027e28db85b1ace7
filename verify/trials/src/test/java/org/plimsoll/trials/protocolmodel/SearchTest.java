package org.plimsoll.trials.protocolmodel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SearchTest {
  @Test
  void shouldKnowTheWholeHistoryInEveryState() {
    Search.Tally tally = Search.of(Flaw.NONE, 2);
    assertThat(tally.states()).isEqualTo(512_135);
    assertThat(tally.recoveries()).isEqualTo(4_485_764);
    assertThat(tally.lost()).isZero();
    assertThat(tally.refused()).isZero();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void shouldFindEveryFlaw(Flaw flaw) {
    Search.Tally tally = Search.of(flaw, 1);
    assertThat(tally.lost() + tally.refused()).isPositive();
  }
}
