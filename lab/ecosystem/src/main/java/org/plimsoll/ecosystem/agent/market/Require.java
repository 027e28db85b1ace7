package org.plimsoll.ecosystem.agent.market;

/// The bounds of terms. Messages name the term as scenario files do.
final class Require {
  private Require() {}

  static void positive(String term, double value) {
    holds(value > 0 && value < Double.POSITIVE_INFINITY, term, value, "must be positive");
  }

  static void notNegative(String term, double value) {
    holds(value >= 0 && value < Double.POSITIVE_INFINITY, term, value, "must not be negative");
  }

  static void share(String term, double value) {
    holds(value >= 0 && value <= 1, term, value, "must be from 0 to 1");
  }

  static void holds(boolean isMet, String term, Object value, String rule) {
    if (!isMet) {
      throw new IllegalArgumentException(term + " " + value + " " + rule);
    }
  }
}
