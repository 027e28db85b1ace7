package org.plimsoll.cli.calc;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// An amount and the rate that belongs to it, written `150000@50%`.
///
/// @param amount before the sign
/// @param rate after it
record Pair(double amount, double rate) {
  @Override
  public String toString() {
    return amount + "@" + rate;
  }

  /// Reads a pair.
  static final class Converter implements ITypeConverter<Pair> {
    @Override
    public Pair convert(String text) {
      int sign = text.indexOf('@');
      if (sign < 0) {
        throw new TypeConversionException(
            "expected two numbers joined by @, such as 150000@50%, not '" + text + "'");
      }
      return new Pair(
          Numeral.parse(text.substring(0, sign)).doubleValue(),
          Numeral.parse(text.substring(sign + 1)).doubleValue());
    }
  }
}
