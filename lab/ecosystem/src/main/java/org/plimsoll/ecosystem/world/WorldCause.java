package org.plimsoll.ecosystem.world;

/// Why something moved in the world outside the venue's own books: the closed list. Price is no
/// cause, and there is no "other".
public enum WorldCause {
  /// What a party had when the simulation started.
  OPENING,
  /// Somebody came from the rest of the world with money or coins of his own.
  ARRIVAL,
  /// A deposit or a bet brought more than itself, or less.
  GAIN,
  LOSS,
  /// A customer brought something to the venue, or the venue sent it back.
  VENUE_DEPOSIT,
  VENUE_WITHDRAWAL,
  /// The venue moved what it keeps from one place to another.
  CUSTODY_MOVE,
  /// Somebody paid into what bears the venue's losses.
  VENUE_CAPITAL,
  /// The venue's owners were paid out of its fees.
  OWNERS_PAID,
  /// Exchange tokens were destroyed.
  TOKEN_BURN,
  /// Tokens came into being by their schedule.
  TOKEN_EMISSION,
  /// Two parties exchanged things at a price, elsewhere than at the venue.
  OUTSIDE_TRADE,
  /// A loan was paid out; a debt came into being.
  LOAN_DRAWN,
  /// A loan was paid back; a debt went.
  LOAN_REPAID,
  LOAN_INTEREST,
  /// Collateral of a loan went to the lender's keeping, came back, or was kept.
  COLLATERAL_PLEDGED,
  COLLATERAL_RETURNED,
  COLLATERAL_SEIZED,
  /// A debt that will never be paid was written off.
  DEFAULT_LOSS,
  /// Depositors paid in at a lender or a fund, or were paid out.
  OUTSIDE_DEPOSIT,
  OUTSIDE_WITHDRAWAL,
  /// Stakes were bought or sold.
  VENTURE,
  /// A former owner's stake in the venue was bought back.
  STAKE_BUYOUT,
  EQUITY_RAISED,
  INSIDER_PAYMENT,
  PROPERTY,
  BRAND_SPENDING,
  POLITICS,
  /// Money was lent or given to keep another firm alive.
  RESCUE,
  RUNNING_COST,
  THEFT,
  /// An algorithm or a stranger's trick cost somebody money outside any market price.
  INCIDENT_LOSS
}
