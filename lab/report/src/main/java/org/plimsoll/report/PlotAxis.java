package org.plimsoll.report;

import java.util.Map;
import java.util.stream.DoubleStream;
import org.plimsoll.report.Chart.Scale.Kind;

/// An axis of a picture. The library knows only linear ones: on its logarithmic axis a tick below 1
/// becomes 0 (ECharts 5.5.0), so a logarithmic one is a linear one of exponents, which the script
/// writes as powers of ten.
///
/// @param kind how values lie on it
/// @param from where it begins, as [#place] gives it
/// @param to where it ends, above `from`
/// @param tick how far ticks are apart; 0 leaves that to the library
record PlotAxis(Kind kind, double from, double to, double tick) {
  private static final int TICKS = 5;

  /// A value just above a power of ten would otherwise stand at the very edge.
  private static final double ROOM_BELOW = 0.7;

  /// Returns an axis over `values`, of which a logarithmic one holds those above 0 only.
  ///
  /// @param isRounded whether a linear axis holds 0 and ends at ticks, rather than at the values
  static PlotAxis over(Kind kind, DoubleStream values, boolean isRounded) {
    double[] held = values.filter(value -> holds(kind, value)).sorted().toArray();
    double least = held.length == 0 ? 1 : held[0];
    double most = held.length == 0 ? 1 : held[held.length - 1];
    return switch (kind) {
      case LOGARITHMIC -> decades(least, most);
      case LINEAR, PART ->
          isRounded
              ? rounded(kind, Math.min(0, least), Math.max(0, most))
              : exact(kind, least, most);
    };
  }

  /// Returns a linear axis over `values` that need not hold 0, with ends at ticks.
  static PlotAxis near(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    double least = sorted.length == 0 ? 0 : sorted[0];
    double most = sorted.length == 0 ? 1 : sorted[sorted.length - 1];
    return rounded(Kind.LINEAR, least, most);
  }

  private static PlotAxis decades(double least, double most) {
    double from = StrictMath.floor(StrictMath.log10(least * ROOM_BELOW));
    double to = Math.max(from + 1, StrictMath.ceil(StrictMath.log10(most)));
    return new PlotAxis(Kind.LOGARITHMIC, from, to, 1);
  }

  private static PlotAxis exact(Kind kind, double least, double most) {
    double room = least < most ? 0 : Math.max(1, Math.abs(most)) / 2;
    return new PlotAxis(kind, least - room, most + room, 0);
  }

  private static PlotAxis rounded(Kind kind, double least, double most) {
    double width = most > least ? most - least : 1;
    double decade = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(width / TICKS)));
    double tick =
        DoubleStream.of(1, 2, 5)
            .map(factor -> factor * decade)
            .filter(each -> each * TICKS >= width)
            .findFirst()
            .orElse(10 * decade);
    double to = StrictMath.ceil(most / tick) * tick;
    double from = StrictMath.floor(least / tick) * tick;
    return new PlotAxis(kind, from, from == to ? to + tick : to, tick);
  }

  /// Returns whether there is a place for `value`.
  boolean holds(double value) {
    return holds(kind, value);
  }

  private static boolean holds(Kind kind, double value) {
    return kind != Kind.LOGARITHMIC || value > 0;
  }

  /// Returns where `value` stands in the library's numbers; the beginning if there is no place.
  double place(double value) {
    if (!holds(value)) {
      return from;
    }
    return kind == Kind.LOGARITHMIC ? StrictMath.log10(value) : value;
  }

  /// Returns the name of the script's functions that write its values.
  String format() {
    return switch (kind) {
      case LINEAR -> "plimsoll:plain";
      case LOGARITHMIC -> "plimsoll:power";
      case PART -> "plimsoll:percent";
    };
  }

  Map<String, Object> options() {
    Map<String, Object> axis =
        Options.of("type", "value", "min", from, "max", to, "axisLabel", label());
    axis.put("axisLine", line());
    axis.put("axisTick", line());
    axis.put("splitLine", line());
    if (tick > 0) {
      axis.put("interval", tick);
    }
    return axis;
  }

  private Map<String, Object> label() {
    return Options.of("formatter", format(), "color", "var(--quiet)", "hideOverlap", true);
  }

  private static Map<String, Object> line() {
    return Options.of(
        "show", true, "onZero", false, "lineStyle", Options.of("color", "var(--line)"));
  }
}
