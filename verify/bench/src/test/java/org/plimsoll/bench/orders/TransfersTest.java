package org.plimsoll.bench.orders;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TransfersTest {
  private static final Transfers TWO = new Transfers(4, 10, new int[] {0, 3});

  @Test
  void shouldKnowTheBalancesThatMovesLeadTo() {
    assertThatCode(() -> TWO.requireLeadTo(new long[] {9, 11, 11, 9})).doesNotThrowAnyException();
    assertThatCode(() -> TWO.first(1).requireLeadTo(new long[] {9, 11, 10, 10}))
        .doesNotThrowAnyException();
  }

  @Test
  void shouldCatchABalanceThatIsAnother() {
    assertThatThrownBy(() -> TWO.requireLeadTo(new long[] {9, 11, 10, 10}))
        .hasMessage("account 2 has another balance than it should");
  }

  @Test
  void shouldCatchAnAccountThatIsMissing() {
    assertThatThrownBy(() -> TWO.requireLeadTo(new long[] {9, 11, 11}))
        .hasMessageContaining("account 3");
  }
}
