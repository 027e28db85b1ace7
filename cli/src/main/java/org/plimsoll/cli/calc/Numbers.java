package org.plimsoll.cli.calc;

import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;

/// A row of numbers, written `0.04,0.02,0.03`.
record Numbers(List<Double> values) {
  Numbers {
    values = List.copyOf(values);
  }

  /// Returns the numbers as an array.
  double[] toArray() {
    return array(values);
  }

  /// Returns numbers that came one by one as an array.
  static double[] array(List<Double> each) {
    return each.stream().mapToDouble(Double::doubleValue).toArray();
  }

  @Override
  public String toString() {
    return values.toString();
  }

  /// Reads a row.
  static final class Converter implements ITypeConverter<Numbers> {
    @Override
    public Numbers convert(String text) {
      return new Numbers(
          Stream.of(text.split(",", -1)).map(each -> Numeral.parse(each).doubleValue()).toList());
    }
  }
}
