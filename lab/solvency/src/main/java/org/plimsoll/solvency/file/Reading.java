package org.plimsoll.solvency.file;

import java.util.Map;
import java.util.TreeMap;

/// What is known of a file while it becomes a book.
final class Reading {
  private final Problems problems;
  private final Names assets = new Names("asset");
  private final Names parties = new Names("party");
  private final Map<String, Place> uses = new TreeMap<>();
  private boolean isIncomplete;

  Reading(Problems problems) {
    this.problems = problems;
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
