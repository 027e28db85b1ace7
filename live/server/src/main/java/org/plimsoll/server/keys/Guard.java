package org.plimsoll.server.keys;

import java.util.Optional;
import org.plimsoll.server.keys.Verdict.Denied;

/// Lets calls in.
public interface Guard {
  /// Counts a request by where it comes from, before anything else is known of it.
  ///
  /// @return why it is too much; nothing if it is not
  Optional<Denied> admit(String address);

  /// Judges a request that somebody has signed.
  Verdict judge(Credentials given, String method, String target, byte[] body, Scope needed);
}
