package org.plimsoll.solvency.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each way in which a file can be wrong gets its own sentence and its place.
class BookRefusalTest {
  private static final String GOOD =
      """
      book: 1
      title: A small exchange
      as-of: 2022-06-30
      currency: USD
      subject: venue
      assets:
        - {id: USD, kind: fiat, tier: liquid, price: 1}
        - {id: BTC, kind: coin, tier: liquid, price: 20000}
      parties:
        - {id: venue, kind: venue}
        - {id: ann, kind: customer}
        - {id: bank, kind: lender}
      accounts:
        - {id: A, count: 3, owner: ann, balances: {BTC: 1, USD: -10000}}
      loans:
        - {id: L, lender: bank, borrower: venue, asset: USD, principal: 5m, collateral: {BTC: 10}}
      custody:
        - {location: vault, kind: wallet, asset: BTC, quantity: 3, encumbered: 1}
      markets:
        - {asset: BTC, depth: 100}
      checks:
        - {asset: BTC, owed-to: 3, on-hand: 3}
      """;

  @Test
  void shouldReadTheBookThatTheOtherTestsBreak() {
    assertThat(problems(GOOD)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   \n\n", "# only a comment\n", "---\n"})
  void shouldRefuseAnEmptyFile(String text) {
    assertThat(problems(text)).singleElement().asString().contains("book begins with `book: 1`");
  }

  @Test
  void shouldRefuseANulByte() {
    assertThat(problems("book: 1\ntitle: \0"))
        .containsExactly(
            "x.yaml:2:8: a NUL byte stands here; a book is a text file, this one is binary");
  }

  @Test
  void shouldRefuseBytesThatAreNoText() {
    byte[] bytes = {'b', 'o', 'o', 'k', '\n', 'a', (byte) 0xC3, (byte) 0x28};
    assertThat(problems(bytes))
        .containsExactly(
            "x.yaml:2:2: this byte is not UTF-8 text; a book is a text file, this one is binary");
  }

  @Test
  void shouldRefuseAFileThatIsTooLarge() {
    byte[] spaces = new byte[BookReader.FILE_BYTES_MAX + 1];
    Arrays.fill(spaces, (byte) ' ');
    assertThat(problems(spaces))
        .containsExactly(
            "x.yaml: the file is larger than 16777216 bytes; a book may not be larger");
  }

  @Test
  void shouldRefuseAYamlBombWithoutExpandingIt() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    assertThat(problems(bomb.toString()))
        .contains(
            "x.yaml:1:5: anchors such as `&a0` are not accepted: write each entry out",
            "x.yaml:2:10: aliases such as `*a0` are not accepted: write the entry out");
  }

  @Test
  void shouldRefuseMergeKeys() {
    assertThat(problems(GOOD + "<<: {title: x}\n"))
        .containsExactly("x.yaml:23:1: merge keys (`<<`) are not accepted: write the entry out");
  }

  @Test
  void shouldRefuseTags() {
    assertThat(problems(GOOD.replace("title: A", "title: !!str A")))
        .containsExactly(
            "x.yaml:2:8: tags such as `tag:yaml.org,2002:str` are not accepted: write the value"
                + " alone");
  }

  @Test
  void shouldRefuseDepth() {
    assertThat(problems("a: " + "[".repeat(100_000)))
        .containsExactly(
            "x.yaml:1:19: lists and mappings stand more than 16 deep; a book needs seven");
  }

  @Test
  void shouldRefuseAValueThatIsTooLong() {
    assertThat(problems(GOOD.replace("A small exchange", "x".repeat(5_000))))
        .contains("x.yaml:2:8: this value has more than 4096 characters; nothing needs more");
  }

  @Test
  void shouldRefuseTooManyValues() {
    assertThat(problems("a:\n" + "- \n".repeat(1_000_000)))
        .containsExactly(
            "x.yaml:999999:3: here the file gets more than 1,000,000 values; a book has fewer");
  }

  @Test
  void shouldRefuseTooManyKeysInOneMapping() {
    StringBuilder keys = new StringBuilder("a:\n");
    for (int i = 0; i <= TreeBuilder.KEYS_MAX; i++) {
      keys.append("  k").append(i).append(": 1\n");
    }
    assertThat(problems(keys.toString()))
        .contains("x.yaml:10002:3: this mapping has more than 10000 keys");
  }

  @Test
  void shouldKeepEveryProblemOnOneLine() {
    assertThat(problems(GOOD.replace("title:", "\"ti\\ntle\":")))
        .contains("x.yaml:2:1: the key `ti?tle` is not known in a book; did you mean `title`?");
  }

  @Test
  void shouldRefuseSeveralDocuments() {
    assertThat(problems(GOOD + "---\nbook: 1\n"))
        .containsExactly("x.yaml:23:1: a second document begins here; a file holds one book");
  }

  @Test
  void shouldRefuseWhatIsNotYaml() {
    assertThat(problems("book: 1\n\ttitle: x\n"))
        .singleElement()
        .asString()
        .startsWith("x.yaml:2:1: this is not YAML: ");
  }

  @Test
  void shouldRefuseAListInPlaceOfABook() {
    assertThat(problems("- book\n"))
        .containsExactly("x.yaml:1:1: this is not a book; a book begins with `book: 1`");
  }

  @Test
  void shouldRefuseDuplicateKeys() {
    assertThat(problems(GOOD.replace("currency: USD", "currency: USD\ncurrency: EUR")))
        .containsExactly("x.yaml:5:1: the key `currency` already stands in line 4");
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
                + " principal, collateral, due, liquidation-ltv, recourse, source");
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
  void shouldRefuseABookThatDoesNotBalance() {
    assertThat(problems(GOOD.replace("owed-to: 3, on-hand: 3", "owed-to: 4, on-hand: 3")))
        .containsExactly(
            "x.yaml:22:27: the book does not balance: `owed-to` of BTC is stated as 4, but the"
                + " entries add up to 3");
  }

  @Test
  void shouldRefuseTotalsThatDoNotHold() {
    String text = GOOD + "  - {total-assets: 90k, total-claims: {low: 5m, high: 6m}}\n";
    assertThat(problems(text))
        .containsExactly(
            "x.yaml:23:39: the book does not balance: `total-claims` is stated as from 5000000 to"
                + " 6000000, but the entries add up to 5060000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ".nan|a book knows no NaN and no infinity",
        "NaN|a book knows no NaN and no infinity",
        ".inf|a book knows no NaN and no infinity",
        "-.inf|a book knows no NaN and no infinity",
        "Infinity|a book knows no NaN and no infinity",
        "20_000|write it without underscores",
        "0x1F|write it in decimal, not in hexadecimal",
        "017|a leading zero could mean an octal number; leave it out",
        "0o17|a leading zero could mean an octal number; leave it out",
        "1:30|a colon could mean a number to base 60; write a decimal",
        "1e6|write it without an exponent, such as 1000000 or 1m",
        "+5|leave the plus sign out",
        "95%|a percentage stands only where a part from 0% to 100% is asked",
        "-5|it cannot be negative here",
        "'-5'|it cannot be negative here",
      })
  void shouldRefuseWhatIsNoPlainDecimal(String written, String advice) {
    assertThat(problems(GOOD.replace("price: 20000", "price: " + written)))
        .singleElement()
        .asString()
        .startsWith("x.yaml:8:48: `price` is `")
        .contains("which is not a figure of 0 or more; expected for example 20000, 14.6bn")
        .endsWith(advice);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "~", "true", "[1]", "1.", ".5", "1 000", "'1,00'", "5M", "''"})
  void shouldRefuseOtherTextInPlaceOfAFigure(String written) {
    assertThat(problems(GOOD.replace("price: 20000", "price: " + written)))
        .singleElement()
        .asString()
        .contains("which is not a figure of 0 or more");
  }

