package org.plimsoll.solvency.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.text.Problem;

/// What a book in parts is refused for.
class PartedBookTest {
  private static final String HEAD =
      """
      book: 1
      title: A venue
      as-of: 2026-01-31
      currency: USD
      subject: venue
      assets:
        - {id: USD, kind: fiat, tier: liquid, price: 1}
        - {id: BTC, kind: coin, tier: less-liquid}
      parties:
        - {id: venue, kind: venue}
        - {id: ann, kind: customer}
      tables: {accounts: accounts-*.csv, positions: positions-*.csv}
      checks:
        - {asset: USD, owed-to: 3}
      """;

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("book.yaml"), HEAD);
    part("accounts-1.csv", "id,owner,balances.USD\na,ann,1\n");
    part("accounts-2.csv", "id,owner,balances.USD\nb,ann,2\n");
    part("positions-2.csv", "account,asset,size,entry\n");
  }

  private void part(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private String refusal() throws IOException {
    PartedBook book = PartedBook.find(folder.toString(), Optional.empty()).orElseThrow();
    return switch (book.fold(new PartThreads(2))) {
      case FoldedBook.Result.Read(_) -> "";
      case FoldedBook.Result.Refused(List<Problem> problems) ->
          problems.stream()
              .map(Problem::toString)
              .map(each -> each.replace(folder + "/", ""))
              .collect(Collectors.joining("\n"));
    };
  }

  @Test
  void aBookThatAddsUpIsRead() throws IOException {
    assertThat(refusal()).isEmpty();
  }

  @Test
  void anIdInTwoPartsIsRefused() throws IOException {
    part("accounts-2.csv", "id,owner,balances.USD\na,ann,2\n");
    assertThat(refusal())
        .isEqualTo("accounts-2.csv: the account `a` is already declared in accounts-1.csv");
  }

  @Test
  void aCheckIsHeldAgainstAllParts() throws IOException {
    part("accounts-1.csv", "id,owner,balances.USD\na,ann,2\n");
    assertThat(refusal()).contains("`owed-to` of USD is stated as 3").contains("add up to 4");
  }

  @Test
  void everyPartSaysWhatIsWrongWithIt() throws IOException {
    part("accounts-1.csv", "id,owner,balances.USD\na,bob,1\n");
    part("accounts-2.csv", "id,owner,balances.USD\nb,ann,x\n");
    assertThat(refusal())
        .contains("accounts-1.csv:2:3: there is no party `bob`")
        .contains("accounts-2.csv:2:7:");
  }

  @Test
  void anAssetThatOnlyAPartHoldsNeedsAPrice() throws IOException {
    part("accounts-2.csv", "id,owner,balances.USD,balances.BTC\nb,ann,2,1\n");
    assertThat(refusal()).contains("the asset `BTC` has no price, but it is held or owed in line");
  }

  @Test
  void positionsStandWithTheirAccounts() throws IOException {
    part("positions-3.csv", "account,asset,size,entry\n");
    assertThat(refusal())
        .isEqualTo(
            "positions-3.csv: the positions of a part are read with its accounts, and there is no"
                + " file `accounts-3.csv`");
  }

  @Test
  void aBookWithoutItsPartsIsRefused() throws IOException {
    Files.delete(folder.resolve("accounts-1.csv"));
    Files.delete(folder.resolve("accounts-2.csv"));
    assertThat(refusal()).contains("there is no file `accounts-*.csv` beside this one");
  }

  @Test
  void aBookWithOneTableHasNoParts() throws IOException {
    Files.writeString(
        folder.resolve("book.yaml"), HEAD.replace("accounts-*.csv", "accounts-1.csv"));
    assertThat(PartedBook.find(folder.toString(), Optional.empty())).isEmpty();
  }
}
