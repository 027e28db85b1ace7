package org.plimsoll.ecosystem.agent.token;

import org.plimsoll.text.bind.Omissible;

/// The terms of somebody who holds a price up so that his loans are not called.
///
/// @param party whose cash it is
/// @param account of that party at the venue, where the cash is
/// @param market where it buys
/// @param peg the price that it holds, in dollars, positive
/// @param depthDollars what it believes to move the log price by one, positive
/// @param debt that stands against the token elsewhere, in dollars; 0 for none
/// @param pledged tokens that secure it; positive where there is a debt
/// @param callAt loan-to-value ratio at which the lender calls; positive where there is a debt
public record PriceSupportTerms(
    String party,
    String account,
    String market,
    double peg,
    double depthDollars,
    @Omissible double debt,
    @Omissible double pledged,
    @Omissible double callAt) {
  /// Checks the bounds.
  public PriceSupportTerms {
    if (!(peg > 0 && depthDollars > 0)) {
      throw new IllegalArgumentException("peg and depth-dollars: above 0");
    }
    if (debt > 0 && !(pledged > 0 && callAt > 0)) {
      throw new IllegalArgumentException("pledged and call-at: above 0 where there is a debt");
    }
  }

  /// Returns the price at which the loan is called; 0 without one.
  double trigger() {
    return debt > 0 ? debt / (callAt * pledged) : 0;
  }
}
