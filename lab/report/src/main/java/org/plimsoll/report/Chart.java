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
      implements Chart {}

  /// Amounts side by side, each a range, each perhaps against a mark.
  ///
  /// @param unit of all values
  /// @param bars from top to bottom
  record Bars(String id, String title, String unit, List<Bar> bars) implements Chart {}

  /// How deep each ship is loaded: a load against the range of its load line.
  ///
  /// @param unit of all values
  /// @param gauges from top to bottom
  record LoadLines(String id, String title, String unit, List<Gauge> gauges) implements Chart {}

  /// Steps from one amount to another, up and down.
  ///
  /// @param unit of all values
  /// @param steps in order; the first is where it starts
  record Waterfall(String id, String title, String unit, List<Step> steps) implements Chart {}

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
    /// Returns a place without a band.
    public static At of(double x, double y) {
      return new At(x, y, y, y);
    }
  }

  /// A single point.
  ///
  /// @param name what stands beside it
  record Point(String name, double x, double y) {}

  /// A part of the horizontal axis.
  ///
  /// @param name what it means
  record Shade(String name, double from, double to) {}

  /// A bar.
  ///
  /// @param low the value, or the lower end of its range
  /// @param high the upper end, or the same
  /// @param mark what it is held against
  record Bar(String label, double low, double high, Optional<Double> mark) {}

  /// A load against its line.
  ///
  /// @param load what stands against the asset now
  /// @param lineLow the lowest load line of all models that are valid here
  /// @param lineHigh the highest
  /// @param decidedBy the model that gives the verdict
  record Gauge(String label, double load, double lineLow, double lineHigh, String decidedBy) {}

  /// A step of a waterfall.
  ///
  /// @param change what it adds; for the first step where it starts
  record Step(String label, double change) {}
}
