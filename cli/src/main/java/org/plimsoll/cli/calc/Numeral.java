package org.plimsoll.cli.calc;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads numbers as the field writes them: `0.05`, `5%`, `1bp`, `1e6`, `44m`, `5.82bn`.
final class Numeral {
  /// A short pattern first: a number such as 1e999999999 must not be expanded.
  private static final Pattern NUMBER =
      Pattern.compile(
          "([+-]?(?:\\d{1,30}(?:\\.\\d{1,30})?|\\.\\d{1,30})(?:[eE][+-]?\\d{1,2})?)(%|bp|k|m|bn)?");

  /// Decimal places of the smallest unit of money.
  static final int DECIMALS = 2;

  private Numeral() {}

  /// Returns the number.
  ///
  /// @throws TypeConversionException if the text is none
  static BigDecimal parse(String text) {
    Matcher matcher = NUMBER.matcher(text.strip());
    if (!matcher.matches()) {
      throw new TypeConversionException(
          "expected a number, such as 0.05, 5%, 1bp, 1e6, 44m or 5.82bn, not '" + text + "'");
    }
    String suffix = matcher.group(2);
    return new BigDecimal(matcher.group(1)).scaleByPowerOfTen(power(suffix == null ? "" : suffix));
  }

  private static int power(String suffix) {
    return switch (suffix) {
      case "%" -> -2;
      case "bp" -> -4;
      case "k" -> 3;
      case "m" -> 6;
      case "bn" -> 9;
      default -> 0;
    };
  }

  /// For what a model computes with.
  static final class Real implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      return parse(text).doubleValue();
    }
  }

  /// For what stays exact.
  static final class Exact implements ITypeConverter<BigDecimal> {
    @Override
    public BigDecimal convert(String text) {
      return parse(text);
    }
  }

  /// For money that is counted to the hundredth.
  static final class Amount implements ITypeConverter<BigDecimal> {
    @Override
    public BigDecimal convert(String text) {
      BigDecimal amount = parse(text);
      if (amount.signum() < 0 || amount.stripTrailingZeros().scale() > DECIMALS) {
        throw new TypeConversionException(
            "expected an amount of 0 or more with at most two decimals, not '" + text + "'");
      }
      return amount;
    }
  }

  /// For what is counted.
  static final class Whole implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      try {
        return parse(text).intValueExact();
      } catch (ArithmeticException notWhole) {
        throw new TypeConversionException("expected a whole number, not '" + text + "'");
      }
    }
  }
}
