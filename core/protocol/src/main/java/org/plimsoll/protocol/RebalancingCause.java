package org.plimsoll.protocol;

/// Why a leveraged token's fund trades back to its target. The place in this list is written to
/// journals.
public enum RebalancingCause {
  /// It is 00:02 UTC.
  DAILY,
  /// Leverage is a third or more above the target. The position only becomes smaller.
  INTRADAY,
  /// Tokens were created or redeemed. The fund trades at most the part of its position that they
  /// are.
  FLOW
}
