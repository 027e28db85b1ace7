package org.plimsoll.margin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VenueShareTest {
  @Test
  void shouldCountAllWhileAllHoldNoMoreThanTheCap() {
    assertThat(VenueShare.of(60, 100, 100)).isEqualTo(60);
    assertThat(VenueShare.of(60, 99, 100)).isEqualTo(59);
    assertThat(VenueShare.of(60, 0, 100)).isZero();
  }

  @Test
  void shouldGiveEverybodyTheSamePart() {
    assertThat(VenueShare.of(1, 50, 100)).isZero();
    assertThat(VenueShare.of(2, 50, 100)).isEqualTo(1);
    assertThat(VenueShare.of(97, 50, 100)).isEqualTo(48);
  }

  @Test
  void shouldTakeAHoldingThatIsAskedForAsPartOfAll() {
    assertThat(VenueShare.of(200, 100, 150)).isEqualTo(100);
    assertThat(VenueShare.of(200, 200, 0)).isEqualTo(200);
  }

  @Test
  void shouldCountNothingOfWhatCannotBeSummed() {
    long most = Long.MAX_VALUE;
    assertThat(VenueShare.of(1_000, most, most)).isEqualTo(1_000);
    assertThat(VenueShare.of(1_000, most - 1, most)).isZero();
    assertThat(VenueShare.of(most - 2, most - 2, most - 1)).isEqualTo(most - 3);
  }
}
