package org.plimsoll.server.v1;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.plimsoll.margin.SpotMargin;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.protocol.ListingCommand.SetCollateral;
import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;
import org.plimsoll.venue.AccountStanding;
import org.plimsoll.venue.BalanceStanding;
import org.plimsoll.venue.PositionStanding;
import org.plimsoll.venue.VenueView;

/// Where an account stands, as a tree. Money is in whole units of account, quantities in whole
/// units of their asset, fractions and weights are parts of one.
final class AccountJson {
  private AccountJson() {}

  /// Returns all of it.
  static Map<String, @Nullable Object> of(VenueView view, int account) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("account", view.accounts().get(account).name());
    tree.put("sequence", view.sequence());
    tree.put("time", Instant.ofEpochSecond(0, view.clockNs()).toString());
    tree.put("currency", view.asset(0).code());
    tree.put("leverage", view.leverage(account));
    tree.put("standing", standing(view, account));
    tree.put("balances", balances(view, account));
    tree.put("positions", positions(view, account));
    return tree;
  }

  /// Returns the account's value against its three lines.
  static Map<String, @Nullable Object> standing(VenueView view, int account) {
    AccountStanding standing = view.standing(account);
    int decimals = view.asset(0).decimals();
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("stage", standing.stage().name().toLowerCase(Locale.ROOT));
    tree.put("spared", standing.isSpared());
    tree.put("value", Decimals.of(standing.value(), decimals));
    tree.put("collateral", Decimals.of(standing.collateral(), decimals));
    tree.put("free_collateral", Decimals.of(standing.freeCollateral(), decimals));
    tree.put("unrealized", Decimals.of(standing.unrealized(), decimals));
    tree.put("notional", Decimals.of(standing.notional(), decimals));
    tree.put("open_notional", Decimals.of(standing.openNotional(), decimals));
    tree.put("debts", Decimals.of(standing.debts(), decimals));
    tree.put("initial_requirement", Decimals.of(standing.initialRequirement(), decimals));
    tree.put("maintenance_requirement", Decimals.of(standing.maintenance(), decimals));
    tree.put("auto_close_requirement", Decimals.of(standing.autoClose(), decimals));
    tree.put("margin_fraction", Decimals.e9(standing.marginFractionE9()));
    tree.put("open_margin_fraction", Decimals.e9(standing.openMarginFractionE9()));
    tree.put("initial_fraction", Decimals.e9(standing.initialFractionE9()));
    tree.put("maintenance_fraction", Decimals.e9(standing.maintenanceFractionE9()));
    tree.put("auto_close_fraction", Decimals.e9(autoCloseE9(standing)));
    return tree;
  }

  private static OptionalLong autoCloseE9(AccountStanding standing) {
    return standing.notional() == 0
        ? OptionalLong.empty()
        : OptionalLong.of(
            Exact.mulDivOrMax(
                standing.autoClose(), Exact.ONE_E9, standing.notional(), Rounding.CEILING));
  }

  private static List<Object> balances(VenueView view, int account) {
    List<Object> rows = new ArrayList<>();
    for (int asset = 0; asset < view.assetCount(); asset++) {
      if (asset == 0 || view.balance(account, asset) != 0 || view.staked(account, asset) != 0) {
        rows.add(balance(view, view.balanceStanding(account, asset)));
      }
    }
    return rows;
  }

  private static Map<String, @Nullable Object> balance(VenueView view, BalanceStanding standing) {
    DefineAsset asset = view.asset(standing.asset());
    int decimals = asset.decimals();
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("asset", asset.code());
    tree.put("balance", Decimals.of(standing.balance(), decimals));
    tree.put("borrowed", Decimals.of(standing.borrowed(), decimals));
    tree.put("own_available", Decimals.of(standing.availableWithoutBorrow(), decimals));
    tree.put("available", Decimals.of(standing.free(), decimals));
    tree.put("staked", Decimals.of(view.staked(standing.account(), asset.asset()), decimals));
    tree.put("mark", Decimals.e9(view.markE9(asset.asset())));
    tree.put("value_at_mark", value(view, asset, standing.balance()));
    tree.put("initial_weight", Decimals.e9(view.collateral(asset.asset()).initialWeightE9()));
    tree.put("total_weight", Decimals.e9(view.collateral(asset.asset()).totalWeightE9()));
    tree.put("effective_weight", Decimals.e9(effectiveWeightE9(view, standing)));
    tree.put("sold_now", BookSale.json(view, standing.account(), asset.asset()));
    return tree;
  }

  /// Rounded down, a debt therefore away from zero.
  private static String value(VenueView view, DefineAsset asset, long amount) {
    int decimals = view.asset(0).decimals();
    long price = view.markE9(asset.asset());
    return Decimals.of(
        Exact.value(amount, price, asset.decimals(), decimals, Rounding.FLOOR), decimals);
  }

  /// What one unit of the holding counts for when something new is asked for: the initial weight at
  /// the size that counts, over all of the holding. A debt has none.
  private static OptionalLong effectiveWeightE9(VenueView view, BalanceStanding standing) {
    if (standing.balance() <= 0) {
      return OptionalLong.empty();
    }
    SetCollateral terms = view.collateral(standing.asset());
    long counted = view.counted(standing.account(), standing.asset());
    long weightE9 =
        SpotMargin.effectiveWeightE9(
            terms.initialWeightE9(),
            terms.imfFactorE9(),
            counted,
            view.asset(standing.asset()).decimals());
    return OptionalLong.of(Exact.mulDiv(weightE9, counted, standing.balance(), Rounding.FLOOR));
  }

  private static List<Object> positions(VenueView view, int account) {
    List<Object> rows = new ArrayList<>();
    for (MarketListing market : view.markets()) {
      if (market instanceof ListFuture future) {
        PositionStanding standing = view.positionStanding(account, future.market());
        if (standing.lots() != 0 || standing.buyLots() != 0 || standing.sellLots() != 0) {
          rows.add(position(view, future, standing));
        }
      }
    }
    return rows;
  }

  private static Map<String, @Nullable Object> position(
      VenueView view, ListFuture future, PositionStanding standing) {
    int decimals = view.asset(0).decimals();
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("market", future.name());
    tree.put("size", Decimals.size(view, future, standing.lots()));
    tree.put("mark", Decimals.price(future, view.futureMarkTicks(future.market())));
    tree.put("cost", Decimals.of(standing.cost(), decimals));
    tree.put("unrealized", Decimals.of(standing.unrealized(), decimals));
    tree.put("notional", Decimals.of(standing.notional(), decimals));
    tree.put("open_notional", Decimals.of(standing.openNotional(), decimals));
    tree.put("resting_buys", Decimals.size(view, future, standing.buyLots()));
    tree.put("resting_sells", Decimals.size(view, future, standing.sellLots()));
    tree.put("initial_requirement", Decimals.of(standing.initialRequirement(), decimals));
    tree.put("maintenance_requirement", Decimals.of(standing.maintenance(), decimals));
    tree.put("liquidation_price", Decimals.e9(standing.liquidationPriceE9()));
    tree.put("bankruptcy_price", Decimals.e9(standing.zeroPriceE9()));
    return tree;
  }
}
