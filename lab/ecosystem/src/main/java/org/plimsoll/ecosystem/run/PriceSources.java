package org.plimsoll.ecosystem.run;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.ecosystem.PricePath;
import org.plimsoll.ecosystem.kernel.RandomStream;
import org.plimsoll.ecosystem.scenario.AssetEntry;
import org.plimsoll.ecosystem.scenario.Moments;
import org.plimsoll.ecosystem.scenario.PriceEntry;
import org.plimsoll.ecosystem.scenario.Scenario;
import org.plimsoll.ecosystem.world.Instrument;

/// The prices of a scenario as paths.
final class PriceSources {
  private static final long ONE_E9 = 1_000_000_000L;

  private final Scenario scenario;
  private final long seed;
  private final Histories histories;

  PriceSources(Scenario scenario, long seed, Histories histories) {
    this.scenario = scenario;
    this.seed = seed;
    this.histories = histories;
  }

  /// Returns the paths by the number of the asset. A debt without a price is worth its face.
  SortedMap<Integer, PricePath> paths(Roster roster) {
    SortedMap<Integer, PricePath> paths = new TreeMap<>();
    for (int i = 0; i < roster.assets().size(); i++) {
      AssetEntry asset = roster.assets().get(i);
      PriceEntry price = scenario.prices().get(asset.name());
      if (price != null) {
        paths.put(i, path(asset.name(), price));
      } else if (asset.kind() == Instrument.Kind.OWED) {
        paths.put(i, _ -> ONE_E9);
      }
    }
    return paths;
  }

  private PricePath path(String asset, PriceEntry price) {
    PricePath told = told(asset, price);
    Optional<PricePath> history = histories.of(asset);
    if (history.isEmpty()) {
      return told;
    }
    PricePath recorded = history.get();
    return time -> {
      long found = recorded.priceE9(time);
      return found > 0 ? found : told.priceE9(time);
    };
  }

  private PricePath told(String asset, PriceEntry price) {
    if (price.constant().isPresent()) {
      long constant = Whole.e9(price.constant().get());
      return _ -> constant;
    }
    RandomStream random = new RandomStream(seed, "prices", asset);
    long startNs = Moments.ns(scenario.start());
    long spanNs = Moments.ns(scenario.until()) - startNs;
    return price
        .generated()
        .map(motion -> Bridge.free(motion, random, startNs, spanNs))
        .orElseGet(() ->
            Bridge.through(price.path().orElseThrow(), price.bridgeVolatility(), random, spanNs));
  }
}
