package org.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

  @Test
  void theSimulationSaysHowLikelyAFailureIs(@TempDir Path folder) throws IOException {
    assertThat(
            run(
                "stress",
                "ftx-2022-11-02",
                "--paths",
                "500",
                "--horizon",
                "30d",
                "--seed",
                "7",
                "--vol",
                "LIQUID=0%,EQUITY=1.2",
                "--correlation",
                "0.2",
                "--withdraw-rate",
                "12%",
                "--fail-on",
                "none",
                "--out",
                folder.toString()))
        .isZero();
    assertThat(out.toString().replaceAll("\\s+", " "))
        .contains("ftx becomes insolvent at mark within 30 days")
        .contains("Counted over 500 paths of 30 days, seed 7.")
        .contains("The volatility of EQUITY is 120% a year, as asked. (--vol)")
        .contains("Any two prices have a correlation of 0.2.")
        .contains("Every day 12% of what is left is asked for");
    assertThat(Files.readString(folder.resolve("likely_unable_to_pay.csv")))
        .contains("ftx,yes,7,1.0,0.0,");
    assertThat(folder.resolve("premises.parquet")).exists();
  }

  @Test
  void theSimulationIsOfTheBookAfterTheScenario() {
    run("stress", "levine-8", "--shock", "FTT=-50%", "--paths", "10", "--horizon", "1");
    assertThat(out.toString())
        .contains("venue is insolvent at mark already, before a day has passed.");
  }

  @Test
  void sameSeedSameBytes() {
    run("stress", "celsius-2022-07-13", "--paths", "700", "--horizon", "40d", "--seed", "3");
    String first = out.toString();
    out.getBuffer().setLength(0);
    run("stress", "celsius-2022-07-13", "--paths", "700", "--horizon", "40d", "--seed", "3");
    assertThat(out.toString()).isEqualTo(first);
  }

  @Test
  void sillySimulationsAreRefused() {
    assertThat(run("stress", "levine-8", "--paths", "0")).isEqualTo(2);
    assertThat(err.toString()).contains("--paths must be from 1 to 1000000, not 0");
    assertThat(run("stress", "levine-8", "--horizon", "0d")).isEqualTo(2);
    assertThat(err.toString()).contains("expected from 1d to 3650d, not '0d'");
    assertThat(run("stress", "levine-8", "--horizon", "30h")).isEqualTo(2);
    assertThat(run("stress", "levine-8", "--horizon", "4000d")).isEqualTo(2);
    assertThat(run("stress", "levine-8", "--seed", "x")).isEqualTo(2);
    assertThat(run("stress", "levine-8", "--correlation", "1")).isEqualTo(2);
    assertThat(err.toString()).contains("--correlation must be below 1");
    assertThat(run("stress", "levine-8", "--withdraw-rate", "101%")).isEqualTo(2);
    assertThat(run("stress", "levine-8", "--vol", "FTT=-1%")).isEqualTo(2);
    assertThat(err.toString()).contains("expected ASSET=PART, such as BTC=60%, not 'FTT=-1%'");
    assertThat(run("stress", "levine-8", "--vol", "FTT=1001%")).isEqualTo(2);
    assertThat(run("stress", "levine-8", "--vol", "FTT=1%,FTT=2%")).isEqualTo(2);
    assertThat(err.toString()).contains("--vol names an asset twice");
    assertThat(run("stress", "levine-8", "--vol", "DOGE=1%")).isEqualTo(4);
    assertThat(err.toString()).contains("levine-8 does not name DOGE");
  }

  private int run(String... arguments) {
    return Plimsoll.run(arguments, new PrintWriter(out), new PrintWriter(err));
  }
}
