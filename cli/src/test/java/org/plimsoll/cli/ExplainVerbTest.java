package org.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplainVerbTest {
  /// What one command line gave.
  private record Outcome(int exitCode, String out, String err) {}

  private static Outcome run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode = Plimsoll.run(arguments, new PrintWriter(out), new PrintWriter(err));
    return new Outcome(exitCode, out.toString(), err.toString());
  }

  @Test
  void shouldListEveryFigureOfABook() {
    Outcome outcome = run("explain", "levine-8");
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out().lines())
        .anyMatch(line -> line.matches("equity\\.without-own-token +-2,000,000 USD"))
        .anyMatch(line -> line.matches("asset\\.BTC\\.matched-gap +0 BTC"))
        .anyMatch(line -> line.matches("recovery\\.commingled +.*%"));
  }

  @Test
  void shouldExplainEveryFigureThatItLists() {
    List<String> ids =
        run("explain", "levine-8").out().lines().map(line -> line.split(" +")[0]).toList();
    assertThat(ids).hasSizeGreaterThan(50);
    for (String id : ids) {
      Outcome outcome = run("explain", "levine-8", id);
      assertThat(outcome.exitCode()).as(id).isZero();
      assertThat(outcome.out()).as(id).contains("In words  ", "Formula   ", "After     ");
      assertThat(outcome.out().lines()).as(id).allMatch(line -> line.length() <= 100);
    }
  }

  @Test
  void shouldLetTheSmallestLinesShareOne() {
    Outcome short20 = run("explain", "levine-8", "equity.mark");
    assertThat(short20.out())
        .contains("other lines together", "is the sum", "account C: owed to it");
    Outcome all = run("explain", "levine-8", "equity.mark", "--all");
    assertThat(all.out()).doesNotContain("other lines together").contains("account A-100 of A");
  }

  @Test
  void shouldPrintJson() {
    assertThat(run("explain", "levine-8", "--json").out())
        .startsWith("{\n  \"figures\" : [\n")
        .contains("\"id\" : \"equity.mark\"");
    assertThat(run("explain", "levine-8", "equity.mark", "--json").out())
        .startsWith("{\n  \"id\" : \"equity.mark\"")
        .contains("\"form\" : \"sum\"", "\"contribution\"", "\"sources\"");
  }

  @Test
  void shouldNameWhatMayHaveBeenMeant() {
    Outcome outcome = run("explain", "levine-8", "own-token");
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("levine-8 has no figure own-token; did you mean equity.without-own-token")
        .contains("'plimsoll explain levine-8' lists them");
  }

  @Test
  void shouldEndWithFourWhereThereIsNoBook() {
    assertThat(run("explain", "levin-8", "equity.mark").exitCode()).isEqualTo(4);
  }
}
