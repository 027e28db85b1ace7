package org.plimsoll.margin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.plimsoll.units.Decimals;
import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;

/// A table of worked numbers on docs/reference/margin.md, found by its head, with the rows that the
/// formulas give.
record PageTable(String head, Stream<String> rows) {
  private static final Path PAGE = Path.of("../../docs/reference/margin.md");

  static Stream<DynamicTest> compare(PageTable... tables) throws IOException {
    List<String> page = Files.readAllLines(PAGE);
    return Arrays.stream(tables)
        .map(table ->
            DynamicTest.dynamicTest(
                table.head, () -> assertThat(table.body(page)).isEqualTo(table.rows.toList())));
  }

  private List<String> body(List<String> page) {
    int line = page.indexOf(head);
    assertThat(line).as("the line '%s'", head).isNotNegative();
    return page.stream().skip(line + 2L).takeWhile(row -> row.startsWith("|")).toList();
  }

  static long[] numbers(String text) {
    return Arrays.stream(text.split(" ", -1))
        .mapToLong(number -> new BigDecimal(number).movePointRight(9).longValueExact())
        .toArray();
  }

  static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  static String percent(long fractionE9) {
    return grouped(Decimals.format(fractionE9, 7)) + " %";
  }

  /// A change in percent with two decimals, as the help page prints it, rounded to the nearest.
  static String basisPoints(long change, long base) {
    long doubled = Exact.mulDiv(change, 20_000, base, Rounding.FLOOR);
    return Decimals.format(Math.floorDiv(doubled + 1, 2L), 2) + " %";
  }

  static String part(long e9) {
    return Decimals.format(e9, 9);
  }

  static String whole(long e9) {
    return grouped(Decimals.format(e9, 9));
  }

  static String dollars(long micros) {
    return grouped(Decimals.format(micros, 6));
  }

  private static String grouped(String number) {
    int point = number.indexOf('.');
    String digits = point < 0 ? number : number.substring(0, point);
    String fraction = point < 0 ? "" : number.substring(point);
    return digits.replaceAll("(?<=[0-9])(?=([0-9]{3})+$)", ",") + fraction;
  }
}
