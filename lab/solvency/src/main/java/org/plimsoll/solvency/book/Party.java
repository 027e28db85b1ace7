package org.plimsoll.solvency.book;

import java.util.List;

/// Somebody who owns or owes.
///
/// @param id a short name, unique in the book
/// @param kind the part it plays
/// @param relatedTo ids of parties that stand or fall with it
/// @param owners who owns it, with shares that sum to at most 1
/// @param defaultProbability the chance that it fails within a year, 0 to 1
public record Party(
    String id,
    Kind kind,
    List<String> relatedTo,
    List<Ownership> owners,
    Figure defaultProbability) {
  public Party {
    relatedTo = List.copyOf(relatedTo);
    owners = List.copyOf(owners);
    defaultProbability = defaultProbability.asShare();
  }

  /// Returns a party of whose chance to fail nothing is told.
  public Party(String id, Kind kind, List<String> relatedTo, List<Ownership> owners) {
    this(id, kind, relatedTo, owners, Figure.of(Interval.UNKNOWN));
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
      share = share.asShare();
    }
  }
}
