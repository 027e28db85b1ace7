package org.plimsoll.server.v1;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plimsoll.ledger.VenueAccount;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.server.exchange.Exchange;
import org.plimsoll.server.keys.Principal;
import org.plimsoll.server.store.Kept;
import org.plimsoll.server.store.Span;
import org.plimsoll.server.store.Store;
import org.plimsoll.server.v1.LiquidationSweep.Pending;
import org.plimsoll.units.MarginStage;
import org.plimsoll.venue.VenueView;

/// Who is in liquidation, who would be, and what happened last. Whose account it is, only its owner
/// is told.
final class LiquidationCalls {
  private static final int EVENTS = 100;

  /// Buckets are as wide as a hundredth of the mark.
  private static final long BUCKETS_PER_MARK = 100;

  private final Exchange exchange;
  private final Store store;
  private final LiquidationSweep sweep;

  LiquidationCalls(Exchange exchange, Store store, LiquidationSweep sweep) {
    this.exchange = exchange;
    this.store = store;
    this.sweep = sweep;
  }

  Map<String, @Nullable Object> liquidations(Optional<Principal> signer) {
    LiquidationSweep.Result seen = sweep.result();
    List<Kept.Liquidation> events =
        store.queries().liquidations(OptionalInt.empty(), Span.newest(EVENTS)).rows();
    return exchange.ask(view -> {
      Map<String, @Nullable Object> tree = new LinkedHashMap<>();
      tree.put("sequence", seen.sequence());
      tree.put("time", Instant.ofEpochSecond(0, view.clockNs()).toString());
      tree.put("profile", view.liquidationProfile().name().toLowerCase(Locale.ROOT));
      tree.put("stages", stages(seen));
      tree.put("below_zero", seen.belowZero());
      tree.put("fund", fund(view));
      tree.put("pending", pending(view, seen));
      tree.put("events", events.stream().map(event -> event(view, event, signer)).toList());
      return tree;
    });
  }

  private static Map<String, Object> stages(LiquidationSweep.Result seen) {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (MarginStage stage : MarginStage.values()) {
      if (stage != MarginStage.HEALTHY) {
        tree.put(stage.name().toLowerCase(Locale.ROOT), seen.stages().getOrDefault(stage, 0));
      }
    }
    return tree;
  }

  /// What bears losses, by asset: the insurance fund, and what the owners put in.
  static List<Object> fund(VenueView view) {
    List<Object> rows = new ArrayList<>();
    for (int asset = 0; asset < view.assetCount(); asset++) {
      long insurance = view.venueBalance(VenueAccount.INSURANCE, asset);
      long capital = view.venueBalance(VenueAccount.CAPITAL, asset);
      if (insurance != 0 || capital != 0) {
        int decimals = view.asset(asset).decimals();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("asset", view.asset(asset).code());
        tree.put("insurance", Decimals.of(insurance, decimals));
        tree.put("capital", Decimals.of(capital, decimals));
        rows.add(tree);
      }
    }
    return rows;
  }

  private static List<Object> pending(VenueView view, LiquidationSweep.Result seen) {
    List<Object> rows = new ArrayList<>();
    seen.pending()
        .forEach((market, positions) -> {
          Map<String, @Nullable Object> tree = new LinkedHashMap<>();
          MarketListing listing = view.markets().get(market);
          tree.put("market", listing.name());
          tree.put("mark", Decimals.e9(positions.getFirst().markE9()));
          tree.put("buckets", buckets(positions, view.asset(0).decimals()));
          rows.add(tree);
        });
    return rows;
  }

  private static List<Object> buckets(List<Pending> positions, int decimals) {
    long widthE9 = Math.max(1, positions.getFirst().markE9() / BUCKETS_PER_MARK);
    SortedMap<Long, Bucket> byNumber = new TreeMap<>();
    for (Pending position : positions) {
      byNumber.merge(position.priceE9() / widthE9, Bucket.of(position), Bucket::plus);
    }
    List<Object> rows = new ArrayList<>();
    byNumber.forEach((number, bucket) -> {
      Map<String, @Nullable Object> tree = new LinkedHashMap<>();
      tree.put("from", Decimals.e9(number * widthE9));
      tree.put("to", Decimals.e9((number + 1) * widthE9));
      tree.put("longs", Decimals.of(bucket.longs(), decimals));
      tree.put("shorts", Decimals.of(bucket.shorts(), decimals));
      tree.put("positions", bucket.positions());
      rows.add(tree);
    });
    return rows;
  }

  private record Bucket(long longs, long shorts, int positions) {
    static Bucket of(Pending pending) {
      return pending.isLong()
          ? new Bucket(pending.notional(), 0, 1)
          : new Bucket(0, pending.notional(), 1);
    }

    Bucket plus(Bucket other) {
      return new Bucket(longs + other.longs, shorts + other.shorts, positions + other.positions);
    }
  }

  private static Map<String, @Nullable Object> event(
      VenueView view, Kept.Liquidation event, Optional<Principal> signer) {
    int decimals = view.asset(0).decimals();
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("id", event.id());
    tree.put("time", Instant.ofEpochSecond(0, event.timeNs()).toString());
    tree.put("kind", event.kind().name().toLowerCase(Locale.ROOT));
    tree.put("account", own(view, event.account(), signer));
    tree.put(
        "stage", event.stage().map(stage -> stage.name().toLowerCase(Locale.ROOT)).orElse(null));
    Optional<MarketListing> market = market(view, event.market());
    tree.put("market", market.map(MarketListing::name).orElse(null));
    tree.put(
        "size",
        market
            .filter(_ -> event.lots().isPresent())
            .map(listing -> Decimals.size(view, listing, event.lots().getAsLong()))
            .orElse(null));
    tree.put("asset", event.asset().isPresent() ? code(view, event.asset().getAsInt()) : null);
    tree.put("amount", amount(event.amount(), assetDecimals(view, event.asset())));
    tree.put("by_fund", amount(event.byFund(), decimals));
    tree.put("by_capital", amount(event.byCapital(), decimals));
    tree.put("by_profits", amount(event.byProfits(), decimals));
    tree.put("by_nobody", amount(event.byNobody(), decimals));
    return tree;
  }

  private static @Nullable String own(VenueView view, int account, Optional<Principal> signer) {
    return signer.filter(each -> each.owner() == view.owner(account)).isPresent()
        ? view.accounts().get(account).name()
        : null;
  }

  private static Optional<MarketListing> market(VenueView view, OptionalInt market) {
    return market.isPresent()
        ? Optional.of(view.markets().get(market.getAsInt()))
        : Optional.empty();
  }

  private static String code(VenueView view, int asset) {
    return view.asset(asset).code();
  }

  private static int assetDecimals(VenueView view, OptionalInt asset) {
    return view.asset(asset.orElse(0)).decimals();
  }

  private static @Nullable String amount(OptionalLong amount, int decimals) {
    return amount.isPresent() ? Decimals.of(amount.getAsLong(), decimals) : null;
  }
}
