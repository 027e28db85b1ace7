package org.plimsoll.server.v1;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.results.JsonText;
import org.plimsoll.units.Side;
import org.plimsoll.venue.Limits;
import org.plimsoll.venue.PositionStanding;
import org.plimsoll.venue.RestingOrder;
import org.plimsoll.venue.VenueView;

/// What an account has used of what binds it, as a tree.
final class AccountLimits {
  private final VenueView view;
  private final int account;
  private final SortedMap<Integer, Map<Side, BigDecimal>> resting = new TreeMap<>();

  private AccountLimits(VenueView view, int account) {
    this.view = view;
    this.account = account;
    view.forEachOrderOf(account, this::add);
  }

  static Map<String, @Nullable Object> of(VenueView view, int account, Limits limits) {
    AccountLimits used = new AccountLimits(view, account);
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("account", view.accounts().get(account).name());
    tree.put("open_orders", used(view.openOrderCount(account), limits.ordersPerAccountMax()));
    tree.put("withdrawals_waiting", used(used.waiting(), Limits.WITHDRAWALS_PER_ACCOUNT_MAX));
    tree.put("markets", used.markets());
    tree.put("assets", used.assets());
    return tree;
  }

  private static Map<String, @Nullable Object> used(@Nullable Object used, @Nullable Object most) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("used", used);
    tree.put("max", most);
    return tree;
  }

  private void add(RestingOrder order) {
    MarketListing listing = view.markets().get(order.market());
    BigDecimal price = new BigDecimal(Decimals.price(listing, order.priceTicks()));
    BigDecimal size = new BigDecimal(Decimals.size(view, listing, order.leavesLots()));
    resting
        .computeIfAbsent(order.market(), _ -> new EnumMap<>(Side.class))
        .merge(order.side(), price.multiply(size), BigDecimal::add);
  }

  private long waiting() {
    long waiting = 0;
    for (int asset = 0; asset < view.assetCount(); asset++) {
      waiting += view.withdrawals(asset).stream().filter(w -> w.account() == account).count();
    }
    return waiting;
  }

  /// Of the markets where it has used any.
  private List<Object> markets() {
    List<Object> rows = new ArrayList<>();
    for (MarketListing listing : view.markets()) {
      long open = listing instanceof ListFuture ? openLots(listing.market()) : 0;
      if (open != 0 || resting.containsKey(listing.market())) {
        rows.add(market(listing, open));
      }
    }
    return rows;
  }

  private Map<String, @Nullable Object> market(MarketListing listing, long openLots) {
    Map<Side, BigDecimal> sides = resting.getOrDefault(listing.market(), Map.of());
    String most = VenueLimits.openOrders(view.limits(listing.market()), view.asset(0).decimals());
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("market", listing.name());
    tree.put("resting_buys", used(money(sides, Side.BUY), most));
    tree.put("resting_sells", used(money(sides, Side.SELL), most));
    tree.put(
        "position",
        used(
            listing instanceof ListFuture ? Decimals.size(view, listing, openLots) : null,
            VenueLimits.positionMax(view, listing)));
    return tree;
  }

  private static String money(Map<Side, BigDecimal> sides, Side side) {
    return JsonText.decimal(sides.getOrDefault(side, BigDecimal.ZERO));
  }

  /// The larger size that all its buys, or all its sells, would make of the position.
  private long openLots(int market) {
    PositionStanding standing = view.positionStanding(account, market);
    return Math.max(
        Math.abs(standing.lots() + standing.buyLots()),
        Math.abs(standing.lots() - standing.sellLots()));
  }

  /// Of the assets that it has or owes.
  private List<Object> assets() {
    List<Object> rows = new ArrayList<>();
    for (int asset = 0; asset < view.assetCount(); asset++) {
      long balance = view.balance(account, asset);
      if (balance != 0) {
        rows.add(asset(view.asset(asset), balance));
      }
    }
    return rows;
  }

  private Map<String, @Nullable Object> asset(DefineAsset asset, long balance) {
    int decimals = asset.decimals();
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("asset", asset.code());
    tree.put(
        "balance", used(Decimals.of(balance, decimals), Decimals.of(asset.balanceMax(), decimals)));
    tree.put(
        "counted",
        used(
            Decimals.of(view.counted(account, asset.asset()), decimals),
            VenueLimits.accountMax(view.caps(asset.asset()), asset)));
    return tree;
  }
}
