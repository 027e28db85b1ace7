package org.plimsoll.solvency.book;

import java.io.Serializable;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A customer's account with the subject of the book.
///
/// @param id unique in the book
/// @param owner the id of the party that owns it
/// @param segregated whether its assets are kept apart from those of others
/// @param exemptions rules of the venue that do not bind it
/// @param balances quantity by asset id: positive is owed to the owner, negative owed by the owner
/// @param positions open ones, in the order of the file, at most one for each asset
public record Account(
    String id,
    String owner,
    boolean segregated,
    List<Exemption> exemptions,
    SortedMap<String, Figure> balances,
    List<Position> positions)
    implements Serializable {
  public Account {
    exemptions = List.copyOf(exemptions);
    balances = Balances.copyOf(balances);
    positions = List.copyOf(positions);
  }

  /// Returns an account without open positions.
  public Account(
      String id,
      String owner,
      boolean segregated,
      List<Exemption> exemptions,
      SortedMap<String, Figure> balances) {
    this(id, owner, segregated, exemptions, balances, List.of());
  }

  /// Returns the account with other positions.
  public Account withPositions(List<Position> changed) {
    return new Account(id, owner, segregated, exemptions, balances, changed);
  }

  /// Returns the account with its positions as the units that they stand for, bought or sold on
  /// credit: worth the same at every price.
  ///
  /// @param currency of the book, in which positions are settled
  public Account unfolded(String currency) {
    return positions.isEmpty()
        ? this
        : new Account(id, owner, segregated, exemptions, exposure(currency));
  }

  /// Returns the units on whose prices the account's value depends: its balances, and for each
  /// position the units bought and what they cost.
  ///
  /// What is owed in kind are the balances alone.
  ///
  /// @param currency of the book, in which positions are settled
  public SortedMap<String, Figure> exposure(String currency) {
    if (positions.isEmpty()) {
      return balances;
    }
    SortedMap<String, Figure> exposure = new TreeMap<>(units());
    for (Position position : positions) {
      Figure cost = new Figure(position.cost().negate(), position.entry().source());
      exposure.merge(currency, cost, Figure::plus);
    }
    return exposure;
  }

  /// Returns its balances and the units of its positions, which offset each other: a range of
  /// prices leaves nothing open where as much was sold forward as is owed.
  public SortedMap<String, Figure> units() {
    if (positions.isEmpty()) {
      return balances;
    }
    SortedMap<String, Figure> units = new TreeMap<>(balances);
    positions.forEach(open -> units.merge(open.asset(), open.size(), Figure::plus));
    return units;
  }

  /// A rule of the venue that does not bind an account.
  public enum Exemption {
    NO_LIQUIDATION,
    NEGATIVE_ALLOWED,
    NO_INTEREST,
    CREDIT_LINE
  }
}
