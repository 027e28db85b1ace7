package org.plimsoll.solvency.book;

import java.util.Optional;

/// An asset that the book counts in.
///
/// @param id the code, such as `BTC`
/// @param kind what sort of thing it is
/// @param issuer the id of the party whose promise or token it is; empty where it has none
/// @param tier how soon it turns into money without moving its price
/// @param price units of the book's currency for one unit of the asset, never negative: an unknown
///   price is at least 0
/// @param weights what a venue lends against it; empty where the book does not say
/// @param feedback how its price acts on itself
public record Asset(
    String id,
    Kind kind,
    Optional<String> issuer,
    Tier tier,
    Figure price,
    Optional<CollateralWeights> weights,
    Feedback feedback) {
  public Asset {
    price = price.asQuantity();
  }

  /// Returns an asset of whose price nothing is told that makes it act on itself.
  public Asset(
      String id,
      Kind kind,
      Optional<String> issuer,
      Tier tier,
      Figure price,
      Optional<CollateralWeights> weights) {
    this(id, kind, issuer, tier, price, weights, Feedback.NONE);
  }

  /// Returns the asset at another price.
  public Asset withPrice(Figure changed) {
    return new Asset(id, kind, issuer, tier, changed, weights, feedback);
  }

  /// Returns the asset with what another venue lends against it.
  public Asset withWeights(CollateralWeights changed) {
    return new Asset(id, kind, issuer, tier, price, Optional.of(changed), feedback);
  }

  /// Returns the asset with another account of how its price acts on itself.
  public Asset withFeedback(Feedback changed) {
    return new Asset(id, kind, issuer, tier, price, weights, changed);
  }

  /// What sort of thing an asset is.
  public enum Kind {
    FIAT,
    STABLE,
    COIN,
    TOKEN,
    EQUITY,
    OTHER
  }

  /// How soon an asset turns into money.
  public enum Tier {
    /// Within the day, at its mark.
    LIQUID,
    /// Within days, moving its price.
    LESS_LIQUID,
    /// There is no market that would take it.
    ILLIQUID
  }
}
