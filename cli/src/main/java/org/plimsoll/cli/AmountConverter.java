package org.plimsoll.cli;

import java.math.BigDecimal;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads an amount of money as book files spell it: `100m`, `2.5bn`, `250000`.
final class AmountConverter implements ITypeConverter<BigDecimal> {
  @Override
  public BigDecimal convert(String text) {
    String number = text.replaceFirst("(k|m|bn)$", "");
    if (!number.matches("\\d{1,15}(\\.\\d{1,9})?")) {
      throw new TypeConversionException("expected an amount such as 100m, not '" + text + "'");
    }
    int power =
        switch (text.substring(number.length())) {
          case "k" -> 3;
          case "m" -> 6;
          case "bn" -> 9;
          default -> 0;
        };
    return new BigDecimal(number).scaleByPowerOfTen(power);
  }
}
