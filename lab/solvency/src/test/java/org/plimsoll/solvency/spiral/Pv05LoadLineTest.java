package org.plimsoll.solvency.spiral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.solvency.impact.ExponentialImpact;
import org.plimsoll.solvency.spiral.SpiralGain.Channel;
import org.plimsoll.solvency.spiral.SpiralGain.Part;

class Pv05LoadLineTest {
  private static final double DEPTH = 1e6;
  private final ExponentialImpact market = new ExponentialImpact(20, DEPTH);

  @ParameterizedTest
  @CsvSource({
    "0.25, 15e6, 60e6",
    "0.50, 10e6, 20e6",
    "0.75, 5e6, 6666666.666667",
    "0.80, 4e6, 5e6",
    "0.90, 2e6, 2222222.222222",
    "0.95, 1e6, 1052631.578947"
  })
  void pv05_load_line_is_depth_times_one_less_the_ratio(
      double loanToValue, double debt, double collateral) {
    LoadLine line = new LoadLine(20e6, loanToValue);
    assertThat(line.debt()).isCloseTo(debt, within(1e-6));
    assertThat(line.collateral()).isCloseTo(collateral, within(1e-5));
    assertThat(Part.borrower("all", collateral / 20, loanToValue, DEPTH).gain())
        .isCloseTo(1, within(1e-9));
  }

  @Test
  void pv05_four_lenders_who_are_safe_alone_are_not_together() {
    Part lender = Part.borrower("lender", 3e6 / 0.5 / 20, 0.5, DEPTH);
    SpiralGain four = new SpiralGain(Collections.nCopies(4, lender));
    assertThat(lender.gain()).isCloseTo(0.3, within(1e-12));
    assertThat(four.total()).isCloseTo(1.2, within(1e-12));
    assertThat(new LoadLine(20e6, 0.5).loadShare(12e6)).isCloseTo(1.2, within(1e-12));
    assertThat(new LoadLine(20e6, 0.5).debtFor(0.3)).isCloseTo(3e6, within(1e-6));
    assertThat(four.linearLoss(0.01)).isInfinite();
  }

  @Test
  void pv05_block_covers_no_more_than_the_depth_after_the_shock() {
    assertThat(LoadLine.block(market, 0.3, 2e6)).isCloseTo(12_105_306.034687, within(5e-7));
    assertThat(LoadLine.block(market, 0.5, 1e6)).isCloseTo(6_321_205.588286, within(5e-7));
    assertThat(LoadLine.block(market, 0.3, Double.POSITIVE_INFINITY)).isCloseTo(14e6, within(1e-6));
  }

  @Test
  void shouldKeepTheChannelsApart() {
    SpiralGain gain =
        new SpiralGain(
            List.of(
                Part.borrower("desk", 200_000, 0.5, DEPTH),
                Part.ownToken("token", 0.18),
                Part.run("customers", 5e6, 0.02, DEPTH),
                Part.leveragedToken("3x", 3, 40e6, 800e6),
                Part.leveragedToken("-3x", -3, 25e6, 800e6)));
    assertThat(gain.of(Channel.LIQUIDATION)).isCloseTo(0.2, within(1e-12));
    assertThat(gain.of(Channel.OWN_TOKEN)).isEqualTo(0.18);
    assertThat(gain.of(Channel.RUN)).isCloseTo(0.1, within(1e-12));
    assertThat(gain.of(Channel.LEVERAGED_TOKENS)).isCloseTo(0.675, within(1e-12));
    assertThat(gain.total()).isCloseTo(1.155, within(1e-12));
    assertThat(new SpiralGain(gain.parts().subList(0, 1)).linearLoss(0.08))
        .isCloseTo(0.1, within(1e-12));
  }

  @Test
  void shouldRefuseWhatIsOutOfBounds() {
    assertThatThrownBy(() -> new LoadLine(1, 1)).hasMessageContaining("loanToValue 1.0");
    assertThatThrownBy(() -> Part.borrower("b", 1, 1, 1)).hasMessageContaining("loanToValue");
    assertThatThrownBy(() -> Part.leveragedToken("half", 0.5, 1, 1))
        .hasMessageContaining("leverage 0.5");
    assertThatThrownBy(() -> Part.ownToken("t", -1)).hasMessageContaining("gain -1.0");
    assertThatThrownBy(() -> LoadLine.block(market, 1, 1)).hasMessageContaining("shock 1.0");
  }
}
