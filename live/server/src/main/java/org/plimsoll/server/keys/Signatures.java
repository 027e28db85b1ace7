package org.plimsoll.server.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.plimsoll.server.keys.Verdict.Allowed;
import org.plimsoll.server.keys.Verdict.Denied;

/// Says who has sent a request, and whether they may.
///
/// How long an answer takes tells nothing about keys and secrets: an unknown key costs the same
/// work as a known one, and signatures are compared in constant time.
///
/// Any thread may call it.
public final class Signatures {
  /// How far a timestamp may be from the venue's clock, in milliseconds.
  public static final long WINDOW_MS = 30_000;

  private static final Pattern TIMESTAMP = Pattern.compile("[0-9]{1,15}");
  private static final String LOGIN = "websocket_login";
  private static final byte[] NOTHING = new byte[0];

  private final ApiKeys keys;
  private final Subaccounts subaccounts;
  private final LongSupplier clockMs;
  private final long windowMs;
  private final Replays replays;

  /// Starts to take requests. What is stamped before now and would change anything is not taken,
  /// since nobody knows whether it was taken before the start.
  ///
  /// @param clockMs milliseconds since 1970
  public Signatures(ApiKeys keys, Subaccounts subaccounts, LongSupplier clockMs) {
    this(keys, subaccounts, clockMs, WINDOW_MS, Replays.STAMPS_MAX);
  }

  Signatures(
      ApiKeys keys, Subaccounts subaccounts, LongSupplier clockMs, long windowMs, int stampsMax) {
    this.keys = keys;
    this.subaccounts = subaccounts;
    this.clockMs = clockMs;
    this.windowMs = windowMs;
    this.replays = new Replays(windowMs, stampsMax, clockMs.getAsLong());
  }

  /// Judges a REST request.
  ///
  /// A DELETE is good with a signature over its body or over none, since one of the two common
  /// clients does not sign it. All but GET and HEAD are taken once only.
  ///
  /// @param method in upper case
  /// @param target path and query as they were sent, not decoded
  /// @param body as it was sent, of no bytes if there is none
  /// @param needed the scope that the request needs
  public Verdict rest(Credentials given, String method, String target, byte[] body, Scope needed) {
    if (!given.areComplete()) {
      return Denial.NOT_LOGGED_IN.denied();
    }
    byte[] head = (given.timestamp() + method + target).getBytes(UTF_8);
    Signer signer = signer(given.key());
    boolean isSigned = signer.hasSigned(given.signature(), head, body);
    if (method.equals("DELETE")) {
      isSigned |= signer.hasSigned(given.signature(), head, NOTHING);
    }
    boolean isOnce = !method.equals("GET") && !method.equals("HEAD");
    Verdict verdict = verdict(signer, isSigned, isOnce, given, subaccount(given));
    boolean lacks = verdict instanceof Allowed allowed && !allowed.principal().may(needed);
    return lacks ? Denial.lacking(needed).denied() : verdict;
  }

  /// Judges the login of a WebSocket, which is taken once only. What the session may then do is for
  /// [Principal#may] to say, and [ApiKeys#isInUse] whether it still may.
  public Verdict login(Credentials given) {
    if (!given.areComplete()) {
      return Denial.NOT_LOGGED_IN.denied();
    }
    Signer signer = signer(given.key());
    byte[] signed = (given.timestamp() + LOGIN).getBytes(UTF_8);
    boolean isSigned = signer.hasSigned(given.signature(), signed, NOTHING);
    return verdict(signer, isSigned, true, given, given.subaccount());
  }

  /// Judges whether somebody who has logged in may still do something.
  ///
  /// @return why not; nothing if so
  Optional<Denied> still(Principal principal, Scope needed) {
    if (!keys.isInUse(principal.keyId())) {
      return Optional.of(Denial.INVALID_API_KEY.denied());
    }
    return principal.may(needed) ? Optional.empty() : Optional.of(Denial.lacking(needed).denied());
  }

  /// Lets something go on under a key until it is left or the key is revoked.
  void enter(Principal principal, Runnable end) {
    keys.enter(principal.keyId(), end);
  }

  void leave(Principal principal, Runnable end) {
    keys.leave(principal.keyId(), end);
  }

  /// Returns whether a key's grant reaches an account of its owner's.
  boolean mayActOn(Principal principal, int account) {
    return keys.reaches(principal.keyId(), account);
  }

  private Verdict verdict(
      Signer signer,
      boolean isSigned,
      boolean isOnce,
      Credentials given,
      Optional<String> subaccount) {
    if (signer.key.isRevoked()) {
      return Denial.INVALID_API_KEY.denied();
    }
    if (!isSigned) {
      return Denial.INVALID_SIGNATURE.denied();
    }
    long nowMs = clockMs.getAsLong();
    long timeMs = timeMs(given.timestamp());
    if (Math.abs(timeMs - nowMs) > windowMs) {
      return Denial.OUTSIDE_WINDOW.denied();
    }
    Optional<Denial> old =
        isOnce ? replays.note(signer.key.id(), timeMs, given.signature(), nowMs) : Optional.empty();
    return old.<Verdict>map(Denial::denied)
        .orElseGet(() -> onAccount(signer.key, subaccount.filter(name -> !name.isEmpty())));
  }

  private Verdict onAccount(StoredKey key, Optional<String> nickname) {
    Grant grant = key.grant();
    OptionalInt named =
        nickname.isEmpty()
            ? OptionalInt.of(grant.owner())
            : subaccounts.account(grant.owner(), nickname.get());
    if (grant.boundTo().isPresent() && !named.equals(grant.boundTo())) {
      int only = grant.boundTo().getAsInt();
      return only == grant.owner()
          ? Denial.NO_SUBACCOUNTS.denied()
          : Denial.ONE_SUBACCOUNT.denied(subaccounts.nickname(only));
    }
    if (named.isEmpty()) {
      return Denial.NO_SUCH_SUBACCOUNT.denied();
    }
    return new Allowed(new Principal(key.id(), grant.owner(), named.getAsInt(), grant.scopes()));
  }

  /// A name that is not well encoded is nobody's, and is passed on as it is.
  private static Optional<String> subaccount(Credentials given) {
    return given
        .subaccount()
        .map(name -> {
          try {
            return URLDecoder.decode(name, UTF_8);
          } catch (IllegalArgumentException e) {
            return name;
          }
        });
  }

  private static long timeMs(String timestamp) {
    return TIMESTAMP.matcher(timestamp).matches() ? Long.parseLong(timestamp) : Long.MAX_VALUE / 2;
  }

  private Signer signer(String key) {
    StoredKey stored = keys.stored(key).orElseGet(() -> StoredKey.unknown(key));
    return new Signer(stored, keys.secretOf(stored).getBytes(US_ASCII));
  }

  private static final class Signer {
    private final StoredKey key;
    private final byte[] secret;

    Signer(StoredKey key, byte[] secret) {
      this.key = key;
      this.secret = secret;
    }

    boolean hasSigned(String signature, byte[] head, byte[] body) {
      String expected = HexFormat.of().formatHex(Hmac.sha256(secret, head, body));
      return MessageDigest.isEqual(expected.getBytes(US_ASCII), signature.getBytes(UTF_8));
    }
  }
}
