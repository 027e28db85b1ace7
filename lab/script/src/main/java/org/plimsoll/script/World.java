package org.plimsoll.script;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plimsoll.mirror.Surroundings;
import org.plimsoll.mirror.Surroundings.AssetFacts;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Party;

/// What a script says that is not a command: who the parties are, and what its assets are like.
final class World {
  private final Map<String, Party> parties = new LinkedHashMap<>();
  private final Map<String, AssetFacts> assets = new TreeMap<>();
  private final Map<String, String> owners = new TreeMap<>();
  private String title = "A venue after its command script";
  private String venue = "venue";

  void title(String title) {
    this.title = title;
  }

  void venue(String id) {
    venue = id;
    party(id, Party.Kind.VENUE);
  }

  void party(String id, Party.Kind kind) {
    parties.put(id, new Party(id, kind, List.of(), List.of()));
  }

  boolean isParty(String id) {
    return parties.containsKey(id);
  }

  void asset(String code, Asset.Kind kind, Asset.Tier tier, Optional<String> issuer) {
    assets.put(code, new AssetFacts(kind, tier, issuer));
  }

  void account(String name, String owner) {
    owners.put(name, owner);
  }

  /// Returns the party that owns an account which is there.
  String owner(String account) {
    return owners.getOrDefault(account, venue);
  }

  boolean hasAccount(String name) {
    return owners.containsKey(name);
  }

  Surroundings surroundings() {
    if (!isParty(venue)) {
      venue(venue);
    }
    return new Surroundings(
        title, venue, List.copyOf(parties.values()), Map.copyOf(assets), Map.copyOf(owners));
  }
}
