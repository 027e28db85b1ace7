package org.plimsoll.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WideSumsTest {
  private final WideSums sums = new WideSums(2);

  @Test
  void shouldSumHalvesThatCarry() {
    sums.replace(1, 0, 0xFFFF_FFFFL);
    sums.replace(1, 0, 0xFFFF_FFFFL);
    assertThat(sums.get(1)).isEqualTo(0x1_FFFF_FFFEL);
    sums.replace(1, 0xFFFF_FFFFL, 1L << 40);
    assertThat(sums.get(1)).isEqualTo(0x100_FFFF_FFFFL);
    assertThat(sums.get(0)).isZero();
  }

  @Test
  void shouldComeBackFromBeyondSixtyFourBits() {
    for (int i = 0; i < 12; i++) {
      sums.replace(0, 0, 1_000_000_000_000_000_001L);
    }
    assertThat(sums.get(0)).isEqualTo(Long.MAX_VALUE);
    for (int i = 0; i < 3; i++) {
      sums.replace(0, 1_000_000_000_000_000_001L, 0);
    }
    assertThat(sums.get(0)).isEqualTo(9_000_000_000_000_000_009L);
  }
}
