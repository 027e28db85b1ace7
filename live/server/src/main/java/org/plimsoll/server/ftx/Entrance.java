package org.plimsoll.server.ftx;

import org.plimsoll.server.http.Call;
import org.plimsoll.server.keys.Credentials;
import org.plimsoll.server.keys.Gate;
import org.plimsoll.server.keys.Principal;
import org.plimsoll.server.keys.Scope;
import org.plimsoll.server.keys.Verdict;
import org.plimsoll.server.keys.Verdict.Denied;

/// Lets calls in, or says why not in the words of this dialect.
final class Entrance {
  private final Gate gate;

  Entrance(Gate gate) {
    this.gate = gate;
  }

  /// Counts a call by where it comes from.
  void admit(Call call) {
    gate.admit(call.address()).ifPresent(Entrance::deny);
  }

  /// Returns who has signed a call.
  Principal principal(Call call, Scope needed) {
    Credentials given = Credentials.of(call::header);
    return switch (gate.judge(given, call.method(), call.target(), call.body(), needed)) {
      case Verdict.Allowed(Principal principal) -> principal;
      case Denied denied -> throw error(denied);
    };
  }

  /// Counts an order that is placed or modified.
  void admitOrder(Principal principal, int market) {
    gate.admitOrder(principal, market).ifPresent(Entrance::deny);
  }

  private static void deny(Denied denied) {
    throw error(denied);
  }

  private static FtxError error(Denied denied) {
    return new FtxError(denied.status(), denied.text());
  }
}
