package org.plimsoll.server.keys;

import org.plimsoll.server.keys.Verdict.Denied;

/// Why a request is denied, with the texts and statuses that client libraries match on.
public enum Denial {
  /// It names no key, or has no timestamp or signature.
  NOT_LOGGED_IN(401, "Not logged in"),
  /// No such key, or it is revoked.
  INVALID_API_KEY(401, "Not logged in: Invalid API key"),
  /// It was signed with another secret, or is not what was signed.
  INVALID_SIGNATURE(401, "Not logged in: Invalid signature"),
  /// Its timestamp is no number, or too far from the venue's clock.
  OUTSIDE_WINDOW(401, "Not logged in: Timestamp too far from the time of the server"),
  /// A request with its timestamp and signature has been taken already.
  REPEATED(429, "Do not send more than 1 request with the same timestamp and signature"),
  /// It is so old that nobody remembers whether it has been taken already.
  FORGOTTEN(429, "Slow down"),
  /// The key is for the main account alone, and the request names a subaccount.
  NO_SUBACCOUNTS(403, "Not authorized for subaccount-specific access"),
  /// The key is for one subaccount, and the request names another account.
  ONE_SUBACCOUNT(403, "Only have permissions for subaccount *{}*"),
  /// The owner has no subaccount of that name.
  NO_SUCH_SUBACCOUNT(404, "No such subaccount"),
  /// The key lacks [Scope#READ].
  MAY_NOT_READ(403, "Not authorized to read"),
  /// The key lacks [Scope#TRADE].
  MAY_NOT_TRADE(403, "Not approved to trade this product"),
  /// The key lacks [Scope#WITHDRAW].
  MAY_NOT_WITHDRAW(403, "Not authorized to withdraw"),
  /// The key lacks [Scope#ADMIN].
  MAY_NOT_ADMINISTER(403, "Not authorized to administer"),
  /// The key has sent too many requests.
  TOO_MANY_OF_KEY(429, "Cannot send more than {} requests per minute"),
  /// Too many requests have come from the address.
  TOO_MANY_OF_ADDRESS(429, "Slow down"),
  /// The owner has sent too many orders on a market.
  TOO_MANY_ORDERS_ON_MARKET(429, "Do not send more than {} orders on this market per 200ms"),
  /// The owner has sent too many orders.
  TOO_MANY_ORDERS(429, "Do not send more than {} orders total per 200ms");

  private final int status;
  private final String text;

  Denial(int status, String text) {
    this.status = status;
    this.text = text;
  }

  /// The status of the HTTP answer.
  public int status() {
    return status;
  }

  Denied denied() {
    return new Denied(this, text);
  }

  /// @param name what the text is about
  Denied denied(String name) {
    return new Denied(this, text.replace("{}", name));
  }

  static Denial lacking(Scope scope) {
    return switch (scope) {
      case READ -> MAY_NOT_READ;
      case TRADE -> MAY_NOT_TRADE;
      case WITHDRAW -> MAY_NOT_WITHDRAW;
      case ADMIN -> MAY_NOT_ADMINISTER;
    };
  }
}
