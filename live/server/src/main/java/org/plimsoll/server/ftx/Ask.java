package org.plimsoll.server.ftx;

import java.util.Optional;
import java.util.SortedMap;
import org.plimsoll.server.keys.Principal;

/// What a call asks for.
///
/// @param names of the path's steps, without escapes
/// @param signer who has signed it; nobody where no key is needed
record Ask(SortedMap<String, String> names, Parameters parameters, Optional<Principal> signer) {
  /// Returns the step of the path that a name in the route stands for.
  String name(String name) {
    String step = names.get(name);
    if (step == null) {
      throw new IllegalArgumentException("the route has no {" + name + "}");
    }
    return step;
  }

  /// Returns who has signed it.
  Principal principal() {
    return signer.orElseThrow();
  }

  /// Returns the number of the account that it is about.
  int account() {
    return principal().account();
  }
}
