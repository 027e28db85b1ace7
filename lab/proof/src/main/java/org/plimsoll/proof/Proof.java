package org.plimsoll.proof;

import java.math.BigInteger;
import java.util.List;

/// What one account gets, to check that it was counted.
///
/// @param commitment the digest of the commitment to which it belongs
/// @param leaf the account; its columns are what it is owed per asset, then what it owes
/// @param path from the leaf to the root
public record Proof(String commitment, Leaf leaf, InclusionPath path) {
  /// Checks that what the account is owed, and owes, is in the published totals, and that its debts
  /// have enough collateral.
  public Check check(Commitment published) {
    if (published.check() instanceof Check.Fails fails) {
      return fails;
    }
    if (!commitment.equals(published.digest())) {
      return new Check.Fails("the proof belongs to another commitment");
    }
    if (published.top().check(leaf, path) instanceof Check.Fails fails) {
      return fails;
    }
    List<BigInteger> balances = leaf.balances();
    int assets = published.assets().size();
    boolean isCovered =
        DebtCover.holds(
            published.terms(), balances.subList(0, assets), balances.subList(assets, 2 * assets));
    return isCovered
        ? new Check.Holds()
        : new Check.Fails("the account's collateral after haircuts is worth less than its debts");
  }

  /// Checks the proof as the owner of an account does, who knows the own id. Without that, a venue
  /// could show one leaf to two customers.
  public Check checkFor(String account, Commitment published) {
    return leaf.id().equals(account)
        ? check(published)
        : new Check.Fails("the proof is for " + leaf.id() + ", not for " + account);
  }
}
