package org.plimsoll.solvency.file;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.plimsoll.text.Names;
import org.plimsoll.text.Place;
import org.plimsoll.text.Problems;
import org.plimsoll.text.Reading;
import org.plimsoll.text.Tree;

/// What is known of a file while it becomes a book.
final class BookReading extends Reading {
  private final Tables tables;
  private final DatedParts dates;
  private final Names assets = new Names("asset");
  private final Names parties = new Names("party");
  private final Map<String, Place> uses = new TreeMap<>();

  /// @param tables what the file may name beside itself
  /// @param dates the day as of which the book is read
  BookReading(Problems problems, Tables tables, DatedParts dates) {
    super(problems);
    this.tables = tables;
    this.dates = dates;
  }

  Names assets() {
    return assets;
  }

  Names parties() {
    return parties;
  }

  /// Hands on every entry of a section: those in the file itself, then those in the table that it
  /// names for the section.
  void entries(BookFields book, String section, Consumer<BookFields> take) {
    book.items(section).forEach(item -> take.accept(new BookFields(item, this)));
    tables.read(book, section, this, take);
  }

  /// Returns whether an entry counts on the day as of which the book is read.
  boolean holds(Tree entry) {
    return dates.holds(entry);
  }

  /// Notes that an asset is held or owed, and refuses one that is not declared.
  void useAsset(String asset, Place place) {
    assets.require(asset, place, problems());
    uses.putIfAbsent(asset, place);
  }

  /// Returns where each asset is first held or owed.
  Map<String, Place> uses() {
    return uses;
  }
}
