package org.plimsoll.venue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.plimsoll.margin.FeeSchedule;
import org.plimsoll.protocol.TokenEvent.FeesFixed;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// What every owner has traded in the last 30 days, and what he pays for trading until the next day
/// (docs/reference/fees.md). Only the rows of owners are used: what a subaccount trades counts for
/// the account that owns it.
///
/// Volumes are a ring of days. The day that counts is the one that the last roll began, so what
/// trades between midnight and the roll still belongs to the day before.
final class FeeTable {
  /// The most that a day counts of what an owner trades, in the smallest unit of account: more than
  /// the highest tier asks for in a month.
  static final long DAY_MAX = 100_000_000_000_000_000L;

  /// The most of the exchange token that counts for an owner, in its smallest unit.
  private static final long HELD_MAX = 4_000_000_000_000_000_000L;

  private static final int DAYS = 30;
  private static final int ROWS_AT_FIRST = 16;
  private static final int FIRST_TIER = 1;
  private static final int NOT_BEGUN = -1;

  private final AccountRows rows;
  private int accounts;
  private int rolled;
  private boolean isCounted;
  private long day = NOT_BEGUN;
  private long slotOf = NOT_BEGUN;
  private int slotOfDay = slot(NOT_BEGUN);
  private long nextDay;
  private long[] volumes = new long[ROWS_AT_FIRST * DAYS];
  private int[] tiers = new int[ROWS_AT_FIRST];
  private long[] discountsE9 = new long[ROWS_AT_FIRST];
  private long[] rebatesE9 = new long[ROWS_AT_FIRST];
  private long[] held = new long[ROWS_AT_FIRST];

  FeeTable(AccountRows rows) {
    this.rows = rows;
  }

  void openAccount() {
    if (accounts == tiers.length) {
      int capacity = accounts * 2;
      volumes = Arrays.copyOf(volumes, capacity * DAYS);
      tiers = Arrays.copyOf(tiers, capacity);
      discountsE9 = Arrays.copyOf(discountsE9, capacity);
      rebatesE9 = Arrays.copyOf(rebatesE9, capacity);
      held = Arrays.copyOf(held, capacity);
    }
    tiers[accounts] = FIRST_TIER;
    charge(
        accounts, FeeSchedule.makerE9(FIRST_TIER, 0, 0, 0, 0), FeeSchedule.takerE9(FIRST_TIER, 0));
    accounts++;
  }

  /// Counts what an owner has traded.
  void count(int owner, long notional) {
    int cell = owner * DAYS + slotOfDay();
    volumes[cell] = Math.min(DAY_MAX, volumes[cell] + notional);
  }

  /// Returns whether there is a day that counts.
  boolean hasBegun() {
    return day >= 0;
  }

  /// Lets the first day count.
  void begin(long number) {
    day = number;
  }

  /// Begins a roll to another day, unless one is under way, which then goes on to its own.
  void beginRoll(long number) {
    if (rolled == 0 && !isCounted) {
      nextDay = number;
    }
  }

  /// Returns the number of the account that the roll has reached in its first or second round.
  int rolled() {
    return rolled;
  }

  /// Returns whether the first round is over, in which the tokens of each owner are counted.
  boolean isCounted() {
    return isCounted;
  }

  /// Counts what an account has of the exchange token for its owner, and goes on to the next one.
  /// An owner's number is the least of his accounts, so his count begins anew.
  ///
  /// @param amount negative where the account owes it
  void holdNext(int owner, long amount) {
    long before = owner == rolled ? 0 : held[owner];
    held[owner] = Math.clamp(before + amount, -HELD_MAX, HELD_MAX);
    rolled++;
  }

  /// Returns what an owner has of the exchange token, less what he owes of it.
  long held(int owner) {
    return held[owner];
  }

