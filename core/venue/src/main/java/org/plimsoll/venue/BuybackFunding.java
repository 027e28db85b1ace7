package org.plimsoll.venue;

import static org.plimsoll.units.Exact.ONE_E9;

import org.plimsoll.ledger.VenueAccount;
import org.plimsoll.margin.PortfolioView;
import org.plimsoll.protocol.TokenCommand.SetExchangeToken;
import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;

/// What of the venue's fees is for buying the exchange token back, for the week so far.
final class BuybackFunding {
  private final VenueState state;

  BuybackFunding(VenueState state) {
    this.state = state;
  }

  /// Returns what the treasury would be due if the week ended now, in the unit of account.
  long due() {
    SetExchangeToken terms = state.token.terms();
    return terms == null || state.token.burnable() == 0
        ? 0
        : part(state.token.fees(), terms.feeShareE9()) + part(added(), terms.fundShareE9());
  }

  /// Returns what the fund against losses has grown by since the week began, from no less than
  /// nothing, in the unit of account.
  long added() {
    long before = Math.max(0, worth(state.token::fundBefore, Rounding.CEILING));
    return Math.max(0, worth(this::fund, Rounding.FLOOR) - before);
  }

  /// Returns what the fund against losses has of an asset, or owes of it where negative.
  long fund(int asset) {
    return state.ledger.venueBalance(VenueAccount.INSURANCE, asset);
  }

  /// Returns what a fund with such balances would be worth at the marks of now, so that a price
  /// alone makes it no larger. Each asset counts as far as a balance of it may go.
  private long worth(PortfolioView fund, Rounding rounding) {
    long worth = 0;
    for (int asset = 0; asset < state.assets.assetCount(); asset++) {
      long max = state.assets.balanceMax(asset);
      worth +=
          Exact.value(
              Math.clamp(fund.quantity(asset), -max, max),
              state.assets.markE9(asset),
              state.assets.decimals(asset),
              state.assets.decimals(0),
              rounding);
    }
    return worth;
  }

  private static long part(long amount, long shareE9) {
    return Exact.mulDiv(amount, shareE9, ONE_E9, Rounding.FLOOR);
  }
}
