package org.plimsoll.server.v1;

import java.util.Optional;
import org.plimsoll.server.http.Call;
import org.plimsoll.server.keys.Principal;
import org.plimsoll.server.keys.Scope;

/// One call of the native dialect.
///
/// @param method in capitals
/// @param path behind `/v1/`
/// @param scope what a key must be for; anybody may call where it is empty
record Route(String method, String path, Optional<Scope> scope, Handler handler) {
  /// Answers a call with a tree of maps, lists, texts, numbers and flags.
  @FunctionalInterface
  interface Handler {
    Object answer(Ask ask);
  }

  /// A call that is let in.
  ///
  /// @param signer who has signed it; empty if nobody has
  record Ask(Call call, Optional<Principal> signer) {
    /// Returns the account that a signed call is about.
    int account() {
      return signer.orElseThrow().account();
    }
  }

  /// Returns one that anybody may call.
  static Route of(String method, String path, Handler handler) {
    return new Route(method, path, Optional.empty(), handler);
  }

  /// Returns one that needs a key.
  static Route keyed(String method, String path, Scope scope, Handler handler) {
    return new Route(method, path, Optional.of(scope), handler);
  }
}
