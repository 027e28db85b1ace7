package org.plimsoll.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.plimsoll.solvency.book.Interval;

/// A horizontal bar against a mark, as inline SVG: what is certain is solid, what a range leaves
/// open is hatched, and the mark is a line, or two where it is a range. Form carries the meaning,
/// not color alone.
///
/// @param words what the bar says, for those who do not see it
/// @param filled how long the bar is
/// @param mark where the lines stand
record Bar(String words, Interval filled, Interval mark) {
  private static final int LENGTH = 1000;
  private static final int LINE = 4;

  void addTo(Markup page) {
    BigDecimal scale = scale();
    page.open(
        "svg",
        "viewBox",
        "0 0 1004 40",
        "preserveAspectRatio",
        "none",
        "role",
        "img",
        "aria-label",
        words);
    rectangle(page, "track", 0, LENGTH);
    int certain = position(filled.low(), scale, 0);
    int possible = position(filled.high(), scale, LENGTH);
    rectangle(page, "certain", 0, certain);
    rectangle(page, "possible", certain, possible - certain);
    int first = position(mark.low(), scale, 0);
    int last = position(mark.high(), scale, LENGTH);
    rectangle(page, "mark", first, LINE);
    if (last > first) {
      rectangle(page, "mark", last, LINE);
    }
    page.close("svg");
  }

  private BigDecimal scale() {
    BigDecimal scale = BigDecimal.ZERO;
    for (Interval interval : new Interval[] {filled, mark}) {
      scale = scale.max(orZero(interval.low())).max(orZero(interval.high()));
    }
    return scale.signum() == 0 ? BigDecimal.ONE : scale;
  }

  private static BigDecimal orZero(@Nullable BigDecimal value) {
    return value == null ? BigDecimal.ZERO : value;
  }

  private static int position(@Nullable BigDecimal value, BigDecimal scale, int unlimited) {
    if (value == null) {
      return unlimited;
    }
    return value
        .max(BigDecimal.ZERO)
        .multiply(BigDecimal.valueOf(LENGTH))
        .divide(scale, 0, RoundingMode.HALF_EVEN)
        .intValueExact();
  }

  private static void rectangle(Markup page, String kind, int x, int width) {
    if (width > 0) {
      boolean tall = kind.equals("mark");
      page.open(
              "rect",
              "class",
              kind,
              "x",
              Integer.toString(x),
              "y",
              tall ? "0" : "8",
              "width",
              Integer.toString(width),
              "height",
              tall ? "40" : "24")
          .close("rect");
    }
  }
}
