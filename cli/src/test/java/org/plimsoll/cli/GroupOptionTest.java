package org.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupOptionTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void withoutNamesAllRelatedPartiesAreOneGroup() {
    assertThat(run("assess", "ftx-2022-11-02", "--consolidate")).isEqualTo(3);
    assertThat(out.toString())
        .contains("as one group")
        .contains("ftx, alameda, insiders and serum are one group here");
  }

  @Test
  void withNamesOnlyTheseAre() {
    run("assess", "ftx-2022-11-02", "--consolidate", "alameda");
    assertThat(out.toString()).contains("ftx and alameda are one group here");
  }

  @Test
  void aHaircutIsTakenFromTheGroupAndFromTheSubjectAlone(@TempDir Path folder) throws IOException {
    Path book = folder.resolve("book.yaml");
    Files.writeString(
        book,
        """
        book: 1
        title: A venue and its fund
        as-of: 2022-11-02
        currency: USD
        subject: venue
        parties:
          - {id: venue, kind: venue}
          - {id: fund, kind: affiliate, related-to: [venue]}
        assets:
          - {id: USD, kind: fiat, tier: liquid, price: 1}
          - {id: LAND, kind: other, tier: illiquid, price: 100}
        accounts: [{id: fund, owner: fund, balances: {USD: 30}}]
        custody: [{location: here, kind: other, asset: LAND, quantity: 1}]
        """);
    run("assess", book.toString(), "--consolidate", "--haircut", "illiquid=50%");
    assertThat(out.toString())
        .contains("Equity at mark is 20 USD alone and 50 USD as a group; without own tokens");
  }

  @Test
  void withoutTheOptionNothingIsGrouped() {
    run("assess", "ftx-2022-11-02");
    assertThat(out.toString()).doesNotContain("one group");
  }

  @Test
  void aMemberThatTheBookDoesNotNameIsRefused() {
    assertThat(run("assess", "ftx-2022-11-02", "--consolidate", "alameda,nobody")).isEqualTo(4);
    assertThat(err.toString()).contains("ftx-2022-11-02 does not name nobody");
  }

  private int run(String... arguments) {
    return Plimsoll.run(arguments, new PrintWriter(out), new PrintWriter(err));
  }
}
