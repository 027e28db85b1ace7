package org.plimsoll.solvency.policy;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.CollateralWeights;
import org.plimsoll.solvency.book.Policies;

/// Rules under which a book may be looked at.
///
/// @param name a short name, such as that of its file
/// @param title one line that says what the policy is; may be empty
/// @param policies the rules
/// @param weights by asset, where they differ from those of the book
public record Policy(
    String name, String title, Policies policies, SortedMap<String, CollateralWeights> weights) {
  /// Takes a copy.
  public Policy {
    weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
  }

  /// Returns the rules of `book` itself.
  public static Policy of(Book book) {
    return new Policy("as it is", "", book.policies(), new TreeMap<>());
  }

  /// Returns `book` with these rules and everything else as it is: nothing that was lent is taken
  /// back ([Lending] does that).
  public Book applyTo(Book book) {
    List<Asset> assets = book.assets().stream().map(this::reweighted).toList();
    return book.withAssets(assets).withPolicies(policies);
  }

  private Asset reweighted(Asset asset) {
    CollateralWeights other = weights.get(asset.id());
    return other == null
        ? asset
        : new Asset(
            asset.id(),
            asset.kind(),
            asset.issuer(),
            asset.tier(),
            asset.price(),
            Optional.of(other));
  }
}
