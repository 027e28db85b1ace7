package org.plimsoll.solvency.policy;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plimsoll.solvency.assess.OwnTokens;
import org.plimsoll.solvency.book.Account;
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
  private static final CollateralWeights NOTHING =
      new CollateralWeights(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  /// Takes a copy.
  public Policy {
    weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
  }

  /// Returns the rules of `book` itself.
  public static Policy of(Book book) {
    return new Policy("as it is", "", book.policies(), new TreeMap<>());
  }

  /// Returns `book` with these rules and everything else as it is: nothing that was lent is taken
  /// back ([Lending] does that). Where exemptions do not count the accounts have none, and where
  /// own tokens do not count their weights are 0, so that every model sees the same rules.
  public Book applyTo(Book book) {
    SortedSet<String> excluded =
        policies.ownTokens() == Policies.OwnTokens.EXCLUDED ? OwnTokens.of(book) : new TreeSet<>();
    List<Asset> assets =
        book.assets().stream()
            .map(asset ->
                excluded.contains(asset.id())
                    ? weighted(asset, NOTHING)
                    : weighted(asset, weights.get(asset.id())))
            .toList();
    Book ruled = book.withAssets(assets).withPolicies(policies);
    return policies.exemptions() == Policies.Exemptions.HONORED
        ? ruled
        : ruled.withAccounts(book.accounts().stream().map(Policy::bound).toList());
  }

  private static Asset weighted(Asset asset, @Nullable CollateralWeights other) {
    return other == null ? asset : asset.withWeights(other);
  }

  private static Account bound(Account account) {
    return new Account(
        account.id(),
        account.owner(),
        account.segregated(),
        List.of(),
        account.balances(),
        account.positions());
  }
}
