package org.plimsoll.solvency.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScanRangeTest {
  private static final ScanRange RANGE = new ScanRange(30, 0.1);

  @Test
  void shouldHaveSixteenMoves() {
    List<ScanRange.Move> moves = RANGE.moves();
    assertThat(moves).hasSize(16);
    assertThat(moves.subList(0, 5))
        .extracting(ScanRange.Move::price)
        .containsExactly(0.0, 0.0, 10.0, 10.0, -10.0);
    assertThat(moves.getLast()).isEqualTo(new ScanRange.Move(-60, 0, 0.35));
  }

  @Test
  void shouldScanALongPositionToTheEndOfTheRange() {
    assertThat(RANGE.worstLoss((price, _) -> 2 * price)).isEqualTo(60);
  }

  @Test
  void shouldSeeAFarShortOptionThroughTheExtremeMoves() {
    double loss = RANGE.worstLoss((price, _) -> -Math.max(0, price - 40));
    assertThat(loss).isCloseTo(0.35 * 20, within(1e-12));
  }

  @Test
  void shouldSeeVolatilityAlone() {
    assertThat(RANGE.worstLoss((_, volatility) -> -100 * volatility)).isEqualTo(10);
  }

  @Test
  void shouldAddSpreadsTakeOffsetsAndKeepTheLeastForShortOptions() {
    ScanRange.Charges charges = new ScanRange.Charges(5, 25, 45);
    assertThat(RANGE.requirement((price, _) -> 2 * price, charges)).isEqualTo(45);
    assertThat(RANGE.requirement((price, _) -> 3 * price, charges)).isEqualTo(70);
    assertThat(RANGE.requirement((_, _) -> 1, ScanRange.Charges.NONE)).isZero();
  }
}
