package org.plimsoll.solvency.explain;

import java.util.List;
import org.plimsoll.solvency.book.Interval;

/// A line of the book and what it adds to a figure.
///
/// @param kind the section of the book in which the line stands
/// @param name which line it is, such as `A-1 of ann`
/// @param working how the contribution comes out of the line, such as `2 BTC × 20,000`
/// @param value what the line itself is worth: a rule can let it contribute less, as an account
///   under water does
/// @param contribution what it adds; below zero, what it takes
/// @param sources where the book says that its numbers were read; empty where it says nothing
public record Entry(
    Kind kind,
    String name,
    String working,
    Interval value,
    Interval contribution,
    List<String> sources) {
  /// A section of the book.
  public enum Kind {
    CUSTODY,
    ACCOUNT,
    LOAN,
    ASSET
  }

  /// Takes a copy of the list.
  public Entry {
    sources = List.copyOf(sources);
  }

  /// A line that contributes what it is worth.
  Entry(Kind kind, String name, String working, Interval contribution, List<String> sources) {
    this(kind, name, working, contribution, contribution, sources);
  }

  /// Returns the same line with its contribution's sign turned.
  Entry negated() {
    return new Entry(kind, name, working, value, contribution.negate(), sources);
  }
}
