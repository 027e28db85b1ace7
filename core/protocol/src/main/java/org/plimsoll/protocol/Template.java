package org.plimsoll.protocol;

/// The numbers that say on the wire which command or event follows. They are permanent. The upper
/// four bits are the group, and events begin at 0x80.
final class Template {
  /// The layout that this code writes; the first byte of every command and event.
  static final int SCHEMA_VERSION = 1;

  static final int PLACE_LIMIT_ORDER = 0x40;
  static final int PLACE_MARKET_ORDER = 0x41;
  static final int CANCEL_ORDER = 0x42;
  static final int CANCEL_CLIENT_ORDER = 0x43;
  static final int AMEND_ORDER = 0x44;

  static final int COMMAND_SEQUENCED = 0x80;
  static final int COMMAND_REFUSED = 0x81;
  static final int COMMAND_APPLIED = 0x82;
  static final int TRANSFER_POSTED = 0x83;
  static final int LIMIT_ORDER_ACCEPTED = 0x90;
  static final int MARKET_ORDER_ACCEPTED = 0x91;
  static final int TRADE_EXECUTED = 0x92;
  static final int ORDER_CANCELED = 0x93;

  private Template() {}
}
