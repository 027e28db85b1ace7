package org.plimsoll.cli.calc;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// The stations that one worker can serve, written `1+2`.
///
/// @param stations a bit for each, the first station's the lowest
record Skills(int stations) {
  private static final int STATIONS_MAX = 20;

  @Override
  public String toString() {
    return IntStream.range(0, STATIONS_MAX)
        .filter(each -> ((stations >> each) & 1) == 1)
        .mapToObj(each -> Integer.toString(each + 1))
        .collect(Collectors.joining("+"));
  }

  /// Reads the stations' numbers, from 1.
  static final class Converter implements ITypeConverter<Skills> {
    @Override
    public Skills convert(String text) {
      int stations = 0;
      for (String each : text.split("\\+", -1)) {
        if (!each.matches("[1-9]|1\\d|20")) {
          throw new TypeConversionException(
              "expected numbers of stations joined by +, such as 1+2, not '" + text + "'");
        }
        stations |= 1 << (Integer.parseInt(each) - 1);
      }
      return new Skills(stations);
    }
  }
}
