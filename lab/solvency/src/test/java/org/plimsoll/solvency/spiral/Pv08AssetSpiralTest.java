package org.plimsoll.solvency.spiral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.spiral.Portfolios.Institution;

class Pv08AssetSpiralTest {
  private static final Portfolios BANKS =
      new Portfolios(
          List.of(
              new Institution(List.of(60.0, 40.0), 20), new Institution(List.of(20.0, 80.0), 10)));

  @Test
  void pv08_thin_markets_explode() {
    AssetSpiral spiral = new AssetSpiral(BANKS, List.of(1_000.0, 500.0));
    assertThat(spiral.gain(0, 0)).isCloseTo(0.18, within(1e-12));
    assertThat(spiral.gain(0, 1)).isCloseTo(0.24, within(1e-12));
    assertThat(spiral.gain(1, 0)).isCloseTo(0.48, within(1e-12));
    assertThat(spiral.gain(1, 1)).isCloseTo(1.28, within(1e-12));
    assertThat(spiral.radius()).isCloseTo(1.376297145, within(5e-10));
    assertThat(spiral.totalLoss(0.05, 0)).containsOnly(Double.POSITIVE_INFINITY);
  }

  @Test
  void pv08_twice_the_depth_dies_out() {
    AssetSpiral spiral = new AssetSpiral(BANKS, List.of(2_000.0, 1_000.0));
    assertThat(spiral.radius()).isCloseTo(0.688148573, within(1e-9));
    assertThat(spiral.totalLoss(0.05, 0))
        .containsExactly(new double[] {0.060240964, 0.040160643}, within(5e-10));
    assertThat(spiral.fallingTogether())
        .containsExactly(new double[] {0.167096, 0.832904}, within(5e-7));
    assertThat(spiral.harmOfFirstFall())
        .containsExactly(new double[] {0.286345, 0.713655}, within(5e-7));
  }

  @Test
  void shouldRefuseWhatIsOutOfBounds() {
    assertThatThrownBy(() -> new Portfolios(List.of())).hasMessageContaining("institutions");
    assertThatThrownBy(() -> new Institution(List.of(1.0), 2)).hasMessageContaining("equity 2.0");
    assertThatThrownBy(() -> new AssetSpiral(BANKS, List.of(1.0))).hasMessageContaining("depths");
    assertThatThrownBy(() ->
            new Portfolios(
                List.of(new Institution(List.of(1.0), 1), new Institution(List.of(1.0, 1.0), 1))))
        .hasMessageContaining("assets");
  }
}
