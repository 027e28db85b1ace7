package org.plimsoll.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class InvariantTest {
  @Test
  void shouldSayWhichLawIsBrokenAndShowTheNumbers() {
    assertThatThrownBy(() -> Invariant.check(false, "books balance"))
        .isInstanceOf(InvariantViolation.class)
        .hasMessage("books balance");
    assertThatThrownBy(() -> Invariant.check(false, "books balance", 3, -4))
        .isInstanceOf(InvariantViolation.class)
        .hasMessage("books balance (3, -4)");
  }

  @Test
  void shouldBeSilentWhileTheLawHolds() {
    assertThatCode(() -> Invariant.check(true, "books balance")).doesNotThrowAnyException();
    assertThatCode(() -> Invariant.check(true, "books balance", 1, 2)).doesNotThrowAnyException();
  }

  @Test
  void shouldBeAnErrorThatNoHandlerOfExceptionsSwallows() {
    assertThat(new InvariantViolation("law")).isNotInstanceOf(RuntimeException.class);
  }

  @Test
  void shouldTurnASideIntoTheOther() {
    assertThat(Side.BUY.opposite()).isEqualTo(Side.SELL);
    assertThat(Side.SELL.opposite()).isEqualTo(Side.BUY);
  }
}
