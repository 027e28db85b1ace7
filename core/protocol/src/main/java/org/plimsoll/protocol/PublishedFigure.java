package org.plimsoll.protocol;

/// A figure that the venue shows the public. The position in this list is written to journals.
public enum PublishedFigure {
  /// What stands ready for losses that no collateral covers.
  INSURANCE_FUND
}
