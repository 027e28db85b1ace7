package org.plimsoll.solvency.assess;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;

/// A change of a book's prices: a haircut by liquidity tier, and a factor by asset.
///
/// A price falls wherever it is used: for what the subject holds, for collateral, and for what is
/// owed in that asset, because a claim on a token is met with the token. The book's own currency is
/// the measure and keeps its price of 1.
///
/// @param haircuts the part of the price lost by tier, 0 to 1; a tier that is absent loses nothing
/// @param factors what the price of an asset is multiplied with, not negative; absent means 1
public record Shock(
    SortedMap<Asset.Tier, BigDecimal> haircuts, SortedMap<String, BigDecimal> factors) {
  /// Nothing changes.
  public static final Shock NONE = new Shock(new TreeMap<>(), new TreeMap<>());

  /// Checks the bounds and takes a copy.
  ///
  /// @throws IllegalArgumentException if a haircut is outside 0 to 1 or a factor is negative
  public Shock {
    haircuts.forEach((tier, haircut) -> {
      if (haircut.signum() < 0 || haircut.compareTo(BigDecimal.ONE) > 0) {
        throw new IllegalArgumentException(
            "haircut " + haircut.toPlainString() + " of " + tier + " is not from 0 to 1");
      }
    });
    factors.forEach((asset, factor) -> {
      if (factor.signum() < 0) {
        throw new IllegalArgumentException(
            "price factor " + factor.toPlainString() + " of " + asset + " is negative");
      }
    });
    haircuts = Collections.unmodifiableSortedMap(new TreeMap<>(haircuts));
    factors = Collections.unmodifiableSortedMap(new TreeMap<>(factors));
  }

  /// Returns the shock that takes a part of the price of each tier.
  ///
  /// @throws IllegalArgumentException if a haircut is outside 0 to 1
  public static Shock haircut(BigDecimal liquid, BigDecimal lessLiquid, BigDecimal illiquid) {
    SortedMap<Asset.Tier, BigDecimal> haircuts = new TreeMap<>();
    haircuts.put(Asset.Tier.LIQUID, liquid);
    haircuts.put(Asset.Tier.LESS_LIQUID, lessLiquid);
    haircuts.put(Asset.Tier.ILLIQUID, illiquid);
    return new Shock(haircuts, new TreeMap<>());
  }

  /// Returns the shock that multiplies the price of one asset.
  ///
  /// @throws IllegalArgumentException if `factor` is negative
  public static Shock price(String asset, BigDecimal factor) {
    return new Shock(new TreeMap<>(), new TreeMap<>(Collections.singletonMap(asset, factor)));
  }

  /// Returns the shock after which the subject's own tokens are worth nothing in `book`.
  public static Shock withoutOwnTokens(Book book) {
    SortedMap<String, BigDecimal> factors = new TreeMap<>();
    OwnTokens.of(book).forEach(asset -> factors.put(asset, BigDecimal.ZERO));
    return new Shock(new TreeMap<>(), factors);
  }

  /// Returns `book` at the prices after this shock, with a note that says what was changed.
  public Book applyTo(Book book) {
    List<Asset> assets = book.assets().stream().map(asset -> applyTo(asset, book)).toList();
    List<String> notes = new ArrayList<>(book.notes());
    haircuts.forEach((tier, haircut) -> {
      if (haircut.signum() > 0) {
        notes.add(
            "Prices of the tier "
                + Wording.tier(tier)
                + " are marked down by "
                + Wording.percent(haircut)
                + ".");
      }
    });
    factors.forEach((asset, factor) ->
        notes.add("The price of " + asset + " is multiplied by " + Wording.number(factor) + "."));
    return new Book(
        book.title(),
        book.asOf(),
        book.currency(),
        book.subject(),
        List.copyOf(notes),
        assets,
        book.parties(),
        book.accounts(),
        book.loans(),
        book.custody(),
        book.markets(),
        book.policies());
  }

  private Asset applyTo(Asset asset, Book book) {
    if (asset.id().equals(book.currency())) {
      return asset;
    }
    BigDecimal kept = BigDecimal.ONE.subtract(haircuts.getOrDefault(asset.tier(), BigDecimal.ZERO));
    BigDecimal factor = kept.multiply(factors.getOrDefault(asset.id(), BigDecimal.ONE));
    if (factor.compareTo(BigDecimal.ONE) == 0) {
      return asset;
    }
    Interval price = Bounds.scale(asset.price().value(), factor);
    return new Asset(
        asset.id(),
        asset.kind(),
        asset.issuer(),
        asset.tier(),
        new Figure(price, asset.price().source()),
        asset.weights());
  }
}
