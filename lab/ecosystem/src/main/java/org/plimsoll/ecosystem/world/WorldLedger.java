package org.plimsoll.ecosystem.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.plimsoll.ecosystem.world.Instrument.Kind;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// The double-entry books of everything outside the venue's own: who has how much of what.
///
/// Holders are numbered from 0. Holder [#OUTSIDE] is the rest of the world, which issues whatever
/// there is and so may have less than nothing of it; each instrument therefore sums to zero over
/// all holders by construction. Nobody else has less than nothing of what is held. The places where
/// a venue keeps what customers left with it are holders too, one for each.
public final class WorldLedger {
  /// The rest of the world.
  public static final int OUTSIDE = 0;

  private static final int HOLDERS_AT_FIRST = 16;
  private static final int NAME_MAX = 1_000;

  private final List<Instrument> instruments;
  private final List<String> holders = new ArrayList<>();
  private final WorldListener listener;
  private long[] balances;

  /// Creates books in which nobody has anything.
  ///
  /// @param instruments by number; those of the venue's assets come first, with the same numbers
  /// @param listener told of every transfer
  public WorldLedger(List<Instrument> instruments, WorldListener listener) {
    this.instruments = List.copyOf(instruments);
    this.listener = listener;
    balances = new long[HOLDERS_AT_FIRST * instruments.size()];
    open("outside");
  }

  /// Opens the next holder and returns its number.
  public int open(String name) {
    holders.add(name);
    int needed = holders.size() * instruments.size();
    if (needed > balances.length) {
      balances = Arrays.copyOf(balances, needed * 2);
    }
    return holders.size() - 1;
  }

  /// Moves an amount from one holder to another.
  ///
  /// @param amount count of the smallest unit; 0 moves nothing and is not told
  /// @throws IllegalArgumentException if it is negative, or the giver does not have it: whoever
  ///   pays asks first
  public void transfer(WorldCause cause, int instrument, int from, int to, long amount) {
    if (amount == 0) {
      return;
    }
    if (amount < 0 || from == to || amount > available(from, instrument)) {
      throw new IllegalArgumentException(
          holders.get(from)
              + " cannot give "
              + holders.get(to)
              + " "
              + amount
              + " of "
              + instruments.get(instrument).code()
              + " for "
              + cause
              + ", having "
              + balance(from, instrument));
    }
    balances[place(from, instrument)] = Math.subtractExact(balance(from, instrument), amount);
    balances[place(to, instrument)] = Math.addExact(balance(to, instrument), amount);
    listener.onTransfer(cause, instrument, from, to, amount);
  }

  /// Returns how much of an instrument a holder can give.
  public long available(int holder, int instrument) {
    boolean isBounded = holder != OUTSIDE && instruments.get(instrument).kind() != Kind.OWED;
    return isBounded ? balance(holder, instrument) : Long.MAX_VALUE;
  }

  /// Returns the signed balance of a holder.
  public long balance(int holder, int instrument) {
    return balances[place(holder, instrument)];
  }

  /// Returns the sum of an instrument over all holders, which is zero.
  public long sum(int instrument) {
    long sum = 0;
    for (int holder = 0; holder < holders.size(); holder++) {
      sum += balance(holder, instrument);
    }
    return sum;
  }

  /// Returns the instruments by number.
  public List<Instrument> instruments() {
    return instruments;
  }

  /// Returns how many holders there are.
  public int holderCount() {
    return holders.size();
  }

  /// Returns the name of a holder.
  public String holder(int number) {
    return holders.get(number);
  }

  /// Returns the names of the holders by number.
  public List<String> holders() {
    return List.copyOf(holders);
  }

  /// Tells every holder and balance.
  public void writeTo(StateSink sink) {
    sink.add(holders.size());
    holders.forEach(sink::add);
    sink.addSparse(balances, holders.size() * instruments.size());
  }

  /// Takes over every balance that [#writeTo] told, and opens the holders that are missing; the
  /// listener hears nothing.
  ///
  /// @throws org.plimsoll.units.MalformedState if those that are there are others, or an instrument
  ///   does not sum to zero
  public void readFrom(StateSource source) {
    int count = source.count();
    source.require(holders.size() <= count, "no holder is missing");
    for (int holder = 0; holder < count; holder++) {
      String name = source.text(NAME_MAX);
      if (holder == holders.size()) {
        open(name);
      }
      source.require(holders.get(holder).equals(name), "the holders are the same");
    }
    Arrays.fill(balances, 0);
    source.sparse(balances, holders.size() * instruments.size());
    for (int instrument = 0; instrument < instruments.size(); instrument++) {
      source.require(sum(instrument) == 0, "every instrument sums to zero over all holders");
    }
  }

  private int place(int holder, int instrument) {
    return holder * instruments.size() + instrument;
  }
}
