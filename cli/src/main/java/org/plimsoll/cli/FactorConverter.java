package org.plimsoll.cli;

import java.math.BigDecimal;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a factor above 0, such as `0.5`.
final class FactorConverter implements ITypeConverter<BigDecimal> {
  @Override
  public BigDecimal convert(String text) {
    if (!text.matches("\\d{1,6}(\\.\\d{1,9})?") || new BigDecimal(text).signum() == 0) {
      throw new TypeConversionException(
          "expected a factor above 0, such as 0.5, not '" + text + "'");
    }
    return new BigDecimal(text);
  }
}
