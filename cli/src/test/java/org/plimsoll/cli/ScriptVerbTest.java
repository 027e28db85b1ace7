package org.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptVerbTest {
  private static final String TILL =
      """
      party ann customer
      asset USD decimals 2 max 1,000 kind fiat tier liquid
      custody till bank
      account ann of ann
      time 2026-01-01T00:00:00Z
      deposit ann 5 USD into till
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  private int run(Path script, String... more) {
    String[] arguments = new String[2 + more.length];
    arguments[0] = "script";
    arguments[1] = script.toString();
    System.arraycopy(more, 0, arguments, 2, more.length);
    return Plimsoll.run(arguments, new PrintWriter(out), new PrintWriter(err));
  }

  private Path till() throws IOException {
    return Files.writeString(folder.resolve("till.script"), TILL);
  }

  @Test
  void shouldExportABookThatCanBeAssessed() throws IOException {
    Path book = folder.resolve("till.yaml");
    assertThat(run(till(), "--export", book.toString())).isEqualTo(ExitCode.SOUND.number());
    String[] assess = {"assess", book.toString()};
    assertThat(Plimsoll.run(assess, new PrintWriter(out), new PrintWriter(err)))
        .isEqualTo(ExitCode.SOUND.number());
  }

  @Test
  void shouldSayWhyItCannotExport() throws IOException {
    Path book = folder.resolve("nowhere/till.yaml");
    assertThat(run(till(), "--export", book.toString())).isEqualTo(ExitCode.USAGE.number());
    assertThat(err.toString())
        .startsWith("plimsoll script: cannot write to " + book + ": there is no folder for it");
  }

  @Test
  void shouldNotExportWhatIsNotAsExpected() throws IOException {
    Path script =
        Files.writeString(
            folder.resolve("wrong.script"),
            TILL + "expect balances\n| account | USD |\n| ann | 6 |\n");
    Path book = folder.resolve("till.yaml");
    assertThat(run(script, "--export", book.toString())).isEqualTo(ExitCode.INVALID_INPUT.number());
    assertThat(book).doesNotExist();
  }

  @Test
  void shouldRunAScriptThatVariesForEachValue() throws IOException {
    Path script = varying("| 5 |\n| two | ann | 6 |");
    assertThat(run(script)).isEqualTo(ExitCode.SOUND.number());
    assertThat(out.toString())
        .contains(script + ", cents = one: 5 commands", script + ", cents = two: 6 commands");
  }

  @Test
  void shouldFindWhatIsNotAsExpectedOfOneValue() throws IOException {
    assertThat(run(varying("| 5 |\n| two | ann | 5 |"))).isEqualTo(ExitCode.INVALID_INPUT.number());
    assertThat(run(varying("| 6 |\n| two | ann | 6 |"))).isEqualTo(ExitCode.INVALID_INPUT.number());
  }

  @Test
  void shouldNotExportWhatVaries() throws IOException {
    Path book = folder.resolve("till.yaml");
    Path script = varying("| 5 |\n| two | ann | 6 |");
    assertThat(run(script, "--export", book.toString())).isEqualTo(ExitCode.USAGE.number());
    assertThat(book).doesNotExist();
  }

  private Path varying(String cells) throws IOException {
    String more =
        "when two: deposit ann 1 USD into till\n"
            + "expect balances\n| cents | account | USD |\n| one | ann "
            + cells
            + "\n";
    return Files.writeString(
        folder.resolve("varying.script"), "vary cents one, two\n" + TILL + more);
  }

  @Test
  void shouldRefuseWhatIsNoScript() throws IOException {
    Path missing = folder.resolve("missing.script");
    Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, 0});
    assertThat(run(missing)).isEqualTo(ExitCode.INVALID_INPUT.number());
    assertThat(run(folder)).isEqualTo(ExitCode.INVALID_INPUT.number());
    assertThat(run(binary)).isEqualTo(ExitCode.INVALID_INPUT.number());
    assertThat(err.toString().lines())
        .containsExactly(
            "plimsoll script: " + missing + ": there is no such file",
            "plimsoll script: " + folder + ": this is a folder; expected a file",
            "plimsoll script: " + binary + ": this is not text in UTF-8");
  }
}