  @Test
  void shouldRefuseCommasOutsideQuotes() {
    String text =
        GOOD.replace(
            "{id: BTC, kind: coin, tier: liquid, price: 20000}",
            "id: BTC\n    kind: coin\n    tier: liquid\n    price: 20,000");
    assertThat(problems(text))
        .containsExactly("x.yaml:11:12: put `20,000` in quotes, or leave the commas out");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1000000000000000000000000000000",
        "1000000000000000000000bn",
        "0.0000000000000000001",
      })
  void shouldRefuseNumbersOutOfBounds(String written) {
    assertThat(problems(GOOD.replace("price: 20000", "price: " + written)))
        .containsExactly(
            "x.yaml:8:48: this number has more than 30 digits before the point or more than 18 after"
                + " it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "quantity: 3|quantity: -3|18:59",
        "principal: 5m|principal: -5m|16:67",
        "{BTC: 10}|{BTC: -10}|16:89",
        "encumbered: 1|encumbered: -1|18:74",
        "depth: 100|depth: '-100'|20:25",
      })
  void shouldRefuseNegativeQuantities(String from, String to, String at) {
    assertThat(problems(GOOD.replace(from, to)))
        .singleElement()
        .asString()
        .startsWith("x.yaml:" + at + ": ")
        .endsWith("it cannot be negative here");
  }

  @Test
  void shouldRefuseMoreEncumberedThanHeld() {
    assertThat(problems(GOOD.replace("encumbered: 1", "encumbered: {low: 4}")))
        .containsExactly("x.yaml:18:74: at least 4 is encumbered, but at most 3 is held");
  }

  @Test
  void shouldRefuseLowAboveHigh() {
    assertThat(problems(GOOD.replace("price: 20000", "price: {low: 3, high: 2.5}")))
        .contains("x.yaml:8:54: low 3 is above high 2.5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{value: 1, low: 0}",
        "{source: x}",
        "{}",
        "{unknown: true, high: 3}",
      })
  void shouldRefuseAFigureThatSaysTwoThingsOrNone(String written) {
    assertThat(problems(GOOD.replace("price: 20000", "price: " + written)))
        .containsExactly(
            "x.yaml:8:48: `price` must say either `value`, or `low` and `high` (or one of them), or"
                + " `unknown: true`");
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

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "101%", "-0.1", "60", "'2'"})
  void shouldRefuseASharesOutOfBounds(String share) {
    String text =
        GOOD.replace(
            "{id: venue, kind: venue}", "{id: venue, kind: venue, owners: {ann: " + share + "}}");
    assertThat(problems(text))
        .singleElement()
        .asString()
        .startsWith("x.yaml:10:44: `ann` is ")
        .contains("which is not a share from 0 to 1, or from 0% to 100%");
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

  @ParameterizedTest
  @ValueSource(strings = {"0", "1000001", "-1", "1.5", "many", "999999999999"})
  void shouldRefuseACountOutOfBounds(String count) {
    assertThat(problems(GOOD.replace("count: 3", "count: " + count)))
        .singleElement()
        .asString()
        .startsWith("x.yaml:14:20: `count` is ")
        .contains("which is not a whole number from 1 to 1,000,000");
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

  @ParameterizedTest
  @ValueSource(strings = {"2022-02-30", "2022-13-01", "2022-01-01T25:00:00Z"})
  void shouldRefuseADateThatIsNone(String date) {
    assertThat(problems(GOOD.replace("2022-06-30", date)))
        .containsExactly("x.yaml:3:8: `" + date + "` is no date of the calendar");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "20220630", "2022-6-3", "2022-06-30 10:00"})
  void shouldRefuseADateInAnotherForm(String date) {
    assertThat(problems(GOOD.replace("2022-06-30", date)))
        .singleElement()
        .asString()
        .startsWith("x.yaml:3:8: `as-of` is ")
        .contains("which is not a date (2022-06-30) or an instant in UTC");
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
  void shouldRefuseAPriceOfTheCurrencyItselfOtherThanOne() {
    assertThat(problems(GOOD.replace("price: 1}", "price: 2}")))
        .containsExactly(
            "x.yaml:7:48: the price of USD must be 1, since prices of this book are in USD");
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

  @Test
  void shouldCountWhatItDoesNotList() {
    StringBuilder text = new StringBuilder(GOOD);
    for (int i = 0; i < 1_500; i++) {
      text.append("key").append(i).append(": 1\n");
    }
    List<String> problems = problems(text.toString());
    assertThat(problems)
        .hasSize(1_001)
        .last()
        .isEqualTo("x.yaml: 500 more problems are not listed");
  }

  @Test
  void shouldRefuseAFileThatIsNotThere() {
    assertThat(messages(BookReader.read("levine-9")))
        .singleElement()
        .asString()
        .startsWith(
            "levine-9: there is no such file, and no shipped book of that name; did you mean"
                + " `levine-1`?; shipped are alameda-2022-06-30, ");
  }

  @Test
  void shouldRefuseAFolder() {
    assertThat(messages(BookReader.read(".")))
        .containsExactly(".: this is a folder; expected a book file");
  }

  private static String lineOf(String problem) {
    return problem.replaceFirst("x\\.yaml:([0-9]+):.*", "$1");
  }

  private static List<String> problems(String text) {
    return problems(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> problems(byte[] bytes) {
    return messages(BookReader.read(new ByteArrayInputStream(bytes), "x.yaml"));
  }

  private static List<String> messages(ReadResult result) {
    return switch (result) {
      case ReadResult.ReadBook _ -> List.of();
      case ReadResult.Refused refused ->
          refused.problems().stream().map(Problem::toString).toList();
    };
  }
}
