package org.plimsoll.venue;

import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.protocol.LiquidationCommand.PledgeBackstop;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// What backstop providers take over at most, and what of it they have taken in the minute and the
/// hour of the clock, by account.
final class BackstopPledges {
  private static final long NANOS_PER_MINUTE = 60_000_000_000L;
  private static final long NANOS_PER_HOUR = 60 * NANOS_PER_MINUTE;

  private final SortedMap<Integer, Pledge> pledges = new TreeMap<>();

  /// A pledge and its use, in the smallest unit of account; minutes and hours are counted from
  /// 1970.
  private record Pledge(
      long perMinute, long perHour, long minute, long inMinute, long hour, long inHour) {
    static final Pledge NONE = new Pledge(0, 0, 0, 0, 0, 0);

    Pledge at(long clockNs) {
      long now = clockNs / NANOS_PER_MINUTE;
      long nowHour = clockNs / NANOS_PER_HOUR;
      return new Pledge(
          perMinute,
          perHour,
          now,
          now == minute ? inMinute : 0,
          nowHour,
          nowHour == hour ? inHour : 0);
    }

    long left() {
      return Math.max(0, Math.min(perMinute - inMinute, perHour - inHour));
    }
  }

  void pledge(PledgeBackstop c) {
    Pledge before = of(c.account());
    pledges.put(
        c.account(),
        new Pledge(
            c.perMinute(),
            c.perHour(),
            before.minute,
            before.inMinute,
            before.hour,
            before.inHour));
  }

  /// Returns the accounts that ever pledged anything, by number.
  int[] providers() {
    return pledges.keySet().stream().mapToInt(Integer::intValue).toArray();
  }

  /// Returns whether an account has pledged anything that it has not taken back.
  boolean isPledged(int account) {
    return of(account).perHour > 0;
  }

  /// Returns how much more notional an account takes over now.
  long left(int account, long clockNs) {
    return of(account).at(clockNs).left();
  }

  void use(int account, long notional, long clockNs) {
    Pledge now = of(account).at(clockNs);
    pledges.put(
        account,
        new Pledge(
            now.perMinute,
            now.perHour,
            now.minute,
            now.inMinute + notional,
            now.hour,
            now.inHour + notional));
  }

  /// Returns what an account has pledged.
  PledgeBackstop pledge(int account) {
    return new PledgeBackstop(account, of(account).perMinute, of(account).perHour);
  }

  void writeTo(StateSink sink) {
    sink.add(pledges.size());
    pledges.forEach((account, p) ->
        sink.add(account)
            .add(p.perMinute)
            .add(p.perHour)
            .add(p.minute)
            .add(p.inMinute)
            .add(p.hour)
            .add(p.inHour));
  }

  void readFrom(StateSource source, int accounts) {
    int count = source.count(accounts);
    for (int i = 0; i < count; i++) {
      int account = source.index(accounts);
      Pledge pledge =
          new Pledge(
              source.within(0, Limits.VALUE_MAX),
              source.within(0, Limits.VALUE_MAX),
              source.number(),
              source.number(),
              source.number(),
              source.number());
      source.require(pledges.put(account, pledge) == null, "an account has one pledge");
    }
  }

  private Pledge of(int account) {
    return pledges.getOrDefault(account, Pledge.NONE);
  }
}
