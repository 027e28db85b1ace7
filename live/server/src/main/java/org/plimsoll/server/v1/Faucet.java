package org.plimsoll.server.v1;

import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.protocol.CashCommand.DepositAsset;
import org.plimsoll.protocol.Event.CommandApplied;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.server.exchange.Follower;
import org.plimsoll.server.exchange.Happening;
import org.plimsoll.server.file.Opening;
import org.plimsoll.server.file.Teller;
import org.plimsoll.venue.VenueView;

/// Gives accounts of a sandbox assets out of nothing, as much in a day of the venue's as its file
/// says. What it has given today is read off history, where only the opening deposits anything
/// besides.
public final class Faucet implements Follower {
  private static final long DAY_NS = 86_400_000_000_000L;

  private final Teller teller;
  private final SortedMap<String, Long> given = new TreeMap<>();
  private long day;

  /// Creates the faucet of a venue, whose history it must hear from the beginning.
  public Faucet(Teller teller) {
    this.teller = teller;
  }

  @Override
  public void on(Happening happening, VenueView view) {
    if (happening.events().size() > 1
        && happening.events().get(1) instanceof CommandApplied(DepositAsset deposit)
        && Opening.isOver(view)) {
      turnTo(view);
      given.merge(key(deposit.account(), deposit.asset()), deposit.amount(), Math::addExact);
    }
  }

  /// Returns the deposit that a gift is. To be asked where history is heard.
  ///
  /// @param amount in the smallest unit
  DepositAsset gift(VenueView view, int account, DefineAsset asset, long amount) {
    turnTo(view);
    long most = teller.faucetPerDay(view, asset.asset()).orElse(0);
    long left = most - given.getOrDefault(key(account, asset.asset()), 0L);
    if (amount <= 0 || amount > left) {
      throw NativeError.invalid(
          "the faucet has %s %s left for it today"
              .formatted(Decimals.of(left, asset.decimals()), asset.code()));
    }
    int custody =
        teller
            .custody(view, asset.asset())
            .orElseThrow(() -> NativeError.invalid(asset.code() + " is nowhere kept"));
    return new DepositAsset(account, asset.asset(), amount, custody);
  }

  private void turnTo(VenueView view) {
    long today = view.clockNs() / DAY_NS;
    if (today != day) {
      day = today;
      given.clear();
    }
  }

  private static String key(int account, int asset) {
    return account + " " + asset;
  }
}
