package org.plimsoll.server.v1;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.protocol.ListingCommand.SetCollateral;
import org.plimsoll.protocol.ListingCommand.SetMarketLimits;
import org.plimsoll.protocol.WithdrawalMode;
import org.plimsoll.protocol.WithdrawalPolicy;
import org.plimsoll.venue.CollateralCaps;
import org.plimsoll.venue.VenueView;

/// What the venue holds everybody to, as a tree; null where it sets no limit.
final class VenueLimits {
  private VenueLimits() {}

  static List<Object> markets(VenueView view) {
    List<Object> rows = new ArrayList<>();
    for (MarketListing listing : view.markets()) {
      rows.add(market(view, listing));
    }
    return rows;
  }

  private static Map<String, @Nullable Object> market(VenueView view, MarketListing listing) {
    SetMarketLimits limits = view.limits(listing.market());
    int decimals = view.asset(0).decimals();
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("market", listing.name());
    tree.put("state", view.marketState(listing.market()).name().toLowerCase(Locale.ROOT));
    tree.put("tick", Decimals.price(listing, 1));
    tree.put("lot", Decimals.size(view, listing, 1));
    tree.put("size_min", Decimals.size(view, listing, Math.max(1, limits.minimumLots())));
    tree.put("position_max", positionMax(view, listing));
    tree.put("book_cap", part(limits.bookCapE9()));
    tree.put("price_band", part(limits.bandE9()));
    tree.put("premium_band", part(limits.premiumBandE9()));
    tree.put("resting_max", openOrders(limits, decimals));
    return tree;
  }

  /// Returns the largest position of an account, its resting orders filled; a spot market has none.
  static @Nullable String positionMax(VenueView view, MarketListing listing) {
    return listing instanceof ListFuture future
        ? Decimals.size(view, future, future.positionMaxLots())
        : null;
  }

  /// Returns what an account may let rest on one side, at its limits.
  static @Nullable String openOrders(SetMarketLimits limits, int decimals) {
    return limits.openOrderCap() == 0 ? null : Decimals.of(limits.openOrderCap(), decimals);
  }

  private static @Nullable String part(long e9) {
    return e9 == 0 ? null : Decimals.e9(e9);
  }

  static List<Object> assets(VenueView view) {
    List<Object> rows = new ArrayList<>();
    for (int asset = 0; asset < view.assetCount(); asset++) {
      DefineAsset definition = view.asset(asset);
      Map<String, @Nullable Object> tree = new LinkedHashMap<>();
      tree.put("asset", definition.code());
      tree.put("balance_max", Decimals.of(definition.balanceMax(), definition.decimals()));
      tree.put("owed_max", borrowMax(view.caps(asset), definition));
      tree.put("collateral", view.isCollateral(asset) ? collateral(view, definition) : null);
      tree.put("withdrawals", withdrawals(view, asset));
      rows.add(tree);
    }
    return rows;
  }

  private static Map<String, @Nullable Object> collateral(VenueView view, DefineAsset asset) {
    SetCollateral terms = view.collateral(asset.asset());
    CollateralCaps caps = view.caps(asset.asset());
    boolean isCapped = caps.venueMax() != Long.MAX_VALUE;
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("initial_weight", Decimals.e9(terms.initialWeightE9()));
    tree.put("total_weight", Decimals.e9(terms.totalWeightE9()));
    tree.put("imf_factor", Decimals.e9(terms.imfFactorE9()));
    tree.put("account_max", accountMax(caps, asset));
    tree.put("venue_max", isCapped ? Decimals.of(caps.venueMax(), asset.decimals()) : null);
    return tree;
  }

  /// Returns how much of an account's balance may count at the initial weight.
  static @Nullable String accountMax(CollateralCaps caps, DefineAsset asset) {
    return caps.accountMax() == asset.balanceMax()
        ? null
        : Decimals.of(caps.accountMax(), asset.decimals());
  }

  private static @Nullable String borrowMax(CollateralCaps caps, DefineAsset asset) {
    return caps.borrowMax() == CollateralCaps.none(asset).borrowMax()
        ? null
        : Decimals.of(caps.borrowMax(), asset.decimals());
  }

  private static Map<String, @Nullable Object> withdrawals(VenueView view, int asset) {
    WithdrawalPolicy policy = view.withdrawalPolicy(asset);
    boolean isQueued = policy.mode() == WithdrawalMode.QUEUED;
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("mode", policy.mode().name().toLowerCase(Locale.ROOT));
    tree.put("per_minute", isQueued ? policy.perMinute() : null);
    tree.put("waiting", view.withdrawals(asset).size());
    return tree;
  }
}
