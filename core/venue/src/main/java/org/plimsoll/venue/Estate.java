package org.plimsoll.venue;

import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.ledger.VenueAccount;
import org.plimsoll.protocol.LendingEvent.BalanceReserved;
import org.plimsoll.protocol.LiquidationEvent.LossTakenOver;
import org.plimsoll.units.Exact;
import org.plimsoll.units.MarginStage;
import org.plimsoll.units.Rounding;

/// The third stage of liquidation: the fund pays what a bankrupt account owes and has lost, and
/// takes of what it has as much as that was worth.
///
/// What is offered or lent goes last, and shields nothing: the fund takes the lender's place. What
/// it stands in for so is not counted as offered, since the fund has to be free to spend it on the
/// next estate.
final class Estate {
  private final VenueState state;
  private final Standing standing;
  private final LossBearers bearers;

  Estate(VenueState state) {
    this.state = state;
    this.standing = new Standing(state);
    this.bearers = new LossBearers(state);
  }

  void take(int account) {
    if (standing.bindingStage(account) == MarginStage.BANKRUPT) {
      settle(account);
      if (fits(account)) {
        long fund = bearers.fundWorth();
        long worth = payDebts(account) + payLosses(account);
        long loss = takeReserved(account, takeFree(account, worth));
        if (loss > 0) {
          bearers.bear(account, loss, fund);
        }
      }
    }
  }

  private void settle(int account) {
    for (FuturesMarket market : state.futures) {
      if (market.positions().cost(account) != 0) {
        market.settle(account);
      }
    }
  }

  /// Asks whether the fund has room for all that the account has, owes and has lost, and the
  /// settlement for what was lost.
  private boolean fits(int account) {
    long lost = 0;
    for (FuturesMarket market : state.futures) {
      long loss = loss(account, market);
      lost += loss;
      if (paidIn(market) + loss > Limits.CUSTODY_MAX) {
        return false;
      }
    }
    for (int asset = 0; asset < state.assets.assetCount(); asset++) {
      long together =
          state.ledger.venueBalance(VenueAccount.INSURANCE, asset)
              + state.ledger.customerBalance(account, asset);
      long pays = asset == 0 ? lost : 0;
      if (together < pays - Limits.OWN_MAX || together - pays > Limits.OWN_MAX) {
        return false;
      }
    }
    return true;
  }

  /// Returns what the account has lost in a market and not paid: what it was to keep for those it
  /// lends to, or what no balance has room for.
  private static long loss(int account, FuturesMarket market) {
    return Math.max(0, -market.margin().unrealized(account));
  }

  private long paidIn(FuturesMarket market) {
    return state.ledger.settlementBalance(market.listing().market(), 0);
  }

  /// Pays the settlements what the account could not, and returns how much that was.
  private long payLosses(int account) {
    long sum = 0;
    for (FuturesMarket market : state.futures) {
      long loss = loss(account, market);
      if (loss > 0) {
        int number = market.listing().market();
        market.positions().settle(account, -loss);
        state.profits.add(account, -loss, state.clockNs);
        state.index.touch(account);
        state.sink.onDesk(new LossTakenOver(account, number, loss));
        state.ledger.post(
            Cause.ESTATE, 0, LossBearers.FUND, LedgerAccount.settlement(number), loss);
        sum += loss;
      }
    }
    return sum;
  }

  /// Returns what the debts were worth.
  private long payDebts(int account) {
    long worth = 0;
    for (int asset = 0; asset < state.assets.assetCount(); asset++) {
      long owed = -state.ledger.customerBalance(account, asset);
      if (owed > 0) {
        worth += state.assets.value(asset, owed);
        state.ledger.post(
            Cause.ESTATE, asset, LossBearers.FUND, LedgerAccount.customer(account), owed);
      }
    }
    return worth;
  }

  /// Returns what of so much worth nothing was there for that the account may spend.
  private long takeFree(int account, long worth) {
    long missing = worth;
    for (int asset = 0; asset < state.assets.assetCount() && missing > 0; asset++) {
      long there =
          state.ledger.customerBalance(account, asset) - state.offers.reserved(account, asset);
      missing = take(account, asset, there, missing);
    }
    return missing;
  }

  /// Returns what of so much worth nothing was there for among what is reserved.
  private long takeReserved(int account, long worth) {
    long missing = worth;
    for (int asset = 0; asset < state.assets.assetCount() && missing > 0; asset++) {
      long reserved = state.offers.reserved(account, asset);
      long before = state.ledger.customerBalance(account, asset);
      missing = take(account, asset, reserved, missing);
      long taken = before - state.ledger.customerBalance(account, asset);
      if (taken > 0) {
        state.offers.seize(account, asset, taken);
        state.sink.onDesk(
            new BalanceReserved(
                account,
                asset,
                state.offers.lent(account, asset),
                state.offers.reserved(account, asset)));
      }
    }
    return missing;
  }

  /// Takes of what is there of an asset as much as is missing, and returns what is missing still.
  private long take(int account, int asset, long there, long missing) {
    if (there <= 0 || state.assets.markE9(asset) == 0) {
      return missing;
    }
    long value = valueDown(asset, there);
    long taken = value < missing ? there : Math.min(there, amountFor(asset, missing));
    state.ledger.post(
        Cause.ESTATE, asset, LedgerAccount.customer(account), LossBearers.FUND, taken);
    return missing - Math.min(missing, value);
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
