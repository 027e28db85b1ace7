package org.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProveAndVerifyVerbsTest {
  private static final String BITCOIN = "docs/how-to/attested-btc.json";
  private static final String TOKEN = "docs/how-to/attested-ftt.json";
  private static final String VAULT =
      "5725a2e36f0f0effcce5dc88725b12ca3f34c6513b93ae61bb9dd3032e4f41c0";

  @TempDir private Path folder;

  private Path proofs;
  private Path commitment;

  /// What one command line gave.
  private record Outcome(int exitCode, String out, String err) {}

  private static Outcome run(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] words = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
    int exitCode = Plimsoll.run(words, new PrintWriter(out), new PrintWriter(err));
    return new Outcome(exitCode, out.toString(), err.toString());
  }

  @BeforeEach
  void prove() {
    Path out = folder.resolve("out");
    assertThat(run("prove", "levine-8", "--out", out, "--salt-seed", "test").exitCode()).isZero();
    proofs = out.resolve("private/proofs.jsonl");
    commitment = out.resolve("commitment.json");
  }

  private Path changed(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(from);
    return Files.writeString(folder.resolve("changed.json"), text.replace(from, to));
  }

  private String line(String user) throws IOException {
    return Files.readAllLines(proofs).stream()
        .filter(line -> line.contains("\"" + user + "\""))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void shouldDrawAnotherSaltEachTimeWithoutASeed() throws IOException {
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");
    Outcome outcome = run("prove", "levine-8", "--out", one);
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.err()).isEmpty();
    run("prove", "levine-8", "--out", two);
    assertThat(Files.readString(one.resolve("commitment.json")))
        .isNotEqualTo(Files.readString(two.resolve("commitment.json")));
  }

  @Test
  void shouldVerifyEachUserByTheOwnIdAndTheWholeFile() throws IOException {
    Outcome one = run("verify", proofs, "--commitment", commitment, "--user", "C");
    assertThat(one.exitCode()).isZero();
    assertThat(one.out())
        .startsWith("The proof holds: venue counted C as of 2022-11-30, owed 150000 FTT.\n");
    Outcome all = run("verify", proofs, "--commitment", commitment);
    assertThat(all.exitCode()).isZero();
    assertThat(all.out()).contains("201 proofs hold", "they are all of its 201 accounts");
    Path twice = folder.resolve("twice.jsonl");
    Files.write(twice, List.of(line("C"), line("C")));
    assertThat(run("verify", twice, "--commitment", commitment).out())
        .contains("2 proofs hold", "they are not all of its 201 accounts");
  }

  @Test
  void shouldTakeOneProofSpreadOverLines() throws IOException {
    Path spread = folder.resolve("spread.json");
    Files.writeString(spread, line("A-007").replace(",", ",\n  "));
    assertThat(run("verify", spread, "--commitment", commitment, "--user", "A-007").exitCode())
        .isZero();
  }

  @Test
  void shouldEndWithThreeAndSayWhatDoesNotHold() throws IOException {
    Path own = Files.writeString(folder.resolve("own.json"), line("A-007"));
    Outcome other = run("verify", own, "--commitment", commitment, "--user", "A-008");
    assertThat(other.exitCode()).isEqualTo(3);
    assertThat(other.out())
        .isEqualTo("The proof of A-007 does not hold: the proof is for A-007, not for A-008.\n");
    Path debt =
        changed(proofs, "\"debts\":[\"0\",\"0\",\"10000\"]", "\"debts\":[\"0\",\"0\",\"9\"]");
    Outcome less = run("verify", debt, "--commitment", commitment);
    assertThat(less.exitCode()).isEqualTo(3);
    assertThat(less.out()).contains("A-001 does not hold: the path does not lead to");
    Path total = changed(commitment, "\"2000000\"", "\"1000000\"");
    Outcome smaller = run("verify", own, "--commitment", total);
    assertThat(smaller.exitCode()).isEqualTo(3);
    assertThat(smaller.out()).contains("the commitment was changed");
  }

  @Test
  void shouldEndWithFourWhereNothingCanBeRead() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty"), "");
    assertThat(run("verify", empty, "--commitment", commitment).err())
        .contains("the file is empty; expected a proof");
    Outcome none = run("verify", folder.resolve("none"), "--commitment", commitment);
    assertThat(none.exitCode()).isEqualTo(4);
    assertThat(none.err()).contains("there is no such file");
    Outcome book = run("verify", "docs/how-to/small-venue.yaml", "--commitment", commitment);
    assertThat(book.exitCode()).isEqualTo(4);
    assertThat(book.err()).contains("the proof is not JSON");
    Outcome swapped = run("verify", commitment, "--commitment", proofs);
    assertThat(swapped.exitCode()).isEqualTo(4);
    assertThat(swapped.err()).contains("proofs.jsonl: the commitment is not JSON");
  }

  @Test
  void shouldEndWithTwoWhereAProofComesWithoutACommitment() {
    Outcome outcome = run("verify", proofs);
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("a proof needs --commitment");
  }

  @Test
  void shouldNotStrewFilesAboutWhenTheFolderHasNoName() {
    Outcome outcome = run("prove", "levine-8", "--out", "");
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("--out needs the name of a folder");
  }

  @ParameterizedTest
  @CsvSource({"healthy-exchange, 0", "alameda-2022-06-30, 4", "levine-9, 4"})
  void shouldProveOnlyBooksThatSayExactlyWhatAccountsAreOwed(String book, int exitCode) {
    Path out = folder.resolve("other");
    Outcome outcome = run("prove", book, "--out", out);
    assertThat(outcome.exitCode()).isEqualTo(exitCode);
    assertThat(Files.exists(out)).isEqualTo(exitCode == 0);
  }

  @Test
  void shouldEndWithThreeWhereAttestationsShowThatAnAssetIsNotCovered() {
    Path out = folder.resolve("attested");
    Outcome token = run("prove", "levine-8", "--out", out, "--attestation", TOKEN);
    assertThat(token.exitCode()).isZero();
    assertThat(token.out()).contains("150000 FTT: covered", "100 BTC: unknown, nothing attested");
    Outcome both =
        run("prove", "levine-8", "--out", out, "--attestation", TOKEN, "--attestation", BITCOIN);
    assertThat(both.exitCode()).isEqualTo(3);
    assertThat(both.out()).contains("100 BTC: NOT covered");
  }

  @Test
  void shouldRefuseAnAttestationThatDoesNotHoldOrCountsTwice() throws IOException {
    Path out = folder.resolve("refused");
    Path forged = changed(Path.of(TOKEN), "150000", "250000");
    Outcome outcome = run("prove", "levine-8", "--out", out, "--attestation", forged);
    assertThat(outcome.exitCode()).isEqualTo(4);
    assertThat(outcome.err()).contains("the signature is not one of this statement by this key");
    Outcome twice =
        run("prove", "levine-8", "--out", out, "--attestation", TOKEN, "--attestation", TOKEN);
    assertThat(twice.exitCode()).isEqualTo(4);
    assertThat(twice.err()).contains("FTT at omnibus is attested twice");
    assertThat(out).doesNotExist();
  }

  @Test
  void shouldVerifyAnAttestationAgainstTheKeyThatWasGiven() throws IOException {
    Outcome held = run("verify", TOKEN, "--key", VAULT);
    assertThat(held.exitCode()).isZero();
    assertThat(held.out()).contains("150000 FTT", "The key is one that was given.");
    Outcome other = run("verify", TOKEN, "--key", "ab".repeat(32));
    assertThat(other.exitCode()).isEqualTo(3);
    assertThat(other.out()).contains("which was not given");
    Outcome forged = run("verify", changed(Path.of(TOKEN), "150000", "250000"));
    assertThat(forged.exitCode()).isEqualTo(3);
    assertThat(run("verify", changed(Path.of(TOKEN), "150000", "many")).exitCode()).isEqualTo(4);
    assertThat(run("verify", TOKEN, "--key", "vault").exitCode()).isEqualTo(2);
  }
}
