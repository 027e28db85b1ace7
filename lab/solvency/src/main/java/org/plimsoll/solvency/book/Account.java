package org.plimsoll.solvency.book;

import java.util.List;
import java.util.SortedMap;

/// A customer's account with the subject of the book.
///
/// @param id unique in the book
/// @param owner the id of the party that owns it
/// @param segregated whether its assets are kept apart from those of others
/// @param exemptions rules of the venue that do not bind it
/// @param balances quantity by asset id: positive is owed to the owner, negative owed by the owner
public record Account(
    String id,
    String owner,
    boolean segregated,
    List<Exemption> exemptions,
    SortedMap<String, Figure> balances) {
  public Account {
    exemptions = List.copyOf(exemptions);
    balances = Balances.copyOf(balances);
  }

  /// A rule of the venue that does not bind an account.
  public enum Exemption {
    NO_LIQUIDATION,
    NEGATIVE_ALLOWED,
    NO_INTEREST,
    CREDIT_LINE
  }
}
