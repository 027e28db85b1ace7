package org.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final StringWriter err = new StringWriter();

  private void work(boolean isShown, long... reached) {
    try (Progress progress = new Progress(new PrintWriter(err), isShown, "simulating", 300)) {
      for (long done : reached) {
        progress.reached(done);
      }
    }
  }

  @Test
  void shouldWriteOverOneLineAtEachPercentAndTakeItAway() {
    work(true, 0, 1, 2, 3, 150, 300);
    assertThat(err.toString())
        .isEqualTo(
            "\rsimulating 0%\rsimulating 1%\rsimulating 50%\rsimulating 100%\r"
                + " ".repeat("simulating 100%".length())
                + "\r");
  }

  @Test
  void shouldSayWhatIsKnownByNowAsSoonAsItIsKnown() {
    try (Progress progress = new Progress(new PrintWriter(err), true, "sweeping", 300)) {
      progress.reached(30, "hole 5");
      progress.reached(31, "hole 5");
      progress.reached(32, "hole 6");
    }
    assertThat(err.toString())
        .startsWith("\rsweeping 10%  hole 5\rsweeping 10%  hole 6\r")
        .endsWith("\r" + " ".repeat("sweeping 10%  hole 6".length()) + "\r");
  }

  @Test
  void shouldLeaveNothingOfALongerLine() {
    work(true, 300, 0);
    assertThat(err.toString()).contains("\rsimulating 0%  \r");
  }

  @Test
  void shouldSayNothingWhereNobodyWatches() {
    work(false, 0, 150, 300);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void shouldSayNothingWhenNothingWasReached() {
    work(true);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void shouldRefuseWorkWithoutUnits() {
    assertThatThrownBy(() -> new Progress(new PrintWriter(err), true, "x", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("total 0");
  }
}
