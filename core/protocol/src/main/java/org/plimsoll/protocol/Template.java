package org.plimsoll.protocol;

/// The numbers that say on the wire which command or event follows. They are permanent.
final class Template {
  /// The layout that this code writes; the first byte of every command and event.
  static final int SCHEMA_VERSION = 1;

  static final int DEFINE_ASSET = 1;
  static final int SET_COLLATERAL = 2;
  static final int OPEN_ACCOUNT = 3;
  static final int OPEN_CUSTODY = 4;
  static final int LIST_MARKET = 5;
  static final int PUBLISH_INDEX_PRICE = 6;
  static final int ADVANCE_TIME = 7;
  static final int ACTIVATE_RULES = 8;
  static final int DEPOSIT_ASSET = 9;
  static final int WITHDRAW_ASSET = 10;
  static final int PLACE_LIMIT_ORDER = 11;
  static final int PLACE_MARKET_ORDER = 12;
  static final int CANCEL_ORDER = 13;

  static final int COMMAND_SEQUENCED = 101;
  static final int COMMAND_REFUSED = 102;
  static final int ASSET_DEFINED = 103;
  static final int COLLATERAL_SET = 104;
  static final int ACCOUNT_OPENED = 105;
  static final int CUSTODY_OPENED = 106;
  static final int MARKET_LISTED = 107;
  static final int INDEX_PRICE_PUBLISHED = 108;
  static final int TIME_ADVANCED = 109;
  static final int MARK_PRICE_SET = 110;
  static final int RULES_ACTIVATED = 111;
  static final int TRANSFER_POSTED = 112;
  static final int LIMIT_ORDER_ACCEPTED = 113;
  static final int MARKET_ORDER_ACCEPTED = 114;
  static final int TRADE_EXECUTED = 115;
  static final int ORDER_CANCELED = 116;

  private Template() {}
}
