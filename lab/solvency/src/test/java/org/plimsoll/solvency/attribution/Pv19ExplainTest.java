package org.plimsoll.solvency.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class Pv19ExplainTest {
  @Test
  void pv19_explainsEveryDollar() {
    Explanation explained =
        Explanation.of(
            new AssetPeriod(
                decimal("10"),
                decimal("20000"),
                decimal("21000"),
                List.of(
                    new Movement.Trade(decimal("5"), decimal("22000")),
                    new Movement.Payment(FlowCause.FEE, decimal("-50")),
                    new Movement.Payment(FlowCause.FUNDING, decimal("-300")),
                    new Movement.Payment(FlowCause.INTEREST, decimal("-120")))));
    assertThat(explained.holdingGain()).isEqualByComparingTo("10000");
    assertThat(explained.tradingGain()).isEqualByComparingTo("-5000");
    assertThat(explained.flows().values())
        .map(BigDecimal::intValue)
        .containsExactly(-50, -300, -120);
    assertThat(explained.change()).isEqualByComparingTo("4530");
    assertThat(explained.residual()).isZero();
  }

  @Test
  void pv19_tallyOfTheStory() {
    assertThat(Tally.STORY.total()).isEqualByComparingTo("15.5");
    assertThat(Tally.STORY_WITH_POSTSCRIPT.total()).isEqualByComparingTo("18.5");
    assertThat(Tally.STORY.table().rows()).hasSize(8);
    assertThat(Tally.STORY_WITH_POSTSCRIPT.table().rows()).hasSize(10);
  }

  @Test
  void shouldShareAProductEvenly() {
    double[] shares = Shapley.shares(3, on -> 2 * (on & 1) + ((on & 6) == 6 ? 10 : 0));
    assertThat(shares).containsExactly(new double[] {2, 5, 5}, within(1e-12));
  }

  @Test
  void shouldRefuseWhatIsOutOfBounds() {
    assertThatThrownBy(() -> Shapley.shares(7, _ -> 0)).hasMessageContaining("mechanisms 7");
    assertThatThrownBy(() -> new Movement.Trade(decimal("1"), decimal("-1")))
        .hasMessageContaining("price -1");
    assertThatThrownBy(() -> new AssetPeriod(decimal("1"), decimal("-1"), decimal("1"), List.of()))
        .hasMessageContaining("openingPrice -1");
  }

  private static BigDecimal decimal(String text) {
    return new BigDecimal(text);
  }
}
