package org.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LenderVerbTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void whatCouldBeSeenOnTheFirstOfNovemberIsRaisedWithItsDate() {
    run("lender", "lender-2022-11-01", "--party", "alameda");
    assertThat(words())
        .contains("FTT, which secures alameda-loan, is issued by ftx, which stands or falls")
        .contains(
            "third of its fees buys back and burns FTT. Warning wrong way collateral Since"
                + " 2022-06-30 About ftx")
        .contains(
            "count its own token at 0.95, initial and maintenance, better than ETH at 0.90"
                + " and 0.95. Warning wrong way collateral Since 2022-10-12 About ftx")
        .contains(
            "All reported trade in FTT was 44m a day in October, 5.7m of it on Binance spot."
                + " Warning concentration Since 2022-10-31")
        .contains("Voyager's filing shows 376.8m lent to Alameda")
        .contains("Since 2022-07-06 About alameda Source decrypt.co/104570, 6 July 2022")
        .contains("owned 11.56% of it on 21 June")
        .contains("Warning related party Since 2022-06-22")
        .contains("671,000,000 to 680,000,000 USD, 15.2 to 119.3 days of all its trade")
        .contains("How much FTT secures alameda-loan? No quantity is told")
        .contains("When is alameda-loan due")
        .contains("The expected loss is unknown.")
        .contains("Against FTT the haircut is 100%");
  }

  @Test
  void theGravestComesFirst() {
    run("lender", "lender-2022-11-01", "--party", "alameda");
    assertThat(out.toString())
        .containsSubsequence(
            "What warns of alameda",
            "is issued by ftx",
            "wrong way collateral",
            "draws on the venue's own revenue",
            "concentration",
            "other sellers",
            "related party",
            "What is lent, and what a default loses",
            "What a sale brings",
            "What to ask alameda");
  }

  @Test
  void factsOfALaterDayCannotBeSeen() {
    run("lender", "ftx-2022-11-02", "--party", "alameda");
    assertThat(words()).contains("A balance sheet of 30 June 2022 is published");
    out.getBuffer().setLength(0);
    run("lender", "ftx-2022-11-02", "--party", "alameda", "--at", "2022-11-01");
    assertThat(words())
        .doesNotContain("A balance sheet of 30 June 2022 is published")
        .doesNotContain("2.16bn of FTT is pledged")
        .doesNotContain("Since 2022-11-02")
        .contains("Since 2022-10-12");
  }

  @Test
  void everyLenderIsNamedWhereThereAreSeveral() {
    run("lender", "ftx-2022-11-02", "--party", "alameda");
    assertThat(words())
        .contains("blockfi is owed 671,000,000 to 900,000,000 USD on blockfi-alameda")
        .contains("ftx is owed 13,000,000,000 to 14,000,000,000 USD on alameda")
        .contains("Its account alameda with ftx has exemptions");
  }

  @Test
  void theSubjectDecidesTheExitCodeAndEverythingIsWritten(@TempDir Path folder) {
    String where = folder.toString();
    assertThat(run("lender", "lender-2022-11-01", "--party", "alameda", "--out", where))
        .isEqualTo(3);
    assertThat(run("lender", "lender-2022-11-01", "--party", "alameda", "--fail-on", "none"))
        .isZero();
    for (String file : new String[] {"index.html", "flags.csv", "block_sales.csv"}) {
      assertThat(Files.isRegularFile(folder.resolve(file))).as(file).isTrue();
    }
    out.getBuffer().setLength(0);
    run("lender", "lender-2022-11-01", "--party", "alameda", "--json");
    assertThat(out.toString()).startsWith("{").contains("\"flags\"");
  }

  @Test
  void whoDoesNotBorrowIsToldApartFromWhoIsNotThere() {
    assertThat(run("lender", "lender-2022-11-01", "--party", "ftx")).isEqualTo(4);
    assertThat(err.toString())
        .contains("nobody in lender-2022-11-01 lends to ftx; who borrows in it: alameda");
    assertThat(run("lender", "lender-2022-11-01", "--party", "almeda")).isEqualTo(4);
    assertThat(err.toString()).contains("lender-2022-11-01 does not name almeda");
    assertThat(run("lender", "lender-2022-11-01")).isEqualTo(2);
    assertThat(err.toString()).contains("--party");
  }

  private String words() {
    return out.toString().replaceAll("\\s+", " ");
  }

  private int run(String... arguments) {
    return Plimsoll.run(arguments, new PrintWriter(out), new PrintWriter(err));
  }
}
