package org.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EarlyEndTest {
  @Test
  void onlyWorkThatIsGoingOnIsAskedToEnd() {
    assertThat(EarlyEnd.ask()).isFalse();
    try (EarlyEnd work = EarlyEnd.begin()) {
      assertThat(work.isAsked()).isFalse();
      assertThat(EarlyEnd.ask()).isTrue();
      assertThat(work.isAsked()).isTrue();
    }
    assertThat(EarlyEnd.ask()).isFalse();
  }
}
