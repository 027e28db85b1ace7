package org.plimsoll.venue;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.protocol.Privilege;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Which account has which privilege, by privilege and then by account.
final class Privileges {
  private final List<SortedMap<Integer, HeldPrivilege>> held = new ArrayList<>();

  Privileges() {
    for (Privilege _ : Privilege.values()) {
      held.add(new TreeMap<>());
    }
  }

  boolean has(int account, Privilege privilege) {
    return of(privilege).containsKey(account);
  }

  /// Returns the credit line of an account, 0 where it has none.
  long creditLine(int account) {
    HeldPrivilege line = of(Privilege.ALLOW_NEGATIVE).get(account);
    return line == null ? 0 : line.amount();
  }

  void grant(int account, Privilege privilege, long amount) {
    of(privilege)
        .compute(
            account,
            (_, before) ->
                before == null
                    ? new HeldPrivilege(account, privilege, amount, 0, 0)
                    : before.withAmount(amount));
  }

  void revoke(int account, Privilege privilege) {
    of(privilege).remove(account);
  }

  void use(int account, Privilege privilege, long amount) {
    of(privilege).computeIfPresent(account, (_, before) -> before.used(amount));
  }

  /// Returns every privilege that anybody has.
  List<HeldPrivilege> all() {
    return held.stream().flatMap(byAccount -> byAccount.values().stream()).toList();
  }

  void writeTo(StateSink sink) {
    for (SortedMap<Integer, HeldPrivilege> byAccount : held) {
      sink.add(byAccount.size());
      for (HeldPrivilege each : byAccount.values()) {
        sink.add(each.account()).add(each.amount()).add(each.uses()).add(each.largestUse());
      }
    }
  }

  void readFrom(StateSource source, int accounts) {
    for (Privilege privilege : Privilege.values()) {
      int count = source.count(accounts);
      for (int i = 0; i < count; i++) {
        int account = source.index(accounts);
        source.require(!has(account, privilege), "an account has a privilege once");
        long amount = source.within(0, Limits.CREDIT_LINE_MAX);
        long uses = source.within(0, Long.MAX_VALUE);
        long largestUse = source.within(0, Long.MAX_VALUE);
        of(privilege).put(account, new HeldPrivilege(account, privilege, amount, uses, largestUse));
      }
    }
  }

  private SortedMap<Integer, HeldPrivilege> of(Privilege privilege) {
    return held.get(privilege.ordinal());
  }
}
