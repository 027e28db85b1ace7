package org.plimsoll.cluster;

/// Takes what is to be told to the session whose message is being decided.
@FunctionalInterface
interface Replies {
  /// Tells it, if it still listens: what it misses it asks for again.
  void tell(Egress message);
}
