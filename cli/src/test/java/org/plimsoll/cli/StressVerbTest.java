package org.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StressVerbTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void aFallOfTheTokenTurnsTheVerdictAtMark() {
    assertThat(run("stress", "levine-8", "--shock", "FTT=-50%")).isEqualTo(3);
    assertThat(out.toString())
        .contains("The price of FTT falls by 50%.")
        .contains("Insolvent at mark: NO before, YES after.");
  }

  @Test
  void theReverseTestAnswersAllThreeQuestionsApart() {
    assertThat(run("stress", "levine-8", "--reverse", "--fail-on", "none")).isZero();
    assertThat(out.toString().replaceAll("\\s+", " "))
        .contains("Insolvent at mark: the smallest is fall of FTT, beyond 33.3333%.")
        .contains("Insolvent without own-token value: already broken, before anything happens.")
        .contains("Unable to pay: broken once more than 0% of what can be demanded is demanded.");
  }

  @Test
  void withdrawalsAreHeldAgainstWhatIsThere() {
    assertThat(run("stress", "levine-3", "--withdraw", "30%", "--fail-on", "none")).isZero();
    assertThat(out.toString()).contains("If depositors leave").contains("Liquid assets pay it.");
  }

  @Test
  void everythingIsWrittenIntoAFolder(@TempDir Path folder) {
    run("stress", "levine-8", "--shock", "FTT=-50%", "--reverse", "--out", folder.toString());
    assertThat(folder.resolve("breaking_insolvent_at_mark.csv")).exists();
    assertThat(folder.resolve("scenario.csv")).exists();
    assertThat(Files.isRegularFile(folder.resolve("index.html"))).isTrue();
  }

  @Test
  void whatCannotBeUnderstoodIsNamed() {
    assertThat(run("stress", "levine-8")).isEqualTo(2);
    assertThat(err.toString()).contains("nothing happens; give --shock");
    assertThat(run("stress", "levine-8", "--shock", "FTT=half")).isEqualTo(2);
    assertThat(err.toString()).contains("expected ASSET=CHANGE, such as FTT=-50%, not 'FTT=half'");
    assertThat(run("stress", "levine-8", "--shock", "FTT=-101%")).isEqualTo(2);
    assertThat(err.toString()).contains("a price cannot lose more than all of itself");
    assertThat(run("stress", "levine-8", "--depth", "0")).isEqualTo(2);
    assertThat(run("stress", "levine-8", "--withdraw", "101%")).isEqualTo(2);
    assertThat(run("stress", "levine-8", "--shock", "DOGE=-1%", "--default", "X")).isEqualTo(4);
    assertThat(err.toString()).contains("levine-8 does not name DOGE, X");
    assertThat(run("stress", "no-such-book", "--reverse")).isEqualTo(4);
  }

  private int run(String... arguments) {
    return Plimsoll.run(arguments, new PrintWriter(out), new PrintWriter(err));
  }
}
