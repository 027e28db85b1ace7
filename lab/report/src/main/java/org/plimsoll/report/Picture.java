package org.plimsoll.report;

import java.util.List;
import java.util.Map;

/// A chart as the charting library takes it, with what stands around it on the page.
///
/// @param options the library's options as a tree for JSON; a name that begins with `plimsoll:`
///   stands for a function of the page's script
/// @param height in pixels of the screen
/// @param above what the vertical axis measures, or nothing
/// @param below what the horizontal axis measures
/// @param legend what the forms mean
/// @param figures everything that is drawn, as a table
record Picture(
    Map<String, Object> options,
    int height,
    String above,
    String below,
    List<Key> legend,
    ReaderTable figures) {

  /// A line of the legend.
  ///
  /// @param form the class of the sample in the style sheet
  /// @param words what the form means
  record Key(String form, String words) {}
}
