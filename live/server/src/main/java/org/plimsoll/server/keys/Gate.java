package org.plimsoll.server.keys;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import org.plimsoll.server.keys.Verdict.Allowed;
import org.plimsoll.server.keys.Verdict.Denied;

/// Lets requests in: by who has signed them, and by how many there were.
public final class Gate implements Guard {
  private final Signatures signatures;
  private final RateLimits limits;
  private final LongSupplier nanoTime;

  /// Creates one.
  ///
  /// @param nanoTime a clock that never goes back, for limits
  public Gate(Signatures signatures, RateLimits limits, LongSupplier nanoTime) {
    this.signatures = signatures;
    this.limits = limits;
    this.nanoTime = nanoTime;
  }

  @Override
  public Optional<Denied> admit(String address) {
    return limits.fromAddress(address, nanoTime.getAsLong());
  }

  /// Judges a request, and counts it if its signature is good; see [Signatures#rest].
  @Override
  public Verdict judge(Credentials given, String method, String target, byte[] body, Scope needed) {
    Verdict verdict = signatures.rest(given, method, target, body, needed);
    return verdict instanceof Allowed(Principal principal)
        ? limits
            .byKey(principal.keyId(), nanoTime.getAsLong())
            .<Verdict>map(denied -> denied)
            .orElse(verdict)
        : verdict;
  }

  /// Judges the login of a WebSocket; see [Signatures#login].
  public Verdict login(Credentials given) {
    return signatures.login(given);
  }

  /// Lets a session go on until [#leave], or until its key is revoked.
  ///
  /// @param end ends it, at once if the key is revoked already
  public void enter(Principal principal, Runnable end) {
    signatures.enter(principal, end);
  }

  /// A session is over.
  public void leave(Principal principal, Runnable end) {
    signatures.leave(principal, end);
  }

  /// Judges what somebody wants who has logged in, and counts it.
  ///
  /// @return why it is denied; nothing if it is not
  public Optional<Denied> admit(Principal principal, Scope needed) {
    return signatures
        .still(principal, needed)
        .or(() -> limits.byKey(principal.keyId(), nanoTime.getAsLong()));
  }

  /// Returns whether a key may act on an account of its owner's: on all of them, or on the one that
  /// it is bound to.
  public boolean mayActOn(Principal principal, int account) {
    return signatures.mayActOn(principal, account);
  }

  /// Returns how many of its requests in a minute a key has used; nothing where there is no limit.
  public OptionalInt requestsOfKey(Principal principal) {
    return limits.usedByKey(principal.keyId(), nanoTime.getAsLong());
  }

  /// Returns how many of its requests in a minute an address has used; nothing where there is no
  /// limit.
  public OptionalInt requestsOfAddress(String address) {
    return limits.usedByAddress(address, nanoTime.getAsLong());
  }

  /// Counts an order that is placed or modified.
  ///
  /// @return why it is too much; nothing if it is not
  public Optional<Denied> admitOrder(Principal principal, int market) {
    return limits.order(principal.owner(), market, nanoTime.getAsLong());
  }
}
