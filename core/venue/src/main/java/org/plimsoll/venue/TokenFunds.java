package org.plimsoll.venue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// The funds of all leveraged tokens, in the order of listing. There are fewer than assets, so
/// every question looks at each of them.
final class TokenFunds {
  private final List<TokenFund> funds = new ArrayList<>();

  List<TokenFund> all() {
    return funds;
  }

  void add(TokenFund fund) {
    funds.add(fund);
  }

  /// Returns the fund that issues an asset, or null if the asset is no leveraged token.
  @Nullable TokenFund issuing(int asset) {
    for (int i = 0; i < funds.size(); i++) { // an iterator would be an allocation
      if (funds.get(i).listing().asset() == asset) {
        return funds.get(i);
      }
    }
    return null;
  }

  /// Returns the fund that an account is, or null if it is none.
  @Nullable TokenFund of(int account) {
    for (int i = 0; i < funds.size(); i++) { // an iterator would be an allocation
      if (funds.get(i).account() == account) {
        return funds.get(i);
      }
    }
    return null;
  }

  /// Returns whether the fund that issues an asset is trading back to its target.
  boolean isRebalancing(int asset) {
    TokenFund fund = issuing(asset);
    return fund != null && fund.isRebalancing();
  }

  void writeTo(StateSink sink) {
    sink.add(funds.size());
    funds.forEach(fund -> fund.writeTo(sink));
  }

  void readFrom(StateSource source, VenueState state) {
    int count = source.count(state.assets.assetCount());
    for (int i = 0; i < count; i++) {
      funds.add(TokenFund.readFrom(source, state));
    }
  }
}
