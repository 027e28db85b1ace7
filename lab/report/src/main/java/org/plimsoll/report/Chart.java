package org.plimsoll.report;

import java.util.List;
import java.util.Optional;

/// A picture for the browser page. It says what is to be seen; how it is drawn is the page's
/// business.
public sealed interface Chart {
  /// Returns the name of the chart: lower case words joined by hyphens, unique on a page.
  String id();

  /// Returns what the picture shows, in a few words.
  String title();

  /// Curves over one axis.
  ///
  /// @param x the horizontal axis
  /// @param y the vertical axis
  /// @param lines the curves
  /// @param points single points with a name, such as fixed points
  /// @param shaded parts of the horizontal axis with a meaning of their own, such as R above 1
  record Lines(
      String id,
      String title,
      Scale x,
      Scale y,
      List<Line> lines,
      List<Point> points,
      List<Shade> shaded)
      implements Chart {
    /// Takes copies.
    public Lines {
      lines = List.copyOf(lines);
      points = List.copyOf(points);
      shaded = List.copyOf(shaded);
    }
  }

  /// Amounts side by side, each a range, each perhaps against a mark.
  ///
  /// @param unit of all values
  /// @param bars from top to bottom
  record Bars(String id, String title, String unit, List<Bar> bars) implements Chart {
    /// Takes a copy.
    public Bars {
      bars = List.copyOf(bars);
    }
  }

  /// How deep each ship is loaded: a load against the range of its load line.
  ///
  /// @param unit of all values
  /// @param gauges from top to bottom
  record LoadLines(String id, String title, String unit, List<Gauge> gauges) implements Chart {
    /// Takes a copy.
    public LoadLines {
      gauges = List.copyOf(gauges);
    }
  }

  /// Steps from one amount to another, up and down.
  ///
  /// @param unit of all values
  /// @param steps in order; the first is where it starts
  record Waterfall(String id, String title, String unit, List<Step> steps) implements Chart {
    /// Takes a copy.
    public Waterfall {
      steps = List.copyOf(steps);
    }
  }

  /// An axis.
  ///
  /// @param label what it measures, with the unit
  /// @param kind how values lie on it
  record Scale(String label, Kind kind) {
    /// How values lie on an axis.
    public enum Kind {
      LINEAR,
      LOGARITHMIC,
      /// Shown in percent; 1 is 100 %.
      PART
    }
  }

  /// A curve.
  ///
  /// @param name for the legend
  /// @param at its places, from left to right
  /// @param isStepped whether a value holds until the next
  record Line(String name, List<At> at, boolean isStepped) {
    /// Takes a copy.
    public Line {
      at = List.copyOf(at);
    }
  }

  /// A place on a curve, with the band around it; all finite.
  ///
  /// @param low the lower edge of the band, or `y` where there is none
  /// @param high the upper edge, or `y`
  record At(double x, double y, double low, double high) {
    /// Checks that there is a place.
    ///
    /// @throws IllegalArgumentException if a number is not finite, or the band is upside down
    public At {
      finite("x", x);
      finite("y", y);
      range("low", low, "high", high);
    }

    /// Returns a place without a band.
    public static At of(double x, double y) {
      return new At(x, y, y, y);
    }
  }

  /// A single point.
  ///
  /// @param name what stands beside it
  record Point(String name, double x, double y) {
    /// Checks that there is a place.
    ///
    /// @throws IllegalArgumentException if a number is not finite
    public Point {
      finite("x", x);
      finite("y", y);
    }
  }

  /// A part of the horizontal axis.
  ///
  /// @param name what it means
  record Shade(String name, double from, double to) {
    /// Checks that there is such a part.
    ///
    /// @throws IllegalArgumentException if an end is not finite, or the ends are the wrong way
    ///   round
    public Shade {
      range("from", from, "to", to);
    }
  }

  /// A bar.
  ///
  /// @param low the value, or the lower end of its range
  /// @param high the upper end, or the same
  /// @param mark what it is held against
  record Bar(String label, double low, double high, Optional<Double> mark) {
    /// Checks the range.
    ///
    /// @throws IllegalArgumentException if a number is not finite, or the ends are the wrong way
    ///   round
    public Bar {
      range("low", low, "high", high);
      mark.ifPresent(value -> finite("mark", value));
    }
  }

  /// A load against its line.
  ///
  /// @param load what stands against the asset now, not negative
  /// @param lineLow the lowest load line of all models that are valid here, not negative; it
  ///   decides, since a load above it is safe only by the grace of a kinder model
  /// @param lineHigh the highest
  /// @param decidedBy the model that gives the lowest line
  record Gauge(String label, double load, double lineLow, double lineHigh, String decidedBy) {
    /// Checks the amounts.
    ///
    /// @throws IllegalArgumentException if an amount is negative or not finite, or the lines are
    ///   the wrong way round
    public Gauge {
      range("zero", 0, "load", load);
      range("zero", 0, "lineLow", lineLow);
      range("lineLow", lineLow, "lineHigh", lineHigh);
    }
  }

  /// A step of a waterfall.
  ///
  /// @param change what it adds; for the first step where it starts
  record Step(String label, double change) {
    /// Checks the change.
    ///
    /// @throws IllegalArgumentException if it is not finite
    public Step {
      finite("change", change);
    }
  }

  private static void finite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " " + value + " is not finite");
    }
  }

  private static void range(String lowName, double low, String highName, double high) {
    finite(lowName, low);
    finite(highName, high);
    if (low > high) {
      throw new IllegalArgumentException(
          lowName + " " + low + " is above " + highName + " " + high);
    }
  }
}
