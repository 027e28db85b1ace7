package org.plimsoll.solvency.assess;

import java.io.Serializable;

/// Something that the answers rest on and that the book does not prove.
///
/// @param kind why it is listed
/// @param sentence what is assumed, in words
/// @param source where the book says it was read; empty where it names none
public record Assumption(Kind kind, String sentence, String source) implements Serializable {
  /// Why something is an assumption.
  public enum Kind {
    /// The book gives limits, not a number.
    RANGE,
    /// The book gives no limit on one side at least.
    UNKNOWN,
    /// The book gives a number and does not say where it was read.
    NO_SOURCE,
    /// A rule of the book or of the assessment decides.
    RULE
  }
}
