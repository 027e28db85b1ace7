package org.plimsoll.ecosystem.agent.token;

/// The terms of a market in which money moves the price.
///
/// @param party whose money and tokens it quotes with
/// @param account of that party at the venue
/// @param market where it quotes
/// @param price at which it begins, in dollars, positive
/// @param depthDollars net buying that moves the log price by one, positive: constant, so that in
///   tokens the market is deeper the lower the price
public record MoneyDepthTerms(
    String party, String account, String market, double price, double depthDollars) {
  /// Checks the bounds.
  public MoneyDepthTerms {
    if (!(price > 0 && depthDollars > 0)) {
      throw new IllegalArgumentException("price and depth-dollars: above 0");
    }
  }
}
