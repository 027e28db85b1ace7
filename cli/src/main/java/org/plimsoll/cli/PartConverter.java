package org.plimsoll.cli;

import java.math.BigDecimal;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a part of a whole: `30%` or `0.3`.
final class PartConverter implements ITypeConverter<BigDecimal> {
  private static final String EXPECTED = "expected a part from 0 to 1 or 0% to 100%, not '";

  /// A short pattern first: a number such as 1e999999999 must not be expanded.
  @Override
  public BigDecimal convert(String text) {
    boolean percent = text.endsWith("%");
    String number = percent ? text.substring(0, text.length() - 1).strip() : text;
    if (!number.matches("\\d{1,3}(\\.\\d{1,18})?")) {
      throw new TypeConversionException(EXPECTED + text + "'");
    }
    BigDecimal part = new BigDecimal(number).movePointLeft(percent ? 2 : 0);
    if (part.compareTo(BigDecimal.ONE) > 0) {
      throw new TypeConversionException(EXPECTED + text + "'");
    }
    return part;
  }
}
