package org.plimsoll.report;

import java.util.List;
import org.plimsoll.results.Table;

/// A part of a report, told once and shown on every page: the terminal's, the browser's, and in
/// tables for programs.
///
/// @param id lower case words joined by hyphens; it never changes
/// @param title the heading
/// @param sentences what there is to say, most important first
/// @param tables what the sentences rest on; a pair of columns `x_low` and `x_high` is a range,
///   which readers are told in the words of a third, `x_words`, where it has any
/// @param charts pictures of the tables
public record Section(
    String id, String title, List<String> sentences, List<Table> tables, List<Chart> charts) {
  /// Takes copies, and leaves out tables without columns: what has no row never told what it holds.
  public Section {
    sentences = List.copyOf(sentences);
    tables = tables.stream().filter(table -> !table.columns().isEmpty()).toList();
    charts = List.copyOf(charts);
  }
}
