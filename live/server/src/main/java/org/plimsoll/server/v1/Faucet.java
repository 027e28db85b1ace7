package org.plimsoll.server.v1;

import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.protocol.CashCommand.DepositAsset;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.server.file.Teller;
import org.plimsoll.venue.VenueView;

/// Gives accounts of a sandbox assets out of nothing, as much in a day of the venue's as its file
/// says. What it has given is forgotten when the server stops.
final class Faucet {
  private static final long DAY_NS = 86_400_000_000_000L;

  private final Teller teller;
  private final SortedMap<String, Long> given = new TreeMap<>();
  private long day;

  Faucet(Teller teller) {
    this.teller = teller;
  }

  /// Counts a gift, and returns the deposit that it is.
  ///
  /// @param amount in the smallest unit
  synchronized DepositAsset gift(VenueView view, int account, DefineAsset asset, long amount) {
    if (view.clockNs() / DAY_NS != day) {
      day = view.clockNs() / DAY_NS;
      given.clear();
    }
    long most = teller.faucetPerDay(view, asset.asset()).orElse(0);
    String key = account + " " + asset.asset();
    long before = given.getOrDefault(key, 0L);
    if (amount <= 0 || amount > most - before) {
      String left = Decimals.of(most - before, asset.decimals());
      throw NativeError.invalid(
          "the faucet has " + left + " " + asset.code() + " left for it today");
    }
    given.put(key, before + amount);
    int custody =
        teller
            .custody(view, asset.asset())
            .orElseThrow(() -> NativeError.invalid(asset.code() + " is nowhere kept"));
    return new DepositAsset(account, asset.asset(), amount, custody);
  }
}
