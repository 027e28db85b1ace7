package org.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.plimsoll.report.Chart.Scale.Kind;

class PlotAxisTest {
  private static PlotAxis over(Kind kind, boolean isRounded, double... values) {
    return PlotAxis.over(kind, DoubleStream.of(values), isRounded);
  }

  @Test
  void shouldEndAtTicksAndHoldZero() {
    assertThat(over(Kind.LINEAR, true, 3, 4050, -2950))
        .isEqualTo(new PlotAxis(Kind.LINEAR, -4000, 6000, 2000));
    assertThat(over(Kind.PART, true, 0.4, 1)).isEqualTo(new PlotAxis(Kind.PART, 0, 1, 0.2));
    assertThat(over(Kind.LINEAR, true, 0)).isEqualTo(new PlotAxis(Kind.LINEAR, 0, 0.2, 0.2));
  }

  @Test
  void shouldEndAtTheValuesWhereCurvesRunFromEdgeToEdge() {
    assertThat(over(Kind.LINEAR, false, 90, 7)).isEqualTo(new PlotAxis(Kind.LINEAR, 7, 90, 0));
    assertThat(over(Kind.LINEAR, false, 5)).isEqualTo(new PlotAxis(Kind.LINEAR, 2.5, 7.5, 0));
  }

  @Test
  void shouldReachFromPowerToPowerOfTen() {
    assertThat(over(Kind.LOGARITHMIC, true, 0, 2e3, 5e11))
        .isEqualTo(new PlotAxis(Kind.LOGARITHMIC, 3, 12, 1));
    assertThat(over(Kind.LOGARITHMIC, true, 1e3).from()).isEqualTo(2);
    assertThat(over(Kind.LOGARITHMIC, true, 0, -1))
        .isEqualTo(new PlotAxis(Kind.LOGARITHMIC, -1, 0, 1));
  }

  @Test
  void shouldPutWhatHasNoPlaceAtTheBeginning() {
    PlotAxis axis = over(Kind.LOGARITHMIC, true, 2e3, 5e11);
    assertThat(axis.holds(0)).isFalse();
    assertThat(axis.place(0)).isEqualTo(3);
    assertThat(axis.place(1e9)).isEqualTo(9);
  }
}
