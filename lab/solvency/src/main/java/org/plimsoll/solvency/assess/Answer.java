package org.plimsoll.solvency.assess;

import org.plimsoll.solvency.book.Interval;

/// What a book says to a yes-or-no question.
public enum Answer {
  YES,
  NO,
  /// The book's ranges allow both.
  UNKNOWN;

  /// Returns whether `figure` is below zero.
  public static Answer isNegative(Interval figure) {
    if (figure.high() != null && figure.high().signum() < 0) {
      return YES;
    }
    return figure.low() != null && figure.low().signum() >= 0 ? NO : UNKNOWN;
  }
}
