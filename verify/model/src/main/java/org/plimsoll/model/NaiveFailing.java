package org.plimsoll.model;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plimsoll.protocol.LiquidationCommand.PledgeBackstop;
import org.plimsoll.protocol.LiquidationProfile;
import org.plimsoll.units.MarginStage;

/// What the slow twin remembers of accounts that fail, of those who stand in for them, and of what
/// was traded, earned and taken over, each time it happened.
final class NaiveFailing {
  private static final long MINUTE = 60_000_000_000L;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final int DAYS = 30;
  private static final BigInteger DAY_MAX = BigInteger.TWO.pow(58);

  /// The accounts in liquidation, with the stage that was told last.
  final SortedMap<Integer, MarginStage> stages = new TreeMap<>();

  final SortedMap<Integer, PledgeBackstop> pledges = new TreeMap<>();

  /// The accounts of which an exemption was told since they were last healthy.
  final SortedSet<Integer> spared = new TreeSet<>();

  LiquidationProfile profile = LiquidationProfile.OFF;
  long entropy;
  private final List<Happened> traded = new ArrayList<>();
  private final List<Happened> earned = new ArrayList<>();
  private final List<Happened> takenOver = new ArrayList<>();

  /// An amount, of an asset or account.
  private record Happened(long time, int whose, BigInteger amount) {}

  MarginStage stage(int account) {
    return stages.getOrDefault(account, MarginStage.HEALTHY);
  }

  void trade(long clock, int base, BigInteger amount) {
    traded.add(new Happened(clock, base, amount));
  }

  /// Notes what futures have paid an account as money, negative for what it has paid.
  void earn(long clock, int account, BigInteger amount) {
    earned.add(new Happened(clock, account, amount));
  }

  void takeOver(long clock, int account, BigInteger notional) {
    takenOver.add(new Happened(clock, account, notional));
  }

  /// Returns the volume of an average day, over the whole days before this one.
  BigInteger dailyVolume(int base, long clock) {
    BigInteger volume = BigInteger.ZERO;
    for (long daysAgo = 1; daysAgo <= DAYS; daysAgo++) {
      volume = volume.add(sum(traded, base, clock - daysAgo * DAY, DAY).min(DAY_MAX));
    }
    return volume.divide(BigInteger.valueOf(DAYS));
  }

  BigInteger earnedToday(int account, long clock) {
    return sum(earned, account, clock, DAY);
  }

  boolean hasPledged(int account) {
    return pledges.containsKey(account) && pledges.get(account).perHour() > 0;
  }

  /// Returns how much more notional an account has pledged to take over now.
  BigInteger capacity(int account, long clock) {
    PledgeBackstop pledge = pledges.getOrDefault(account, new PledgeBackstop(account, 0, 0));
    BigInteger minute = BigInteger.valueOf(pledge.perMinute());
    BigInteger hour = BigInteger.valueOf(pledge.perHour());
    return minute
        .subtract(sum(takenOver, account, clock, MINUTE))
        .min(hour.subtract(sum(takenOver, account, clock, HOUR)))
        .max(BigInteger.ZERO);
  }

  /// Returns the providers that may take over from an account, by number.
  List<Integer> providers(int from, long clock) {
    return pledges.keySet().stream()
        .filter(account -> account != from && !stages.containsKey(account))
        .filter(account -> capacity(account, clock).signum() > 0)
        .toList();
  }

  private static BigInteger sum(List<Happened> all, int whose, long clock, long period) {
    return all.stream()
        .filter(h -> h.whose() == whose && h.time() / period == Math.floorDiv(clock, period))
        .map(Happened::amount)
        .reduce(BigInteger.ZERO, BigInteger::add);
  }
}
