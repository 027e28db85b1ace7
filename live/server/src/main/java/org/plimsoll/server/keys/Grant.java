package org.plimsoll.server.keys;

import java.util.Collections;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;

/// What a key may.
///
/// @param owner the number of the owner's main account, from 0
/// @param boundTo the only account that the key may act on: one of the owner's subaccounts, or the
///   main account itself; empty for all of them
/// @param scopes at least one, in the order of [Scope]
public record Grant(int owner, OptionalInt boundTo, Set<Scope> scopes) {
  /// Checks and copies.
  ///
  /// @throws IllegalArgumentException if there is no scope or an account number is negative
  public Grant {
    if (scopes.isEmpty()) {
      throw new IllegalArgumentException("a key without a scope is of no use");
    }
    if (owner < 0 || boundTo.orElse(0) < 0) {
      throw new IllegalArgumentException("account numbers count from 0");
    }
    scopes = Collections.unmodifiableSet(EnumSet.copyOf(scopes));
  }

  /// Returns a grant over the main account and every subaccount of an owner.
  public static Grant toAll(int owner, Set<Scope> scopes) {
    return new Grant(owner, OptionalInt.empty(), scopes);
  }

  /// Returns a grant over one account of an owner's.
  public static Grant bound(int owner, int account, Set<Scope> scopes) {
    return new Grant(owner, OptionalInt.of(account), scopes);
  }
}
