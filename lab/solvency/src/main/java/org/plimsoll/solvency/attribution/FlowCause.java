package org.plimsoll.solvency.attribution;

/// Why money came or went: the closed list. A price is no cause, and there is no "other".
public enum FlowCause {
  /// What a venue charges for a trade.
  FEE,
  /// What longs and shorts of a perpetual pay each other.
  FUNDING,
  /// The price of borrowed money.
  INTEREST,
  /// A customer's money, in or out.
  CUSTOMER,
  /// A lender's money, in or out.
  LENDER,
  /// Shares sold or bought back.
  EQUITY,
  /// Revenue from business other than trading.
  REVENUE,
  /// Buying a token so that loans against it are not called.
  EMISSION_SUPPORT,
  /// Stakes in young firms.
  VENTURE,
  /// Firms bought whole.
  ACQUISITION,
  /// Land and buildings.
  REAL_ESTATE,
  /// Sponsoring and advertising.
  BRAND,
  /// Political gifts.
  POLITICS,
  /// Taken without right.
  THEFT,
  /// An algorithm that traded without a check.
  ALGORITHM_INCIDENT,
  /// Saving another firm.
  BAILOUT
}
