package org.plimsoll.mirror;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Party;

/// What a book says and a venue does not know: who is behind an account, who issued an asset, how
/// soon it turns into money.
///
/// @param title one line for the book
/// @param venue the id of the party that runs the venue
/// @param parties everybody the book names, the venue among them
/// @param assets by asset code; an asset without an entry is a coin of no issuer, less liquid
/// @param owners the id of the owning party by account name; subaccounts need none
public record Surroundings(
    String title,
    String venue,
    List<Party> parties,
    Map<String, AssetFacts> assets,
    Map<String, String> owners) {
  /// What is known of an asset outside the venue.
  public record AssetFacts(Asset.Kind kind, Asset.Tier tier, Optional<String> issuer) {
    /// What is assumed of an asset that nobody describes: it is never taken for money.
    public static final AssetFacts UNDESCRIBED =
        new AssetFacts(Asset.Kind.COIN, Asset.Tier.LESS_LIQUID, Optional.empty());
  }
}
