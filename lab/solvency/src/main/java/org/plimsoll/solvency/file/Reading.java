package org.plimsoll.solvency.file;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// What is known of a file while it becomes a book.
final class Reading {
  private final Problems problems;
  private final Tables tables;
  private final DatedParts dates;
  private final Names assets = new Names("asset");
  private final Names parties = new Names("party");
  private final Map<String, Place> uses = new TreeMap<>();
  private boolean isIncomplete;

  /// @param tables what the file may name beside itself
  /// @param dates the day as of which the book is read
  Reading(Problems problems, Tables tables, DatedParts dates) {
    this.problems = problems;
    this.tables = tables;
    this.dates = dates;
  }

  Problems problems() {
    return problems;
  }

  Names assets() {
    return assets;
  }

  Names parties() {
    return parties;
  }

  /// Hands on every entry of a section: those in the file itself, then those in the table that it
  /// names for the section.
  void entries(Fields book, String section, Consumer<Fields> take) {
    book.items(section).forEach(item -> take.accept(new Fields(item, this)));
    tables.read(book, section, this, take);
  }

  /// Returns whether an entry counts on the day as of which the book is read.
  boolean holds(Tree entry) {
    return dates.holds(entry);
  }

  /// Notes that an asset is held or owed, and refuses one that is not declared.
  void useAsset(String asset, Place place) {
    assets.require(asset, place, problems);
    uses.putIfAbsent(asset, place);
  }

  /// Returns where each asset is first held or owed.
  Map<String, Place> uses() {
    return uses;
  }

  /// Returns a value that stands in for one that could not be read.
  <T> T standIn(T value) {
    isIncomplete = true;
    return value;
  }

  /// Checks that whatever could not be read was refused.
  ///
  /// @throws IllegalStateException if the schema let something pass that cannot be read
  void requireComplete() {
    if (isIncomplete && problems.isEmpty()) {
      throw new IllegalStateException("the schema let pass what cannot be read");
    }
  }
}
