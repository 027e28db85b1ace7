package org.plimsoll.cli;

import java.math.BigDecimal;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A change of one asset's price, as `FTT=-50%` says it.
///
/// @param asset the id
/// @param change the part of the price that is added, at least -1
record PriceChange(String asset, BigDecimal change) {
  private static final String EXPECTED = "expected ASSET=CHANGE, such as FTT=-50%, not '";

  /// Reads one change.
  static final class Converter implements ITypeConverter<PriceChange> {
    @Override
    public PriceChange convert(String text) {
      int equals = text.indexOf('=');
      String change = text.substring(equals + 1).strip();
      if (equals < 1 || !change.matches("[+-]?\\d{1,6}(\\.\\d{1,18})?%?")) {
        throw new TypeConversionException(EXPECTED + text + "'");
      }
      boolean percent = change.endsWith("%");
      String number = percent ? change.substring(0, change.length() - 1) : change;
      BigDecimal part = new BigDecimal(number).movePointLeft(percent ? 2 : 0);
      if (part.compareTo(BigDecimal.ONE.negate()) < 0) {
        throw new TypeConversionException(
            "a price cannot lose more than all of itself: '" + text + "'");
      }
      return new PriceChange(text.substring(0, equals).strip(), part);
    }
  }
}
