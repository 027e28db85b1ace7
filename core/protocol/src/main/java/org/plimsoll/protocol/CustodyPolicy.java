package org.plimsoll.protocol;

/// Out of what the venue lends: docs/reference/lending.md has the table. The position in this list
/// is written to journals.
public enum CustodyPolicy {
  /// Out of nothing: nobody borrows.
  SEGREGATED,
  /// Out of what customers offer to lend, and out of nothing else.
  OPT_IN,
  /// Out of whatever customers left with the venue, asked or not.
  COMMINGLED
}
