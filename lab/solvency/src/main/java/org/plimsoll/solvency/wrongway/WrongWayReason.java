package org.plimsoll.solvency.wrongway;

import java.util.Optional;
import java.util.SortedSet;

/// Why collateral and borrower may fall together.
///
/// Who issued the collateral is a fact of the book and is asked first: a token of the borrower's,
/// of an affiliate's or of the lending venue's own is wrong-way whatever its prices have done.
public sealed interface WrongWayReason {
  /// Nothing ties the issuer to the loan: prices alone may, at some correlation.
  record Statistical() implements WrongWayReason {}

  /// The borrower, or somebody related to him, issued the collateral.
  ///
  /// @param issuer the borrower's own id, or the relative's
  record IssuerRelated(String issuer) implements WrongWayReason {}

  /// The venue that holds the collateral issued it: it is worth nothing in the failure in which the
  /// venue would need it.
  record OwnToken() implements WrongWayReason {}

  /// Returns the reason, the gravest first.
  ///
  /// @param issuer of the collateral, where it has one
  /// @param related ids of who is related to the borrower
  static WrongWayReason of(
      Optional<String> issuer, String borrower, SortedSet<String> related, String venue) {
    if (issuer.isEmpty()) {
      return new Statistical();
    }
    String by = issuer.get();
    if (by.equals(venue)) {
      return new OwnToken();
    }
    return by.equals(borrower) || related.contains(by) ? new IssuerRelated(by) : new Statistical();
  }

  /// Returns the share of the collateral to take as lost in the default, before any correlation: 1
  /// for a tied issuer, 0 otherwise. A caller who knows of other assets behind a related issuer's
  /// token may take less.
  default double jump() {
    return switch (this) {
      case Statistical() -> 0;
      case IssuerRelated(_), OwnToken() -> 1;
    };
  }
}
