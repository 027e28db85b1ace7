package org.plimsoll.server.keys;

import java.util.Set;

/// Who sent a request, and for which account.
///
/// @param keyId the number of the key
/// @param owner the number of the owner's main account
/// @param account the number of the account acted on: the main account or one of its subaccounts
/// @param scopes what the key may be used for
public record Principal(int keyId, int owner, int account, Set<Scope> scopes) {
  /// Returns whether the key has a scope.
  public boolean may(Scope scope) {
    return scopes.contains(scope);
  }
}
