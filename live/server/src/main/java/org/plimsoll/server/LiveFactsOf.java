package org.plimsoll.server;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plimsoll.mirror.Surroundings.AssetFacts;
import org.plimsoll.server.file.VenueFile;
import org.plimsoll.server.file.VenueFile.AccountEntry;
import org.plimsoll.server.file.VenueFile.AssetEntry;
import org.plimsoll.server.solvency.LiveFacts;
import org.plimsoll.solvency.book.Asset;

/// What a venue's file tells of it that the venue itself does not know.
final class LiveFactsOf {
  private LiveFactsOf() {}

  /// The unit of account is money, the exchange token is the venue's own and has no market that
  /// would take it, and everything else is a coin of the tier that the file says.
  static LiveFacts venue(VenueFile file) {
    Map<String, AssetFacts> assets = new TreeMap<>();
    for (AssetEntry asset : file.assets()) {
      assets.put(asset.name(), new AssetFacts(Asset.Kind.COIN, asset.tier(), Optional.empty()));
    }
    assets.put(
        file.assets().getFirst().name(),
        new AssetFacts(Asset.Kind.FIAT, Asset.Tier.LIQUID, Optional.empty()));
    TreeSet<String> related = new TreeSet<>();
    file.accounts().stream()
        .filter(AccountEntry::related)
        .map(AccountEntry::name)
        .forEach(related::add);
    file.token()
        .ifPresent(token -> {
          assets.put(
              token.asset(),
              new AssetFacts(
                  Asset.Kind.TOKEN, Asset.Tier.ILLIQUID, Optional.of(LiveFacts.SUBJECT)));
          related.add(token.treasury());
        });
    return new LiveFacts(file.title(), related, assets);
  }
}
