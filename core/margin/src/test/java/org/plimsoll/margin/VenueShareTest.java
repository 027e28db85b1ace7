package org.plimsoll.margin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VenueShareTest {
  @Test
  void shouldCountAllWhileAllHoldNoMoreThanTheCap() {
    assertThat(VenueShare.of(60, 0, 100, 100)).isEqualTo(60);
    assertThat(VenueShare.of(60, 0, 99, 100)).isEqualTo(59);
    assertThat(VenueShare.of(60, 0, 0, 100)).isZero();
  }

  @Test
  void shouldGiveEverybodyTheSamePart() {
    assertThat(VenueShare.of(1, 0, 50, 100)).isZero();
    assertThat(VenueShare.of(2, 0, 50, 100)).isEqualTo(1);
    assertThat(VenueShare.of(97, 0, 50, 100)).isEqualTo(48);
  }

  @Test
  void shouldTakeWhatIsComingForMoreThanThereWas() {
    assertThat(VenueShare.of(200, 150, 100, 250)).isEqualTo(50);
    assertThat(VenueShare.of(200, 200, 100, 0)).isEqualTo(100);
    assertThat(VenueShare.of(200, 200, 200, 0)).isEqualTo(200);
  }

  @Test
  void shouldCountNothingOfWhatCannotBeSummed() {
    long most = Long.MAX_VALUE;
    assertThat(VenueShare.of(1_000, 0, most, most)).isEqualTo(1_000);
    assertThat(VenueShare.of(1_000, 0, most - 1, most)).isZero();
    assertThat(VenueShare.of(most - 2, 0, most - 2, most - 1)).isEqualTo(most - 3);
  }
}
