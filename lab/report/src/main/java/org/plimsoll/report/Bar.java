package org.plimsoll.report;

import java.util.List;

/// A horizontal bar against marks, as inline SVG: what is certain is solid, what a range leaves
/// open is hatched, and a mark is a line. Form carries the meaning, not color alone. A bar needs no
/// script, so that a page without curves has none.
///
/// @param words what the bar says, for those who do not see it
/// @param low the lower end of its range; it is solid from zero to the nearer end
/// @param high the upper end
/// @param marks where lines stand
record Bar(String words, double low, double high, List<Double> marks) {
  private static final int LENGTH = 1000;
  private static final int LINE = 4;

  /// What lies between the two ends of a bar's track; it holds 0.
  ///
  /// @param from not positive
  /// @param to above `from`
  record Track(double from, double to) {
    /// Returns the track that holds 0 and all of `values`.
    static Track of(List<Double> values) {
      double from = values.stream().mapToDouble(value -> value).reduce(0, Math::min);
      double to = values.stream().mapToDouble(value -> value).reduce(0, Math::max);
      return new Track(from, from == to ? 1 : to);
    }

    private int position(double value) {
      double part = (Math.clamp(value, from, to) - from) / (to - from);
      return (int) Math.round(part * LENGTH);
    }
  }

  void addTo(Markup page, Track track) {
    page.open(
        "svg",
        "class",
        "bar-drawing",
        "viewBox",
        "0 0 " + (LENGTH + LINE) + " 40",
        "preserveAspectRatio",
        "none",
        "role",
        "img",
        "aria-label",
        words);
    rectangle(page, "track", 0, LENGTH);
    int zero = track.position(0);
    int nearest = track.position(Math.clamp(0, low, high));
    rectangle(page, "certain", Math.min(zero, nearest), Math.abs(nearest - zero));
    rectangle(page, "possible", track.position(low), track.position(high) - track.position(low));
    if (track.from < 0) {
      rectangle(page, "zero", zero, LINE / 2);
    }
    for (double mark : marks) {
      rectangle(page, "mark", track.position(mark), LINE);
    }
    page.close("svg");
  }

  private static void rectangle(Markup page, String kind, int x, int width) {
    if (width > 0) {
      boolean isTall = kind.equals("mark") || kind.equals("zero");
      page.open(
              "rect",
              "class",
              kind,
              "x",
              Integer.toString(x),
              "y",
              isTall ? "0" : "8",
              "width",
              Integer.toString(width),
              "height",
              isTall ? "40" : "24")
          .close("rect");
    }
  }
}
