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
/// A haircut is what a sale would lose. It lowers the price wherever it is used, for what the
/// subject holds, for collateral, and for claims that are met with the very asset. It is not taken
/// from an asset that the subject is short of and must still buy, since that would make a hole look
/// smaller; where a range leaves open whether it is short, both prices remain possible. A factor
/// changes the price of its asset whoever owns it. The book's own currency is the measure and keeps
/// its price.
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
    SortedMap<String, Interval> net = Positions.net(book);
    List<Asset> assets =
        book.assets().stream()
            .map(asset ->
                asset.id().equals(book.currency())
                    ? asset
                    : repriced(asset, net.getOrDefault(asset.id(), Interval.ZERO)))
            .toList();
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
    return book.withNotes(notes).withAssets(assets);
  }

  private Asset repriced(Asset asset, Interval net) {
    Interval factor =
        Bounds.scale(kept(asset, net), factors.getOrDefault(asset.id(), BigDecimal.ONE));
    Interval price = asset.price().value().positivePart().times(factor);
    return asset.withPrice(new Figure(price, asset.price().source()));
  }

  private Interval kept(Asset asset, Interval net) {
    BigDecimal kept = BigDecimal.ONE.subtract(haircuts.getOrDefault(asset.tier(), BigDecimal.ZERO));
    return switch (Answer.isNegative(net)) {
      case YES -> Interval.exactly(BigDecimal.ONE);
      case NO -> Interval.exactly(kept);
      case UNKNOWN -> Interval.between(kept, BigDecimal.ONE);
    };
  }
}
