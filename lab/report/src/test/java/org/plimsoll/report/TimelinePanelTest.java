package org.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.ecosystem.outcome.Series;

class TimelinePanelTest {
  private static final List<TimelinePanel> PANELS =
      TimelinePanel.of(InventedRun.outcome(400).series());

  @Test
  void shouldPutPricesTogetherOnALogarithmicAxis() {
    assertThat(PANELS.getFirst().title()).isEqualTo("Price of BTC, ETH, SOL, HBR, LUNA");
    assertThat(PANELS.getFirst().axis()).isEqualTo(TimelinePanel.Axis.LOGARITHMIC);
    assertThat(PANELS.stream().skip(1))
        .allMatch(panel -> panel.axis() == TimelinePanel.Axis.FROM_ZERO);
  }

  @Test
  void shouldPutClaimsBesideLiquidAssetsAndNotBesideWhatIsFarSmaller() {
    assertThat(PANELS.get(1).title()).isEqualTo("Claims of customers, Liquid assets and 2 more");
    assertThat(PANELS.get(2).title()).isEqualTo("Insurance fund");
  }

  @Test
  void shouldHoldEverySeriesOnce() {
    assertThat(PANELS.stream().flatMap(panel -> panel.members().stream()))
        .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14);
  }

  @Test
  void shouldShowPricesThatMoveLittleAsNearAsTheyAre() {
    Series mark =
        new Series("m", "mark of BTC-PERP", "USD", new long[] {0, 1}, new double[] {41, 46});
    TimelinePanel panel = TimelinePanel.of(List.of(mark)).getFirst();
    assertThat(panel.axis()).isEqualTo(TimelinePanel.Axis.NEAR);
    assertThat(new PanelDrawing(List.of(mark), panel.axis(), 0, 1).values())
        .extracting(PanelDrawing.Tick::words)
        .containsExactly("41", "42", "43", "44", "45", "46");
  }

  @Test
  void shouldTakeASeriesOfNothing() {
    Series nothing = new Series("none", "none at all", "1", new long[0], new double[0]);
    TimelinePanel panel = TimelinePanel.of(List.of(nothing)).getFirst();
    assertThat(panel.title()).isEqualTo("None at all");
    assertThat(new PanelDrawing(List.of(nothing), panel.axis(), 0, 1).path(nothing)).isEmpty();
  }

  @Test
  void shouldKeepEverySpikeWhenItThins() {
    double[] values = new double[100_000];
    values[54_321] = 7;
    values[54_322] = -7;
    int[] kept = RunTimes.kept(values);
    assertThat(kept).hasSizeLessThanOrEqualTo(RunTimes.SAMPLES_MAX).contains(54_321, 54_322);
  }
}
