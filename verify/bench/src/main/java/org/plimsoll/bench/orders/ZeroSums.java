package org.plimsoll.bench.orders;

import org.plimsoll.ledger.VenueAccount;
import org.plimsoll.venue.VenueView;

/// Whether the ledger of a venue whose unit of account is asset 0 adds up: what accounts, the venue
/// and its markets have of an asset is what lies in custody.
public final class ZeroSums {
  private ZeroSums() {}

  /// Fails unless every asset sums to zero over all ledger accounts.
  ///
  /// @throws IllegalStateException if one does not
  public static void require(VenueView view) {
    int accounts = view.accounts().size();
    for (int asset = 0; asset < view.assetCount(); asset++) {
      long sum = sum(view, asset, accounts);
      if (sum != 0) {
        throw new IllegalStateException("asset " + asset + " sums to " + sum + ", not to zero");
      }
    }
  }

  private static long sum(VenueView view, int asset, int accounts) {
    long sum = 0;
    for (int custody = 0; custody < view.custody().size(); custody++) {
      sum -= view.onHand(custody, asset);
    }
    for (int market = 0; asset == 0 && market < view.markets().size(); market++) {
      sum += view.settlementBalance(market);
    }
    for (VenueAccount purpose : VenueAccount.values()) {
      sum += view.venueBalance(purpose, asset);
    }
    for (int account = 0; account < accounts; account++) {
      sum += view.balance(account, asset);
    }
    return sum;
  }
}
