package org.plimsoll.ecosystem.agent.token;

/// The terms of a token that is paid out every day, and of those who buy it of themselves.
///
/// @param party who gets and sells the tokens, and who buys
/// @param account of that party at the venue
/// @param market where both happens
/// @param tokensPerDay paid out and sold at market, from 0
/// @param inflowPerDay dollars that buy of themselves, from 0
/// @param bank custody location where dollars arrive
/// @param wallet custody location where tokens arrive
public record EmissionTerms(
    String party,
    String account,
    String market,
    double tokensPerDay,
    double inflowPerDay,
    String bank,
    String wallet) {
  /// Checks the bounds.
  public EmissionTerms {
    if (!(tokensPerDay >= 0 && inflowPerDay >= 0)) {
      throw new IllegalArgumentException("tokens-per-day and inflow-per-day: from 0");
    }
  }
}
