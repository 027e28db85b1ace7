package org.plimsoll.ecosystem.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.ecosystem.scenario.AssetEntry;
import org.plimsoll.ecosystem.scenario.Scenario;
import org.plimsoll.ecosystem.scenario.VenueEntry.MarketEntry;
import org.plimsoll.ecosystem.world.Instrument;

/// The numbers of a scenario's assets and markets: those that the venue lists come first, each in
/// the order of the file.
final class Roster {
  private final List<AssetEntry> assets = new ArrayList<>();
  private final SortedMap<String, Integer> numbers = new TreeMap<>();
  private final SortedMap<String, Integer> markets = new TreeMap<>();
  private final int listed;

  Roster(Scenario scenario) {
    scenario.assets().stream().filter(asset -> !asset.outside()).forEach(assets::add);
    listed = assets.size();
    scenario.assets().stream().filter(AssetEntry::outside).forEach(assets::add);
    for (int i = 0; i < assets.size(); i++) {
      numbers.put(assets.get(i).name(), i);
    }
    for (MarketEntry market : scenario.venue().markets()) {
      markets.put(market.name(), markets.size());
    }
  }

  /// Returns the assets by number.
  List<AssetEntry> assets() {
    return assets;
  }

  /// Returns how many of them the venue lists.
  int listed() {
    return listed;
  }

  List<Instrument> instruments() {
    return assets.stream()
        .map(asset -> new Instrument(asset.name(), asset.decimals(), asset.kind()))
        .toList();
  }

  int asset(String name) {
    return Objects.requireNonNull(numbers.get(name), name);
  }

  int market(String name) {
    return Objects.requireNonNull(markets.get(name), name);
  }

  int decimals(String asset) {
    return assets.get(asset(asset)).decimals();
  }

  /// Returns the decimals of the unit of account.
  int moneyDecimals() {
    return assets.getFirst().decimals();
  }
}
