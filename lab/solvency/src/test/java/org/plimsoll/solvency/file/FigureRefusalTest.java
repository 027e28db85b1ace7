package org.plimsoll.solvency.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.solvency.file.SampleBook.GOOD;
import static org.plimsoll.solvency.file.SampleBook.problems;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Figures that are none, contradict each other, or do not add up.
class FigureRefusalTest {
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

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "101%", "-0.1", "60", "'2'"})
  void shouldRefuseAShareOutOfBounds(String share) {
    String text =
        GOOD.replace(
            "{id: venue, kind: venue}", "{id: venue, kind: venue, owners: {ann: " + share + "}}");
    assertThat(problems(text))
        .singleElement()
        .asString()
        .startsWith("x.yaml:10:44: `ann` is ")
        .contains("which is not a share from 0 to 1, or from 0% to 100%");
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
  void shouldRefuseAPriceOfTheCurrencyItselfOtherThanOne() {
    assertThat(problems(GOOD.replace("price: 1}", "price: 2}")))
        .containsExactly(
            "x.yaml:7:48: the price of USD must be 1, since prices of this book are in USD");
  }
}
