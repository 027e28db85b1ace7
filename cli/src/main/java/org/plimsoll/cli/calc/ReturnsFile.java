package org.plimsoll.cli.calc;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.plimsoll.solvency.performance.Returns;
import picocli.CommandLine.TypeConversionException;

/// Reads two columns of a CSV file as returns.
final class ReturnsFile {
  private static final String EXPECTED = "expected a first line with columns named fund and market";

  private ReturnsFile() {}

  /// Returns the columns `fund` and `market`.
  ///
  /// @throws InvalidFile naming the line that cannot be read
  static Returns read(InputFile file) {
    List<String> lines = file.read().lines().toList();
    List<String> header = lines.isEmpty() ? List.of() : cells(lines.getFirst());
    int fund = header.indexOf("fund");
    int market = header.indexOf("market");
    if (fund < 0 || market < 0) {
      throw file.refused(1, EXPECTED);
    }
    List<Double> funds = new ArrayList<>();
    List<Double> markets = new ArrayList<>();
    for (int line = 1; line < lines.size(); line++) {
      List<String> cells = cells(lines.get(line));
      if (!lines.get(line).isBlank()) {
        funds.add(number(file, line, cells, fund));
        markets.add(number(file, line, cells, market));
      }
    }
    return returns(file, funds, markets);
  }

  private static Returns returns(InputFile file, List<Double> funds, List<Double> markets) {
    try {
      return new Returns(Numbers.array(funds), Numbers.array(markets));
    } catch (IllegalArgumentException refused) {
      throw file.refused(Objects.requireNonNullElse(refused.getMessage(), EXPECTED));
    }
  }

  private static List<String> cells(String line) {
    return Stream.of(line.split("[,;\t]", -1)).map(String::strip).toList();
  }

  private static double number(InputFile file, int line, List<String> cells, int column) {
    if (column >= cells.size()) {
      throw file.refused(line + 1, "this line has too few columns");
    }
    try {
      return Numeral.parse(cells.get(column)).doubleValue();
    } catch (TypeConversionException refused) {
      throw file.refused(
          line + 1, Objects.requireNonNullElse(refused.getMessage(), "expected a number"));
    }
  }
}
