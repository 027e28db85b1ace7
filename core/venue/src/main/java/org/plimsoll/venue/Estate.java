package org.plimsoll.venue;

import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.ledger.VenueAccount;
import org.plimsoll.units.Exact;
import org.plimsoll.units.MarginStage;
import org.plimsoll.units.Rounding;

/// The third stage of liquidation: the fund pays what a bankrupt account owes and takes of what it
/// has as much as that was worth.
final class Estate {
  private static final int FUND = LedgerAccount.venue(VenueAccount.INSURANCE);

  private final VenueState state;
  private final Standing standing;
  private final LossBearers bearers;

  Estate(VenueState state) {
    this.state = state;
    this.standing = new Standing(state);
    this.bearers = new LossBearers(state);
  }

  void take(int account) {
    boolean isDue =
        standing.of(account).stage() == MarginStage.BANKRUPT && isSettled(account) && fits(account);
    if (isDue) {
      long fund = bearers.fundWorth();
      long loss = takeAssets(account, payDebts(account));
      if (loss > 0) {
        bearers.bear(account, loss, fund);
      }
    }
  }

  private boolean isSettled(int account) {
    boolean isSettled = true;
    for (FuturesMarket market : state.futures) {
      if (market.positions().cost(account) != 0) {
        market.settle(account);
        isSettled &= market.positions().cost(account) <= 0;
      }
    }
    return isSettled;
  }

  /// Asks whether the fund has room for all that the account has and owes.
  private boolean fits(int account) {
    for (int asset = 0; asset < state.assets.assetCount(); asset++) {
      long balance = state.ledger.customerBalance(account, asset);
      long fund = state.ledger.venueBalance(VenueAccount.INSURANCE, asset);
      if (Math.abs(fund + balance) > Limits.OWN_MAX) {
        return false;
      }
    }
    return true;
  }

  /// Returns what the debts were worth.
  private long payDebts(int account) {
    long worth = 0;
    for (int asset = 0; asset < state.assets.assetCount(); asset++) {
      long owed = -state.ledger.customerBalance(account, asset);
      if (owed > 0) {
        worth += state.assets.value(asset, owed);
        state.ledger.post(Cause.ESTATE, asset, FUND, LedgerAccount.customer(account), owed);
      }
    }
    return worth;
  }

  /// Returns what of the debts' worth nothing was there for.
  private long takeAssets(int account, long worth) {
    long missing = worth;
    for (int asset = 0; asset < state.assets.assetCount() && missing > 0; asset++) {
      long there =
          state.ledger.customerBalance(account, asset) - state.offers.reserved(account, asset);
      if (there > 0 && state.assets.markE9(asset) > 0) {
        long value = valueDown(asset, there);
        long taken = value < missing ? there : Math.min(there, amountFor(asset, missing));
        state.ledger.post(Cause.ESTATE, asset, LedgerAccount.customer(account), FUND, taken);
        missing -= Math.min(missing, value);
      }
    }
    return missing;
  }

  private long valueDown(int asset, long amount) {
    return Exact.value(
        amount,
        state.assets.markE9(asset),
        state.assets.decimals(asset),
        state.assets.decimals(0),
        Rounding.FLOOR);
  }

  /// Returns the amount that is worth so much at the mark, rounded up.
  private long amountFor(int asset, long value) {
    long scale = Exact.powerOfTen(9 + state.assets.decimals(asset) - state.assets.decimals(0));
    return Exact.mulDivOrMax(value, scale, state.assets.markE9(asset), Rounding.CEILING);
  }
}
