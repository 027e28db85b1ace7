package org.plimsoll.solvency.loadline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plimsoll.solvency.assess.Prices;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Market;

/// The loads of all collaterals of a book.
public final class LoadLines {
  /// The horizons, in days, within which a page asks what can be sold.
  public static final List<Integer> HORIZONS = List.of(1, 7, 30, 90);

  private LoadLines() {}

  /// Returns the loads, the most loaded first.
  ///
  /// A liquid asset of whose market the book tells nothing sells at its price and is left out.
  ///
  /// @param days the horizon; positive
  public static List<CollateralLoad> of(Book book, int days) {
    return of(book, Pledges.of(book), days);
  }

  /// Returns the same by horizon. The pledges of a large book are gathered once for all of them.
  ///
  /// @param horizons in days; each positive
  public static SortedMap<Integer, List<CollateralLoad>> of(Book book, List<Integer> horizons) {
    SortedMap<String, List<Pledge>> pledges = Pledges.of(book);
    SortedMap<Integer, List<CollateralLoad>> loads = new TreeMap<>();
    horizons.forEach(days -> loads.put(days, of(book, pledges, days)));
    return loads;
  }

  private static List<CollateralLoad> of(
      Book book, SortedMap<String, List<Pledge>> pledges, int days) {
    SortedMap<String, Market> markets = new TreeMap<>();
    book.markets().forEach(market -> markets.put(market.asset(), market));
    SortedSet<String> liquid = new TreeSet<>();
    book.assets().stream()
        .filter(asset -> asset.tier() == Asset.Tier.LIQUID)
        .forEach(asset -> liquid.add(asset.id()));
    Prices prices = new Prices(book);
    List<CollateralLoad> loads = new ArrayList<>();
    for (Map.Entry<String, List<Pledge>> entry : pledges.entrySet()) {
      String id = entry.getKey();
      Optional<Market> market = Optional.ofNullable(markets.get(id));
      if (market.isPresent() || !liquid.contains(id)) {
        loads.add(CollateralLoad.of(entry.getValue(), market, prices.of(id), days));
      }
    }
    loads.sort(
        Comparator.comparingDouble((CollateralLoad load) -> load.share(Corner.CAREFUL))
            .reversed()
            .thenComparing(CollateralLoad::asset));
    return loads;
  }
}
