package org.plimsoll.solvency.change;

import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plimsoll.solvency.book.Interval;

/// An entry of a book that another book does not have, or has otherwise.
///
/// @param part where it stands
/// @param name unique in its part
/// @param before what the first book tells of it, by property; empty where it has no such entry
/// @param after what the second book tells of it
public record EntryChange(
    Part part,
    String name,
    Optional<SortedMap<String, Told>> before,
    Optional<SortedMap<String, Told>> after) {
  /// Takes copies.
  ///
  /// @throws IllegalArgumentException if neither book has the entry
  public EntryChange {
    if (before.isEmpty() && after.isEmpty()) {
      throw new IllegalArgumentException("neither book has " + part + " " + name);
    }
    before = before.map(EntryChange::copy);
    after = after.map(EntryChange::copy);
  }

  private static SortedMap<String, Told> copy(SortedMap<String, Told> told) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(told));
  }

  /// Returns which of the books has the entry.
  public Kind kind() {
    if (before.isEmpty()) {
      return Kind.NEW;
    }
    return after.isEmpty() ? Kind.GONE : Kind.CHANGED;
  }

  /// Which of two books has an entry.
  public enum Kind {
    NEW,
    GONE,
    CHANGED
  }

  /// Returns the names of the properties that differ.
  public SortedSet<String> properties() {
    SortedSet<String> properties = new TreeSet<>();
    before.ifPresent(told -> properties.addAll(told.keySet()));
    after.ifPresent(told -> properties.addAll(told.keySet()));
    properties.removeIf(property -> Objects.equals(told(before, property), told(after, property)));
    return properties;
  }

  /// Returns the words that the later of the books that has the entry has for a property, or
  /// nothing.
  public String words(String property) {
    return told(after.or(() -> before), property).map(Told::words).orElse("");
  }

  /// Returns what the first book tells of a property.
  public Optional<Told> before(String property) {
    return told(before, property);
  }

  /// Returns what the second book tells of a property.
  public Optional<Told> after(String property) {
    return told(after, property);
  }

  /// Returns a quantity in the first book: nothing where there is no entry.
  public Interval quantityBefore(String property) {
    return quantity(before, property);
  }

  /// Returns a quantity in the second book: nothing where there is no entry.
  public Interval quantityAfter(String property) {
    return quantity(after, property);
  }

  /// Returns the change seen from the second book.
  public EntryChange reversed() {
    return new EntryChange(part, name, after, before);
  }

  private static Optional<Told> told(Optional<SortedMap<String, Told>> side, String property) {
    return side.flatMap(all -> Optional.ofNullable(all.get(property)));
  }

  private static Interval quantity(Optional<SortedMap<String, Told>> side, String property) {
    return told(side, property)
        .map(told -> told instanceof Told.Measured(Interval value) ? value : Interval.UNKNOWN)
        .orElse(Interval.ZERO);
  }
}
