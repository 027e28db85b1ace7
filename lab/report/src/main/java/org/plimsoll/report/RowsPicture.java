package org.plimsoll.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Rows over one horizontal axis, each a line of words with forms under it. The words stand above
/// the forms, so that a long name costs no room beside them on a narrow screen.
final class RowsPicture {
  /// More rows would not fit a printed page.
  static final int ROWS_MAX = 30;

  private static final int HEIGHT_MAX = 840;
  private static final int ROW_HEIGHT_MIN = 28;
  private static final int ROW_HEIGHT_MAX = 56;
  private static final int AXIS_HEIGHT = 30;

  /// Room for half a label of the axis.
  private static final int SIDE = 26;

  private final PlotAxis axis;
  private final List<Object> rows = new ArrayList<>();

  RowsPicture(PlotAxis axis) {
    this.axis = axis;
  }

  /// Adds a row.
  ///
  /// @param label its name
  /// @param words its figures
  /// @param isAlarming whether the words are a warning
  /// @param forms from back to front
  void add(String label, String words, boolean isAlarming, List<Form> forms) {
    Map<String, Object> row =
        Options.of(
            "label",
            label,
            "words",
            words,
            "alarm",
            isAlarming,
            "forms",
            forms.stream().map(form -> form.on(axis)).toList());
    rows.add(row);
  }

  /// Something drawn in a row, between two places of the axis.
  ///
  /// @param kind the function of the script that draws it
  record Form(String kind, double from, double to) {
    private Map<String, Object> on(PlotAxis axis) {
      return Options.of("kind", kind, "from", axis.place(from), "to", axis.place(to));
    }
  }

  int height() {
    return rows.size() * rowHeight() + AXIS_HEIGHT;
  }

  private int rowHeight() {
    return Math.clamp(HEIGHT_MAX / rows.size(), ROW_HEIGHT_MIN, ROW_HEIGHT_MAX);
  }

  /// Returns the options for the rows so far.
  Map<String, Object> options() {
    return Options.of(
        "animation", false,
        "grid", Options.of("left", SIDE, "right", SIDE, "top", 4, "bottom", AXIS_HEIGHT),
        "xAxis", axis.options(),
        "yAxis", rowAxis(),
        "series", List.of(series()));
  }

  private Map<String, Object> rowAxis() {
    return Options.of(
        "type", "value", "min", 0, "max", rows.size(), "inverse", true, "show", false);
  }

  private Map<String, Object> series() {
    List<Object> places = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      places.add(List.of(1, i));
    }
    return Options.of(
        "type",
        "custom",
        "renderItem",
        "plimsoll:rows",
        "silent",
        true,
        "data",
        places,
        "rows",
        rows);
  }
}
