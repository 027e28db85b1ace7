package org.plimsoll.solvency.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.solvency.file.SampleBook.GOOD;
import static org.plimsoll.solvency.file.SampleBook.problems;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each way in which the entries of a book can be wrong gets its own sentence and its place.
class BookRefusalTest {
  @Test
  void shouldReadTheBookThatTheOtherTestsBreak() {
    assertThat(problems(GOOD)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "  - {id: venue, kind: venue}|  - {id: ann, kind: venue}|party `ann`|11:10|10",
        "  - {id: USD, kind|  - {id: BTC, kind|asset `BTC`|8:10|7",
      })
  void shouldRefuseDuplicateIds(String from, String to, String what, String at, int first) {
    assertThat(problems(GOOD.replace(from, to)))
        .contains("x.yaml:" + at + ": the " + what + " is already declared in line " + first);
  }

  @Test
  void shouldRefuseAnAccountThatAGroupAlreadyMakes() {
    String text = GOOD.replace("loans:", "  - {id: A-2, owner: ann}\nloans:");
    assertThat(problems(text))
        .containsExactly("x.yaml:15:10: the account `A-2` is already declared in line 14");
  }

  @Test
  void shouldRefuseDuplicateLoansCustodyAndMarkets() {
    String text =
        GOOD.replace(
                "custody:",
                "  - {id: L, lender: bank, borrower: venue, asset: USD, principal: 1}\ncustody:")
            .replace(
                "markets:",
                "  - {location: vault, kind: wallet, asset: BTC, quantity: 0}\nmarkets:")
            .replace("checks:", "  - {asset: BTC, depth: 7}\nchecks:");
    assertThat(problems(text))
        .containsExactly(
            "x.yaml:17:10: the loan `L` is already declared in line 16",
            "x.yaml:20:16: the custody entry `vault/BTC` is already declared in line 19",
            "x.yaml:23:13: the market `BTC` is already declared in line 22");
  }

  @Test
  void shouldRefuseUnknownKeysAndNameTheNearest() {
    String text =
        GOOD.replace("currency", "curency").replace("lender: bank,", "lender: bank, x: 1,");
    assertThat(problems(text))
        .contains(
            "x.yaml:4:1: the key `curency` is not known in a book; did you mean `currency`?",
            "x.yaml:16:27: the key `x` is not known in a loan; it has id, lender, borrower, asset,"
                + " principal, collateral, due, liquidation-ltv, recourse, rate, callable, maturity, target-ltv, close-factor, bonus, from, until, source");
  }

  @Test
  void shouldRefuseAMissingKeyAndSayWhatItIs() {
    assertThat(problems(GOOD.replace("kind: coin, ", "")))
        .containsExactly(
            "x.yaml:8:5: the key `kind` is missing; an asset needs it: What sort of thing it is.");
  }

  @Test
  void shouldRefuseUnknownWordsAndNameTheNearest() {
    assertThat(problems(GOOD.replace("kind: coin", "kind: cion")))
        .containsExactly(
            "x.yaml:8:21: `kind` is `cion`, which is not a kind of asset; expected one of fiat,"
                + " stable, coin, token, equity, other; did you mean `coin`?");
  }

  @Test
  void shouldRefuseUnknownIdsAndNameTheNearest() {
    String text =
        GOOD.replace("owner: ann", "owner: anm")
            .replace("lender: bank", "lender: banc")
            .replace("quantity: 3", "quantity: 4")
            .replace("asset: BTC, quantity", "asset: BCT, quantity")
            .replace("subject: venue", "subject: nobody-we-know");
    assertThat(problems(text))
        .containsExactly(
            "x.yaml:5:10: there is no party `nobody-we-know` in this book",
            "x.yaml:14:30: there is no party `anm` in this book; did you mean `ann`?",
            "x.yaml:16:21: there is no party `banc` in this book; did you mean `bank`?",
            "x.yaml:18:44: there is no asset `BCT` in this book; did you mean `BTC`?");
  }

  @Test
  void shouldRefuseAMissingPriceOfAnAssetThatIsHeldOrOwed() {
    assertThat(problems(GOOD.replace(", price: 20000", "")))
        .containsExactly(
            "x.yaml:8:5: the asset `BTC` has no price, but it is held or owed in line 14; give it a"
                + " `price`, which may be `unknown`");
  }

  @Test
  void shouldNotAskForThePriceOfAnAssetThatNobodyHolds() {
    assertThat(
            problems(GOOD.replace("parties:", "  - {id: X, kind: coin, tier: liquid}\nparties:")))
        .isEmpty();
  }

  @Test
  void shouldRefuseOwnershipAbove100Percent() {
    String text =
        GOOD.replace(
            "{id: venue, kind: venue}",
            "{id: venue, kind: venue, owners: {ann: 60%, bank: {low: 0.5, high: 0.6}}}");
    assertThat(problems(text))
        .containsExactly(
            "x.yaml:10:38: the owners of `venue` hold at least 110% together; expected at most"
                + " 100%");
  }

  @Test
  void shouldRefuseAPartyThatOwnsItself() {
    String text =
        GOOD.replace(
            "{id: venue, kind: venue}",
            "{id: venue, kind: venue, related-to: [venue], owners: {venue: 1}}");
    assertThat(problems(text))
        .containsExactly(
            "x.yaml:10:43: the party `venue` cannot be related to itself",
            "x.yaml:10:60: the party `venue` cannot own itself");
  }

  @Test
  void shouldRefuseMoreThanAMillionAccountsInAll() {
    String text =
        GOOD.replace("count: 3", "count: 1000000")
            .replace("loans:", "  - {id: B, owner: ann}\nloans:")
            .replace("owed-to: 3, on-hand", "on-hand");
    assertThat(problems(text))
        .containsExactly("x.yaml:15:10: here the book gets more than 1,000,000 accounts");
  }

  @Test
  void shouldRefuseANumberWhereANameIsExpected() {
    assertThat(problems(GOOD.replace("currency: USD", "currency: 5")))
        .singleElement()
        .asString()
        .startsWith("x.yaml:4:11: `currency` is `5`, which is not an id")
        .endsWith("put it in quotes if it is text");
  }

  @Test
  void shouldRefuseALoanToOneself() {
    assertThat(problems(GOOD.replace("lender: bank", "lender: venue")))
        .containsExactly("x.yaml:16:38: the party `venue` cannot lend to itself");
  }

  @Test
  void shouldTellAllProblemsAtOnceInTheOrderOfTheFile() {
    String text =
        GOOD.replace("title", "titel")
            .replace("tier: liquid, price: 20000", "tier: liqid, price: NaN")
            .replace("owner: ann", "owner: amm")
            .replace("quantity: 3", "quantity: 0x3");
    assertThat(problems(text))
        .extracting(each -> lineOf(each))
        .containsExactly("1", "2", "8", "8", "14", "18");
  }

  private static String lineOf(String problem) {
    return problem.replaceFirst("x\\.yaml:([0-9]+):.*", "$1");
  }
}
