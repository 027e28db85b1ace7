package org.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssessVerbTest {
  private static final String SOUND_BOOK =
      """
      book: 1
      title: "A till"
      as-of: 2026-01-31
      currency: USD
      subject: shop
      assets:
        - {id: USD, kind: fiat, tier: liquid, price: 1, source: invented}
      parties:
        - {id: shop, kind: venue}
        - {id: ann, kind: customer}
      accounts:
        - {id: ann, owner: ann, balances: {USD: 5}, source: invented}
      custody:
        - {location: till, kind: bank, asset: USD, quantity: 7, source: invented}
      """;

  @TempDir private Path folder;

  /// What one command line gave.
  private record Outcome(int exitCode, String out, String err) {}

  private static Outcome run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode = Plimsoll.run(arguments, new PrintWriter(out), new PrintWriter(err));
    return new Outcome(exitCode, out.toString(), err.toString());
  }

  @Test
  void shouldReadTheBookAsItStoodOnADay() {
    assertThat(run("assess", "ftx-2022-11-02", "--at", "2022-11-06", "--json").out())
        .contains("2022-11-06");
    assertThat(run("assess", "ftx-2022-11-02", "--at", "yesterday").exitCode()).isEqualTo(2);
  }

  @Test
  void shouldEndWithZeroWhenTheVenueIsSound() {
    Outcome outcome = run("assess", "healthy-exchange");
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).startsWith("The books balance, and harbor is sound");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void shouldSayFirstThatTheBooksBalanceAndThatTheVenueLacksTwoMillion() {
    Outcome outcome = run("assess", "levine-8");
    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(outcome.out())
        .startsWith(
            "The books balance, and without its own token (FTT) venue lacks 2,000,000 USD.");
  }

  @Test
  void shouldNotTakeABookOfNothingForASoundOne() throws IOException {
    Path book = folder.resolve("empty.yaml");
    Files.writeString(
        book,
        """
        book: 1
        title: lost on the way
        as-of: 2026-01-31
        currency: USD
        subject: venue
        assets: [{id: USD, kind: fiat, tier: liquid, price: 1}]
        parties: [{id: venue, kind: venue}]
        """);
    Outcome outcome = run("assess", book.toString());
    assertThat(outcome.exitCode()).isEqualTo(4);
    assertThat(outcome.err()).contains("says nothing of what is owed or held");
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void shouldSayThatThePublishedSheetCannotTell() {
    Outcome outcome = run("assess", "ftx-2022-11-10");
    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(outcome.out())
        .startsWith("The book cannot tell whether ftx is solvent")
        .contains("-7,259,000,000 to");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          levine-8           | mark             | 0
          levine-8           | own-token        | 3
          levine-8           | pay              | 3
          levine-8           | unknown          | 0
          levine-8           | none             | 0
          levine-8           | mark,unknown     | 0
          levine-4           | mark,own-token   | 0
          ftx-2022-11-10     | mark             | 0
          ftx-2022-11-10     | mark,unknown     | 3
          alameda-2022-06-30 | mark,own-token,pay | 0
          alameda-2022-06-30 | unknown          | 3
          """)
  void shouldFailOnlyOnWhatIsAsked(String book, String failOn, int exitCode) {
    assertThat(run("assess", book, "--fail-on", failOn).exitCode()).isEqualTo(exitCode);
  }

  @Test
  void shouldMarkPricesDownFirst() {
    Outcome outcome =
        run("assess", "ftx-2022-11-10", "--haircut", "liquid=0,less-liquid=25%,illiquid=0.5");
    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(outcome.out())
        .contains("ftx is insolvent: at mark it lacks 2,234,000,000 to")
        .contains("Prices of the tier illiquid are marked down by 50%.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "liquid",
        "liquid=2",
        "liquid=-1",
        "liquid=101%",
        "liquid=1e9",
        "fast=1%",
        "liquid=1%,liquid=2%",
        ""
      })
  void shouldRefuseAHaircutThatMakesNoSense(String haircut) {
    Outcome outcome = run("assess", "levine-8", "--haircut", haircut);
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains("--haircut").contains("--help");
  }

  @ParameterizedTest
  @ValueSource(strings = {"everything", "none,mark", ""})
  void shouldRefuseAnAnswerThatDoesNotExist(String failOn) {
    Outcome outcome = run("assess", "levine-8", "--fail-on", failOn);
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains("--fail-on");
  }

  @Test
  void shouldEndWithTwoWithoutABook() {
    assertThat(run("assess").exitCode()).isEqualTo(2);
  }

  @Test
  void shouldNameEveryProblemAndWriteNothing() throws IOException {
    Path book = folder.resolve("broken.yaml");
    Files.writeString(
        book, SOUND_BOOK.replace("price: 1", "price: .nan").replace("owner: ann", "owner: amn"));
    Path out = folder.resolve("out");
    Outcome outcome = run("assess", book.toString(), "--out", out.toString());
    assertThat(outcome.exitCode()).isEqualTo(4);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(outcome.err()).contains("broken.yaml:7:").contains("broken.yaml:12:");
    assertThat(out).doesNotExist();
  }

  @Test
  void shouldEndWithFourWhenThereIsNoSuchBook() {
    Outcome outcome = run("assess", "levine-9");
    assertThat(outcome.exitCode()).isEqualTo(4);
    assertThat(outcome.err()).contains("levine-9").contains("levine-8");
  }

  @Test
  void shouldReadABookFromStandardInput() {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(SOUND_BOOK.getBytes(StandardCharsets.UTF_8)));
    try {
      Outcome outcome = run("assess", "-");
      assertThat(outcome.exitCode()).isZero();
      assertThat(outcome.out()).startsWith("The books balance, and shop is sound");
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void shouldPrintJsonAndNothingElse() {
    Outcome outcome = run("assess", "levine-8", "--json");
    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(outcome.out())
        .startsWith("{\n  \"plimsoll_version\"")
        .contains("\"command\" : \"./plimsoll assess levine-8 --json\"")
        .endsWith("}\n");
  }

  @Test
  void shouldWriteTheSameFilesEachTime() throws IOException {
    Path out = folder.resolve("it's here");
    assertThat(run("assess", "levine-8", "--out", out.toString()).exitCode()).isEqualTo(3);
    List<String> first = contents(out);
    run("assess", "levine-8", "--out", out.toString());
    assertThat(contents(out)).isEqualTo(first);
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "index.html",
              "assessment.json",
              "questions.csv",
              "assets.csv",
              "locations.csv",
              "commingling.csv",
              "assumptions.csv",
              "questions.parquet",
              "assets.parquet",
              "locations.parquet",
              "commingling.parquet",
              "assumptions.parquet",
              "liquidity_ladder.csv",
              "liquidity_ladder.parquet",
              "wrong_way.csv",
              "wrong_way.parquet",
              "manifest.json");
    }
    assertThat(Files.readString(out.resolve("manifest.json")))
        .contains("\"book\" : \"levine-8\"", "\"name\" : \"assets.parquet\"")
        .contains("it'\\\\''s here'");
  }

  @Test
  void shouldNameTheDepthModelThatDecidesAndTheRangeOverModels() {
    Outcome outcome = run("assess", "ftx-2022-11-02");
    assertThat(outcome.out())
        .containsPattern(
            "(?s)4,058,450,000 to 7,026,450,000 USD of debt leans on FTT, of which at most"
                + " .*decides.*models\\s+give ");
  }

  @Test
  void shouldEndWithTwoWhenItCannotWrite() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    Outcome outcome = run("assess", "levine-8", "--out", file.toString());
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("cannot write to " + file + ": a file of that name is in the way");
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void shouldNotStrewFilesAboutWhenTheFolderHasNoName() {
    Outcome outcome = run("assess", "levine-8", "--out", "");
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("--out needs the name of a folder");
  }

  private static List<String> contents(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().map(AssessVerbTest::bytes).toList();
    }
  }

  /// The bytes, one character for each.
  private static String bytes(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
