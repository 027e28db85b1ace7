package org.plimsoll.venue;

import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.ledger.VenueAccount;
import org.plimsoll.margin.MaintenanceMargin;
import org.plimsoll.margin.ProRata;
import org.plimsoll.protocol.LiquidationEvent.LossBorne;

/// Who bears a loss that no collateral covered: the fund, the venue's capital, profits of the day,
/// nobody.
final class LossBearers {
  /// The insurance fund's place in the ledger.
  static final int FUND = LedgerAccount.venue(VenueAccount.INSURANCE);

  private final VenueState state;
  private final MaintenanceMargin worth;

  LossBearers(VenueState state) {
    this.state = state;
    this.worth = new MaintenanceMargin(state.assets);
  }

  /// Finds who bears a loss that the fund has just taken over, and makes them pay the fund.
  ///
  /// @param fund what it was worth before
  void bear(int failing, long loss, long fund) {
    long lacking = loss - Math.clamp(fund, 0, loss);
    long capital = payFromCapital(lacking);
    long profits = payFromProfits(failing, lacking - capital);
    state.sink.onDesk(
        new LossBorne(
            failing, loss, loss - lacking, capital, profits, lacking - capital - profits));
  }

  /// Returns what the fund has at total weights, less what it owes. Each asset counts as far as a
  /// balance of it may go.
  long fundWorth() {
    worth.of(asset -> {
      long max = state.assets.balanceMax(asset);
      return Math.clamp(state.ledger.venueBalance(VenueAccount.INSURANCE, asset), -max, max);
    });
    return worth.value();
  }

  private long payFromCapital(long lacking) {
    long there = Math.max(0, state.ledger.venueBalance(VenueAccount.CAPITAL, 0));
    long paid = Math.min(Math.min(lacking, there), fundRoom());
    if (paid > 0) {
      int capital = LedgerAccount.venue(VenueAccount.CAPITAL);
      state.ledger.post(Cause.LOSS_COVERED, 0, capital, FUND, paid);
    }
    return paid;
  }

  private long payFromProfits(int failing, long lacking) {
    if (lacking == 0) {
      return 0;
    }
    long[] weights = new long[state.accounts.size()];
    for (int account = 0; account < weights.length; account++) {
      weights[account] = account == failing ? 0 : bearable(account);
    }
    long[] shares = ProRata.shares(Math.min(lacking, fundRoom()), weights);
    long paid = 0;
    for (int account = 0; account < weights.length; account++) {
      if (shares[account] > 0) {
        int customer = LedgerAccount.customer(account);
        state.ledger.post(Cause.SOCIALIZED_LOSS, 0, customer, FUND, shares[account]);
        paid += shares[account];
      }
    }
    return paid;
  }

  private long bearable(int account) {
    long profit = state.profits.of(account, state.clockNs);
    for (FuturesMarket market : state.futures) {
      profit += market.margin().unrealized(account);
    }
    return Math.max(0, Math.min(profit, state.free(account, 0)));
  }

  private long fundRoom() {
    return Limits.OWN_MAX - Math.max(0, state.ledger.venueBalance(VenueAccount.INSURANCE, 0));
  }
}
