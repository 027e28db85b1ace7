package org.plimsoll.solvency.assess;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Position;

/// What each asset of a book is worth, and the values that follow from it.
public final class Prices {
  private final SortedMap<String, Interval> byAsset;

  /// Takes the given prices, none of which can be negative.
  public Prices(SortedMap<String, Interval> byAsset) {
    this.byAsset = new TreeMap<>(byAsset);
  }

  /// Takes the prices that stand in `book`; none is ever negative.
  public Prices(Book book) {
    byAsset = new TreeMap<>();
    for (Asset asset : book.assets()) {
      byAsset.put(asset.id(), asset.price().value().positivePart());
    }
  }

  /// Returns the price of an asset that the book names.
  ///
  /// @throws IllegalArgumentException if the book does not name it
  public Interval of(String asset) {
    Interval price = byAsset.get(asset);
    if (price == null) {
      throw new IllegalArgumentException("the book has no asset " + asset);
    }
    return price;
  }

  /// Returns what a quantity of an asset is worth.
  public Interval value(String asset, Interval quantity) {
    return quantity.times(of(asset));
  }

  /// Returns what a basket of assets is worth.
  public Interval value(SortedMap<String, Figure> basket) {
    Interval total = Interval.ZERO;
    for (Map.Entry<String, Figure> entry : basket.entrySet()) {
      total = total.plus(value(entry.getKey(), entry.getValue().value()));
    }
    return total;
  }

  /// Returns the account's net value: what the subject owes its owner, or, below zero, the reverse.
  public Interval netValue(Account account) {
    Interval net = value(account.units());
    for (Position position : account.positions()) {
      net = net.minus(position.cost());
    }
    return net;
  }

  /// Returns what a position has earned since it was opened or last settled; below zero, what it
  /// has lost.
  public Interval result(Position position) {
    return value(position.asset(), position.size().value()).minus(position.cost());
  }

  /// Returns what is owed to and by the owner of an account in each asset if positions are closed
  /// at these prices.
  ///
  /// @param currency of the book, in which they are settled
  public SortedMap<String, Figure> settled(Account account, String currency) {
    if (account.positions().isEmpty()) {
      return account.balances();
    }
    SortedMap<String, Figure> settled = new TreeMap<>(account.balances());
    for (Position position : account.positions()) {
      Figure result = new Figure(result(position), position.size().source());
      settled.merge(currency, result, Figure::plus);
    }
    return settled;
  }
}
