package org.plimsoll.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LearnerStateTest {
  private static final LearnerState STATE = new LearnerState(96, 192, 7, new byte[] {1, 2, 3});

  @Test
  void shouldReadWhatItWrote() throws Exception {
    LearnerState read = LearnerState.of(STATE.toBytes());
    assertThat(read).usingRecursiveComparison().isEqualTo(STATE);
  }

  @Test
  void shouldRefuseWhateverByteDiffers() {
    byte[] bytes = STATE.toBytes();
    for (int i = 0; i < bytes.length; i++) {
      byte[] spoiled = bytes.clone();
      spoiled[i] ^= 1;
      assertThatThrownBy(() -> LearnerState.of(spoiled)).isInstanceOf(NodeRefusal.class);
    }
  }
}
