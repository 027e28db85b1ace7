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
  private LoadLines() {}

  /// Returns the loads, the most loaded first.
  ///
  /// A liquid asset of whose market the book tells nothing sells at its price and is left out.
  ///
  /// @param days the horizon; positive
  public static List<CollateralLoad> of(Book book, int days) {
    SortedMap<String, Market> markets = new TreeMap<>();
    book.markets().forEach(market -> markets.put(market.asset(), market));
    SortedSet<String> liquid = new TreeSet<>();
    book.assets().stream()
        .filter(asset -> asset.tier() == Asset.Tier.LIQUID)
        .forEach(asset -> liquid.add(asset.id()));
    Prices prices = new Prices(book);
    List<CollateralLoad> loads = new ArrayList<>();
    for (Map.Entry<String, List<Pledge>> entry : Pledges.of(book).entrySet()) {
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
