package org.plimsoll.server.v1;

import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.plimsoll.protocol.AccountCommand.OpenAccount;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.venue.VenueView;

/// What a client names.
final class Named {
  private Named() {}

  static MarketListing market(VenueView view, String name) {
    return view.markets().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new NativeError(404, "there is no market " + name));
  }

  static DefineAsset asset(VenueView view, String code) {
    return IntStream.range(0, view.assetCount())
        .mapToObj(view::asset)
        .filter(each -> each.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new NativeError(404, "there is no asset " + code));
  }

  /// Returns the account of a name among those of an owner: the main one, or a subaccount.
  ///
  /// @param owner the number of the main account
  static OptionalInt accountOf(VenueView view, int owner, String name) {
    return view.accounts().stream()
        .filter(each -> each.name().equals(name))
        .mapToInt(OpenAccount::account)
        .filter(each -> view.owner(each) == owner)
        .findFirst();
  }

  static OpenAccount account(VenueView view, String name) {
    return view.accounts().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new NativeError(404, "there is no account " + name));
  }
}
