package org.plimsoll.solvency.firesale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.firesale.CapitalRequirement.Bank;
import org.plimsoll.solvency.firesale.CapitalRequirement.Outcome;

class Pv13CapitalRequirementTest {
  @Test
  void pv13_nobody_sells_just_above_the_requirement() {
    Outcome end = settle(92, 0.001);
    assertThat(end.price()).isEqualTo(1);
    assertThat(end.totals()).containsExactly(0.0);
    assertThat(end.losses().failures()).isEmpty();
    assertThat(end.losses().secondRoundTotal()).isZero();
  }

  @Test
  void pv13_everything_is_sold_just_below_it() {
    Outcome end = settle(94, 0.001);
    double[] first = {5, 9.636582, 13.956926};
    for (int i = 0; i < first.length; i++) {
      assertThat(end.totals().get(i)).isCloseTo(first[i], within(5e-7));
    }
    assertThat(end.totals().getLast()).isEqualTo(140);
    assertThat(end.price()).isCloseTo(0.869358235, within(5e-10));
    assertThat(end.losses().failures()).containsExactly(0, 1);
  }

  @Test
  void pv13_thinner_market_falls_further() {
    assertThat(settle(94, 0.003).price()).isCloseTo(0.657046820, within(5e-10));
  }

  @Test
  void shouldRefuseWhatIsOutOfBounds() {
    assertThatThrownBy(() -> new CapitalRequirement(List.of(), 1, 1))
        .hasMessageContaining("ratio 1.0");
    assertThatThrownBy(() -> new CapitalRequirement(List.of(), 0.1, 0))
        .hasMessageContaining("alpha");
    assertThatThrownBy(() -> new Bank(-1, 0, 0)).hasMessageContaining("illiquid");
  }

  private static Outcome settle(double deposits, double alpha) {
    List<Bank> banks = List.of(new Bank(80, 20, deposits), new Bank(60, 45, 99));
    return new CapitalRequirement(banks, 0.08, alpha).settle();
  }
}
