package org.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffVerbTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void theSecondBookDecidesTheExitCodeWhetherOrNotTheyDiffer() {
    assertThat(run("diff", "healthy-exchange", "healthy-exchange")).isZero();
    assertThat(out.toString()).startsWith("No figure differs, so no answer does.");
    assertThat(run("diff", "levine-1", "levine-6")).isEqualTo(3);
    assertThat(run("diff", "levine-6", "levine-1")).isZero();
    assertThat(run("diff", "levine-1", "levine-6", "--fail-on", "mark")).isZero();
  }

  @Test
  void theNewsComeFirst() {
    run("diff", "levine-1", "levine-6");
    assertThat(out.toString())
        .startsWith("Insolvent without own-token value: NO before, YES after.")
        .containsSubsequence(
            "What it did to the verdict",
            "Why equity at mark changed",
            "What changed",
            "To see it again",
            "./plimsoll diff levine-1 levine-6")
        .doesNotContain("Where it is");
  }

  @Test
  void everythingIsWrittenIntoAFolder(@TempDir Path folder) throws IOException {
    run("diff", "levine-1", "levine-6", "--out", folder.toString(), "--limit", "2");
    for (String file : new String[] {"index.html", "equity_change.csv", "changed_balances.csv"}) {
      assertThat(Files.isRegularFile(folder.resolve(file))).as(file).isTrue();
    }
    assertThat(Files.readString(folder.resolve("index.html")))
        .containsSubsequence("What it did to the verdict</h2>", "Marked against realizable</h2>");
  }

  @Test
  void oneFileIsComparedAtTwoDays(@TempDir Path folder) throws IOException {
    Path book = folder.resolve("dated.yaml");
    Files.writeString(
        book,
        """
        book: 1
        title: dated
        as-of: 2022-11-03
        currency: USD
        subject: me
        parties: [{id: me, kind: venue}]
        assets: [{id: USD, kind: fiat, tier: liquid, price: 1}]
        custody:
          - {location: bank, kind: bank, asset: USD, quantity: 5, until: 2022-11-02}
          - {location: bank, kind: bank, asset: USD, quantity: 7, from: 2022-11-03}
        """);
    String name = book.toString();
    run("diff", name, name, "--at", "2022-11-02,2022-11-03");
    assertThat(out.toString() + err)
        .contains("It goes from 5 to 7 USD, a change of +2: custody +2.");
  }

  @Test
  void whatCannotBeComparedIsNamed(@TempDir Path folder) throws IOException {
    Path euros = folder.resolve("euros.yaml");
    Files.writeString(
        euros,
        """
        book: 1
        title: euros
        as-of: 2022-11-03
        currency: EUR
        subject: me
        parties: [{id: me, kind: venue}]
        assets: [{id: EUR, kind: fiat, tier: liquid, price: 1}]
        custody: [{location: bank, kind: bank, asset: EUR, quantity: 5}]
        """);
    assertThat(run("diff", "levine-1", euros.toString())).isEqualTo(4);
    assertThat(err.toString())
        .contains("levine-1 counts in USD and")
        .contains("in EUR; books of one currency can be compared");
    assertThat(run("diff", "levine-1", "no-such-book")).isEqualTo(4);
    assertThat(run("diff", "levine-1")).isEqualTo(2);
    assertThat(run("diff", "levine-1", "levine-2", "levine-3", "levine-4")).isEqualTo(2);
    assertThat(run("diff", "levine-1", "levine-2", "--limit", "0")).isEqualTo(2);
    assertThat(run("diff", "levine-1", "levine-2", "--at", "2022-01-01,2022-01-02,2022-01-03"))
        .isEqualTo(2);
  }

  private int run(String... arguments) {
    return Plimsoll.run(arguments, new PrintWriter(out), new PrintWriter(err));
  }
}
