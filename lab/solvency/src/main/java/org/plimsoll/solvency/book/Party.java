package org.plimsoll.solvency.book;

import java.math.BigDecimal;
import java.util.List;

/// Somebody who owns or owes.
///
/// @param id a short name, unique in the book
/// @param kind the part it plays
/// @param relatedTo ids of parties that stand or fall with it
/// @param owners who owns it, with shares that sum to at most 1
public record Party(String id, Kind kind, List<String> relatedTo, List<Ownership> owners) {
  public Party {
    relatedTo = List.copyOf(relatedTo);
    owners = List.copyOf(owners);
  }

  /// The part that a party plays.
  public enum Kind {
    VENUE,
    AFFILIATE,
    FUND,
    CUSTOMER,
    LENDER,
    ISSUER,
    OTHER
  }

  /// A share in a party.
  ///
  /// @param owner the id of the owning party
  /// @param share the part owned, 0 to 1
  public record Ownership(String owner, Figure share) {
    public Ownership {
      Interval part = share.asQuantity().value().atMost(BigDecimal.ONE);
      share = new Figure(part, share.source());
    }
  }
}
