package org.plimsoll.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// How long a sale of collateral may take.
final class SaleHorizon {
  @Option(
      names = "--sell-within",
      paramLabel = "DAYS",
      converter = Converter.class,
      description = "Days within which collateral must be sold: 1 to 365, 1 if not said.")
  private int days = 1;

  /// Returns the days.
  int days() {
    return days;
  }

  /// Reads `7` or `7d`.
  static final class Converter implements ITypeConverter<Integer> {
    private static final int DAYS_MAX = 365;

    @Override
    public Integer convert(String text) {
      String number = text.endsWith("d") ? text.substring(0, text.length() - 1) : text;
      int days = number.matches("\\d{1,3}") ? Integer.parseInt(number) : 0;
      if (days < 1 || days > DAYS_MAX) {
        throw new TypeConversionException("expected 1 to 365 days, such as 7d, not '" + text + "'");
      }
      return days;
    }
  }
}
