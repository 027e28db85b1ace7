package org.plimsoll.cli.calc;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.plimsoll.solvency.attribution.FlowCause;
import org.plimsoll.solvency.attribution.Movement;
import org.plimsoll.solvency.attribution.Tally;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A value made of parts joined by @, and the text that told it.
///
/// @param text as it was written
/// @param value what it says
record Told<T>(String text, T value) {
  @Override
  public String toString() {
    return text;
  }

  private static String[] parts(String text, int count, String expected) {
    String[] parts = text.split("@", -1);
    if (parts.length != count) {
      throw new TypeConversionException("expected " + expected + ", not '" + text + "'");
    }
    return parts;
  }

  private static BigDecimal price(String text) {
    BigDecimal price = Numeral.parse(text);
    if (price.signum() < 0) {
      throw new TypeConversionException("expected a price of 0 or more, not '" + text + "'");
    }
    return price;
  }

  private static FlowCause cause(String text) {
    for (FlowCause cause : FlowCause.values()) {
      if (word(cause).equals(text)) {
        return cause;
      }
    }
    throw new TypeConversionException(
        "expected one of "
            + Arrays.stream(FlowCause.values()).map(Told::word).collect(Collectors.joining(", "))
            + ", not '"
            + text
            + "'");
  }

  /// Returns a cause as people write it: `emission-support`.
  static String word(FlowCause cause) {
    return cause.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Returns what was told.
  static <T> List<T> values(List<Told<T>> told) {
    return told.stream().map(Told::value).toList();
  }

  /// Reads units bought or sold, `5@22000`.
  static final class Trade implements ITypeConverter<Told<Movement>> {
    @Override
    public Told<Movement> convert(String text) {
      String[] parts = parts(text, 2, "units and their price joined by @, such as 5@22000");
      return new Told<>(text, new Movement.Trade(Numeral.parse(parts[0]), price(parts[1])));
    }
  }

  /// Reads money that came or went, `-50@fee`.
  static final class Payment implements ITypeConverter<Told<Movement>> {
    @Override
    public Told<Movement> convert(String text) {
      String[] parts = parts(text, 2, "money and its cause joined by @, such as -50@fee");
      return new Told<>(text, new Movement.Payment(cause(parts[1]), Numeral.parse(parts[0])));
    }
  }

  /// Reads units that came or went without money, `-2@21000@theft`.
  static final class Delivery implements ITypeConverter<Told<Movement>> {
    @Override
    public Told<Movement> convert(String text) {
      String[] parts =
          parts(text, 3, "units, their price and the cause joined by @, such as -2@21000@theft");
      return new Told<>(
          text, new Movement.Delivery(cause(parts[2]), Numeral.parse(parts[0]), price(parts[1])));
    }
  }

  /// Reads an amount and what it was, `1.5@acquisitions`.
  static final class Item implements ITypeConverter<Told<Tally.Item>> {
    @Override
    public Told<Tally.Item> convert(String text) {
      String[] parts = parts(text, 2, "an amount and its name joined by @, such as 2@ventures");
      BigDecimal billions = Numeral.parse(parts[0]);
      if (billions.signum() < 0 || !parts[1].matches("[a-z][a-z0-9-]{0,60}")) {
        throw new TypeConversionException(
            "expected 0 or more and a name of small letters and hyphens, not '" + text + "'");
      }
      return new Told<>(text, new Tally.Item(parts[1].replace('-', ' '), billions));
    }
  }
}
