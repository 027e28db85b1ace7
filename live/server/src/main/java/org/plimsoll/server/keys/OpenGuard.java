package org.plimsoll.server.keys;

import java.util.Optional;
import java.util.function.LongSupplier;
import org.plimsoll.server.keys.Verdict.Denied;

/// Lets everybody in, as often as may be, where nobody has a key.
///
/// @param nanoTime a clock that never goes back, for limits
public record OpenGuard(RateLimits limits, LongSupplier nanoTime) implements Guard {
  @Override
  public Optional<Denied> admit(String address) {
    return limits.fromAddress(address, nanoTime.getAsLong());
  }

  @Override
  public Verdict judge(Credentials given, String method, String target, byte[] body, Scope needed) {
    return Denial.INVALID_API_KEY.denied();
  }
}
