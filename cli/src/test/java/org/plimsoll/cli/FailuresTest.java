package org.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class FailuresTest {
  private final StringWriter err = new StringWriter();

  @Command(name = "break")
  private record BreakingVerb(RuntimeException failure) implements Callable<Integer> {
    @Override
    public Integer call() {
      throw failure;
    }
  }

  private int explain(RuntimeException failure, boolean stackTrace) {
    return new CommandLine(new BreakingVerb(failure))
        .setErr(new PrintWriter(err, true))
        .setExecutionExceptionHandler(
            (thrown, verb, parsed) -> Failures.execution(thrown, verb, stackTrace))
        .execute();
  }

  @Test
  void shouldPrintARefusalInItsOwnWordsAndEndWithItsCode() {
    int code = explain(new CommandFailure(ExitCode.INVALID_INPUT, "book.yaml:3:7: no"), false);
    assertThat(code).isEqualTo(ExitCode.INVALID_INPUT.number());
    assertThat(err.toString()).isEqualTo("break: book.yaml:3:7: no\n");
  }

  @Test
  void shouldTakeAnythingElseForAMistakeOfOursAndSayWhatToReport() {
    int code = explain(new IllegalStateException("first line\nsecond line"), false);
    assertThat(code).isEqualTo(ExitCode.INTERNAL_ERROR.number());
    assertThat(err.toString())
        .startsWith("plimsoll: internal error: java.lang.IllegalStateException: first line (at ")
        .contains("plimsoll version", "--stacktrace")
        .doesNotContain("second line", "\tat ");
  }

  @Test
  void shouldShowTheTraceOnlyWhenAsked() {
    explain(new IllegalStateException("broken"), true);
    assertThat(err.toString()).contains("\tat " + getClass().getName());
  }
}
