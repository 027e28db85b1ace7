package org.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plimsoll.report.Chart.At;
import org.plimsoll.report.Chart.Gauge;
import org.plimsoll.report.Chart.Line;
import org.plimsoll.report.Chart.Scale;
import org.plimsoll.report.Chart.Step;
import org.plimsoll.results.JsonText;

class PictureTest {
  private static Picture loadLines(double load, double low, double high) {
    Gauge gauge = new Gauge("FTT", load, low, high, "square root");
    return LoadLinesPicture.of(new Chart.LoadLines("id", "title", "USD", List.of(gauge)));
  }

  @Test
  void shouldSayHowManyTimesItsLineAShipIsLoaded() {
    Picture beyond = loadLines(2300, 100, 240);
    assertThat(beyond.figures().rows())
        .containsExactly(List.of("FTT", "2,300", "100 to 240", "23 times its line", "square root"));
    assertThat(JsonText.of(beyond.options()))
        .contains("\"words\" : \"2,300, 23 times its line\"")
        .contains("\"alarm\" : true")
        .contains("\"kind\" : \"hull-alarm\"");
  }

  @Test
  void shouldWarnOfNoShipThatIsWithinItsLine() {
    Picture within = loadLines(38, 100, 240);
    assertThat(JsonText.of(within.options()))
        .contains("\"words\" : \"38, 38% of its line\"")
        .contains("\"alarm\" : false")
        .doesNotContain("hull-alarm");
  }

  @Test
  void shouldCallAnyLoadBeyondALineOfZero() {
    assertThat(JsonText.of(loadLines(5, 0, 0).options())).contains("5, beyond its line");
    assertThat(JsonText.of(loadLines(0, 0, 0).options())).contains("0, 0% of its line");
  }

  @Test
  void shouldEndAWaterfallWithWhatIsLeft() {
    Picture picture =
        WaterfallPicture.of(
            new Chart.Waterfall(
                "id",
                "title",
                "USD",
                List.of(new Step("start", 10), new Step("gain", 5), new Step("loss", -20))));
    assertThat(picture.figures().rows())
        .containsExactly(
            List.of("start", "10", "10"),
            List.of("gain", "+5", "15"),
            List.of("loss", "-20", "-5"));
    assertThat(JsonText.of(picture.options()))
        .contains("\"label\" : \"End\"")
        .contains("\"words\" : \"-5\"");
  }

  @Test
  void shouldGiveEveryPlaceOfALineInItsTable() {
    Picture picture =
        LinesPicture.of(
            new Chart.Lines(
                "id",
                "title",
                new Scale("days", Scale.Kind.LINEAR),
                new Scale("part", Scale.Kind.PART),
                List.of(new Line("as it is", List.of(At.of(0, 1), new At(1, 0.5, 0.4, 0.6)), true)),
                List.of(new Chart.Point("here", 1, 0.5)),
                List.of(new Chart.Shade("R above 1", 0, 0.5))));
    assertThat(picture.figures().headings()).containsExactly("What", "days", "part", "Band");
    assertThat(picture.figures().rows())
        .containsExactly(
            List.of("as it is", "0", "100%", "-"),
            List.of("as it is", "1", "50%", "40% to 60%"),
            List.of("here", "1", "50%", "-"),
            List.of("R above 1", "0 to 0.5", "-", "-"));
  }

  @Test
  void shouldRefuseWhatCannotBeDrawn() {
    assertThatThrownBy(() -> At.of(Double.NaN, 1)).hasMessage("x NaN is not finite");
    assertThatThrownBy(() -> new At(1, 1, 3, 2)).hasMessage("low 3.0 is above high 2.0");
    assertThatThrownBy(() -> new Gauge("FTT", -1, 1, 2, "linear"))
        .hasMessage("zero 0.0 is above load -1.0");
    assertThatThrownBy(() -> new Chart.Bar("bar", 0, Double.POSITIVE_INFINITY, Optional.empty()))
        .hasMessage("high Infinity is not finite");
  }
}
