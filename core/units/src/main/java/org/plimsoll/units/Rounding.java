package org.plimsoll.units;

/// Which way an inexact division goes. Every division of the core names one.
public enum Rounding {
  /// Toward negative infinity: used for what the venue pays or counts in a customer's favor.
  FLOOR,
  /// Toward positive infinity: used for what the venue charges or requires.
  CEILING
}
