package org.plimsoll.server.keys;

/// What a key may be used for. None implies another: a bot that trades and looks has `READ` and
/// `TRADE`.
public enum Scope {
  /// To see what an account has and does.
  READ,
  /// To place, amend and cancel orders, and whatever else changes what an account holds inside the
  /// venue.
  TRADE,
  /// To take assets out of the venue.
  WITHDRAW,
  /// To run the venue: accounts, listings, prices, halts.
  ADMIN
}
