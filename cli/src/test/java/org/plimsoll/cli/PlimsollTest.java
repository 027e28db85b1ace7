package org.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PlimsollTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return Plimsoll.run(arguments, new PrintWriter(out), new PrintWriter(err));
  }

  @Test
  void shouldShowTheHelpOnStandardOutputAndEndSound() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).startsWith("Usage: plimsoll").contains("Verbs:", "version");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void shouldDocumentEveryExitCodeInTheHelp() {
    run("--help");
    assertThat(Arrays.stream(ExitCode.values()).map(code -> "\n  " + code.number() + "   "))
        .allSatisfy(line -> assertThat(out.toString()).contains(line));
  }

  @Test
  void shouldPrintTheVersionThatTheBuildWrote() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString()).matches("plimsoll \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n");
  }

  @Test
  void shouldStartABugReportWithTheVersionVerb() {
    assertThat(run("version")).isZero();
    assertThat(out.toString()).contains("plimsoll " + Version.current(), "java 2", "system ");
  }

  @Test
  void shouldRefuseAnUnknownVerbWithTheNearestOne() {
    assertThat(run("verson")).isEqualTo(ExitCode.USAGE.number());
    assertThat(err.toString())
        .contains("'verson'", "Did you mean: version", "Try 'plimsoll --help'.");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void shouldRefuseAnUnknownOptionOfAVerbAndPointToItsOwnHelp() {
    assertThat(run("version", "--jason")).isEqualTo(ExitCode.USAGE.number());
    assertThat(err.toString()).contains("--jason", "Try 'plimsoll version --help'.");
  }

  @Test
  void shouldShowTheHelpOnTheErrorStreamWhenThereIsNoVerb() {
    assertThat(run()).isEqualTo(ExitCode.USAGE.number());
    assertThat(err.toString()).startsWith("Usage: plimsoll");
    assertThat(out.toString()).isEmpty();
  }
}
