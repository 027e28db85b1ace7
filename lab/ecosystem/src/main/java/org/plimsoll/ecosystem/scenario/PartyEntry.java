package org.plimsoll.ecosystem.scenario;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import org.plimsoll.text.bind.Defined;
import org.plimsoll.text.bind.Omissible;
import org.plimsoll.text.bind.Says;

/// Somebody who has something.
///
/// @param holds what it has outside the venue when the scenario starts, in whole units by asset
@Says("a party")
public record PartyEntry(
    @Says("How it is called.") @Defined("name") String name,
    @Says("What it is.") @Omissible Kind kind,
    @Says("What it has at the start, in whole units by asset.") SortedMap<String, BigDecimal> holds,
    @Says("Its accounts at the venue, with what is brought there at the start.")
        List<AccountEntry> accounts,
    @Says("Where the figures come from.") @Omissible String source) {
  /// What a party is.
  public enum Kind {
    /// None of the others.
    OTHER,
    /// Of the venue.
    CUSTOMER,
    /// Provides quotes.
    MARKET_MAKER,
    /// Related to the venue.
    AFFILIATE,
    /// Lends outside the venue.
    LENDER,
    /// Invests for others.
    FUND,
    /// Promises a token.
    ISSUER,
    /// Takes over what fails.
    BACKSTOP,
    /// Owns the venue.
    INSIDER
  }

  /// Returns whether it stands or falls with the venue.
  public boolean isRelated() {
    return kind == Kind.AFFILIATE || kind == Kind.INSIDER;
  }

  /// An account at the venue.
  @Says("an account")
  public record AccountEntry(
      @Says("How it is called.") @Defined("name") String name,
      @Says("What is brought there at the start, out of what the party has.")
          List<DepositEntry> deposits) {}

  /// What is brought to the venue at the start.
  @Says("a deposit")
  public record DepositEntry(
      @Says("What is brought.") @Defined("name") String asset,
      @Says("How much, in whole units.") BigDecimal amount,
      @Says("The custody location where it arrives.") @Defined("name") String at) {}
}
