package org.plimsoll.ecosystem.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScoreRowTest {
  @Test
  void shouldHitWhereTheBandMeetsTheRecordedRange() {
    assertThat(row(8.0, Optional.of(7.0), Optional.of(8.7)).verdict())
        .isEqualTo(ScoreRow.Verdict.HIT);
    assertThat(row(8.0, Optional.of(7.0), Optional.of(8.6)).verdict())
        .isEqualTo(ScoreRow.Verdict.MISS);
  }

  @Test
  void shouldNeedTheValueItselfInTheRangeWithoutABand() {
    assertThat(row(8.8, Optional.empty(), Optional.empty()).verdict())
        .isEqualTo(ScoreRow.Verdict.HIT);
    assertThat(row(9.0, Optional.empty(), Optional.empty()).verdict())
        .isEqualTo(ScoreRow.Verdict.MISS);
    assertThat(row(Double.NaN, Optional.empty(), Optional.empty()).verdict())
        .isEqualTo(ScoreRow.Verdict.NO_VALUE);
  }

  @Test
  void shouldLeaveOpenWhatOneRunCannotTellOfASingleValue() {
    ScoreRow row =
        new ScoreRow("halt", "hours", false, 44, 44, 41.5, none(), none(), none(), none(), "s");
    assertThat(row.verdict()).isEqualTo(ScoreRow.Verdict.OPEN);
  }

  private static Optional<Double> none() {
    return Optional.empty();
  }

  @Test
  void shouldBeNearerOnlyThanBaselinesThatAreFartherOff() {
    assertThat(baselines(8.5, Optional.of(8.0), Optional.of(9.5))).contains(true);
    assertThat(baselines(8.5, Optional.of(8.6), Optional.of(9.5))).contains(false);
    assertThat(baselines(8.7, Optional.of(8.8), Optional.empty())).contains(false);
    assertThat(baselines(Double.NaN, Optional.of(0.0), Optional.empty())).contains(false);
    assertThat(baselines(8.7, Optional.empty(), Optional.empty())).isEmpty();
  }

  private static ScoreRow row(double simulated, Optional<Double> low, Optional<Double> high) {
    return new ScoreRow(
        "hole",
        "bn",
        false,
        8.7,
        8.9,
        simulated,
        low,
        high,
        Optional.empty(),
        Optional.empty(),
        "s");
  }

  private static Optional<Boolean> baselines(
      double simulated, Optional<Double> noChange, Optional<Double> lastTrend) {
    return new ScoreRow(
            "hole",
            "bn",
            false,
            8.7,
            8.9,
            simulated,
            Optional.empty(),
            Optional.empty(),
            noChange,
            lastTrend,
            "s")
        .isNearerThanBaselines();
  }
}