  /// Takes the days out of the ring of the account reached that have passed meanwhile, and goes on
  /// to the next account.
  ///
  /// @return the volume of the 30 days before the one that begins
  long rollNext() {
    int first = rolled++ * DAYS;
    for (long passed = Math.max(day + 1, nextDay - DAYS); passed < nextDay; passed++) {
      volumes[first + slot(passed)] = 0;
    }
    long volume = 0;
    for (int cell = first; cell < first + DAYS; cell++) {
      volume += volumes[cell];
    }
    volumes[first + slot(nextDay)] = 0;
    return volume;
  }

  /// Ends a round: after the first the second begins, and after the second the day.
  void endRound() {
    rolled = 0;
    day = isCounted ? nextDay : day;
    isCounted = !isCounted;
  }

  void grantRebate(int owner, long rebateE9) {
    rebatesE9[owner] = rebateE9;
  }

  /// Fixes an owner's fees.
  ///
  /// @param tier of his volume, 1 to 6
  /// @param discountE9 what the exchange tokens that he holds take off
  /// @param staked exchange tokens in their smallest unit
  /// @param decimals of the exchange token
  /// @return whether anything has changed
  boolean fixes(int owner, int tier, long discountE9, long staked, int decimals) {
    FeesFixed before = fees(owner);
    tiers[owner] = tier;
    discountsE9[owner] = discountE9;
    charge(
        owner,
        FeeSchedule.makerE9(tier, discountE9, staked, decimals, rebatesE9[owner]),
        FeeSchedule.takerE9(tier, discountE9));
    return !fees(owner).equals(before);
  }

  /// Returns what an owner pays.
  FeesFixed fees(int owner) {
    return new FeesFixed(owner, tiers[owner], discountsE9[owner], makerE9(owner), takerE9(owner));
  }

  /// Returns what those owners pay who no longer pay what everybody pays at first.
  List<FeesFixed> changed() {
    return IntStream.range(0, accounts)
        .mapToObj(this::fees)
        .filter(fees -> !fees.equals(firstFees(fees.account())))
        .toList();
  }

  /// Returns what an owner pays at first.
  static FeesFixed firstFees(int owner) {
    return new FeesFixed(
        owner,
        FIRST_TIER,
        0,
        FeeSchedule.makerE9(FIRST_TIER, 0, 0, 0, 0),
        FeeSchedule.takerE9(FIRST_TIER, 0));
  }

  int tier(int owner) {
    return tiers[owner];
  }

  long discountE9(int owner) {
    return discountsE9[owner];
  }

  long makerE9(int owner) {
    return rows.get(owner, AccountRows.MAKER_FEE);
  }

  long takerE9(int owner) {
    return rows.get(owner, AccountRows.TAKER_FEE);
  }

  void writeTo(StateSink sink) {
    sink.add(day).add(rolled).add(isCounted ? 1 : 0).add(nextDay);
    for (int account = 0; account < accounts; account++) {
      sink.add(tiers[account]).add(discountsE9[account]).add(rebatesE9[account]);
      sink.add(held[account]);
      sink.add(makerE9(account)).add(takerE9(account));
    }
    sink.addSparse(volumes, accounts * DAYS);
  }

  void readFrom(StateSource source) {
    day = source.within(NOT_BEGUN, Long.MAX_VALUE);
    rolled = source.within(0, accounts);
    isCounted = source.flag();
    nextDay = source.number();
    for (int account = 0; account < accounts; account++) {
      tiers[account] = source.within(FIRST_TIER, FeeSchedule.TIERS);
      discountsE9[account] = source.number();
      rebatesE9[account] = source.number();
      held[account] = source.within(-HELD_MAX, HELD_MAX);
      charge(account, source.number(), source.number());
    }
    source.sparse(volumes, accounts * DAYS);
  }

  private void charge(int owner, long makerE9, long takerE9) {
    rows.set(owner, AccountRows.MAKER_FEE, makerE9);
    rows.set(owner, AccountRows.TAKER_FEE, takerE9);
  }

  /// Every trade asks for it, so the division is done once a day.
  private int slotOfDay() {
    if (slotOf != day) {
      slotOf = day;
      slotOfDay = slot(day);
    }
    return slotOfDay;
  }

  private static int slot(long number) {
    return (int) Math.floorMod(number, (long) DAYS);
  }
}
