package org.plimsoll.ecosystem.run;

import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plimsoll.ecosystem.scenario.AssetEntry;
import org.plimsoll.ecosystem.scenario.PartyEntry;
import org.plimsoll.ecosystem.scenario.PartyEntry.AccountEntry;
import org.plimsoll.ecosystem.scenario.Scenario;
import org.plimsoll.mirror.Surroundings.AssetFacts;
import org.plimsoll.solvency.book.Asset;

/// What a scenario says of its venue that the venue's own history does not know.
///
/// @param title of the scenario
/// @param related names of the accounts of parties that stand or fall with the venue
/// @param assets by asset code
public record VenueFacts(
    String title, SortedSet<String> related, SortedMap<String, AssetFacts> assets) {
  /// Returns those of a scenario.
  ///
  /// @param venue what the party is called that runs the venue
  public static VenueFacts of(Scenario scenario, String venue) {
    Tiers tiers = new Tiers(scenario);
    SortedMap<String, AssetFacts> assets = new TreeMap<>();
    for (AssetEntry asset : scenario.assets()) {
      assets.put(
          asset.name(),
          new AssetFacts(
              tiers.kind(asset),
              Asset.Tier.valueOf(tiers.of(asset).name()),
              tiers.isOwn(asset.name()) ? Optional.of(venue) : Optional.empty()));
    }
    TreeSet<String> related = new TreeSet<>();
    scenario.parties().stream()
        .filter(PartyEntry::isRelated)
        .flatMap(party -> party.accounts().stream())
        .map(AccountEntry::name)
        .forEach(related::add);
    scenario.venue().token().ifPresent(token -> related.add(token.treasury()));
    return new VenueFacts(scenario.title(), related, assets);
  }
}
