package org.plimsoll.ledger;

import org.plimsoll.units.Invariant;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// The double-entry books of a venue: the only place where a balance changes.
///
/// A transfer takes an amount from one ledger account and gives it to another: two postings that
/// cancel, so every asset sums to zero over the chart by construction. What no balance may be is
/// checked where it would become it: a custody location can never hold less than nothing, nobody
/// can have asked for less than nothing, and no fund redeems more tokens than it has issued.
public final class Ledger {
  private final LedgerListener listener;
  private final BalanceTable customers;
  private final BalanceTable custody;
  private final BalanceTable venue;
  private final BalanceTable settlement;
  private final long[] owed;
  private final WideSums owedTo;
  private final BalanceTable pending;
  private final BalanceTable staked;
  private final BalanceTable issued;

  /// Creates empty books.
  ///
  /// @param assetsMax how many assets there can be, at least 1
  /// @param listener told of every transfer
  public Ledger(int assetsMax, LedgerListener listener) {
    this.listener = listener;
    this.customers = new BalanceTable(assetsMax);
    this.custody = new BalanceTable(assetsMax);
    this.venue = new BalanceTable(assetsMax);
    for (VenueAccount _ : VenueAccount.values()) {
      venue.addRow();
    }
    this.settlement = new BalanceTable(assetsMax);
    this.owed = new long[assetsMax];
    this.owedTo = new WideSums(assetsMax);
    this.pending = new BalanceTable(assetsMax);
    this.staked = new BalanceTable(assetsMax);
    this.issued = new BalanceTable(assetsMax);
    issued.addRow();
  }

  /// Opens the next customer account, with what it will ask for and stake beside it.
  public void openCustomer() {
    customers.addRow();
    pending.addRow();
    staked.addRow();
  }

  /// Opens the next custody location.
  public void openCustody() {
    custody.addRow();
  }

  /// Opens the settlement of the next market.
  public void openSettlement() {
    settlement.addRow();
  }

  /// Moves `amount` of an asset.
  ///
  /// @param amount count of the smallest unit, positive
  /// @throws org.plimsoll.units.InvariantViolation if the amount is not positive, both addresses
  ///   are the same, or a custody location, what is asked for, staked or outstanding would come
  ///   below nothing
  /// @throws ArithmeticException if a balance would not fit 64 bits
  public void post(Cause cause, int asset, int from, int to, long amount) {
    Invariant.check(amount > 0, "a transfer moves a positive amount", amount, 0);
    Invariant.check(from != to, "a transfer has two ends", from, to);
    add(from, asset, -amount);
    add(to, asset, amount);
    listener.onTransfer(cause, asset, from, to, amount);
  }

  /// Returns the signed balance of customer account `number`: positive is owed to it.
  public long customerBalance(int number, int asset) {
    return customers.get(number, asset);
  }

  /// Returns what customer accounts owe of an asset in all.
  public long owedByCustomers(int asset) {
    return owed[asset];
  }

  /// Returns what is owed to customer accounts of an asset in all, without what others of them owe;
  /// the largest `long` where that does not fit.
  public long owedToCustomers(int asset) {
    return owedTo.get(asset);
  }

  /// Returns how much of an asset is there at custody location `number`, never negative.
  public long onHand(int number, int asset) {
    return -custody.get(number, asset);
  }

  /// Returns the signed balance of the venue's own account for a purpose: positive is its own.
  public long venueBalance(VenueAccount purpose, int asset) {
    return venue.get(purpose.ordinal(), asset);
  }

  /// Returns the signed balance of the settlement of market `number`: positive is owed to its
  /// positions.
  public long settlementBalance(int number, int asset) {
    return settlement.get(number, asset);
  }

  /// Returns how much of an asset customer account `number` has asked for and not been sent, never
  /// negative.
  public long pending(int number, int asset) {
    return pending.get(number, asset);
  }

  /// Returns how much of an asset customer account `number` has staked, never negative.
  public long staked(int number, int asset) {
    return staked.get(number, asset);
  }

  /// Returns how much of a leveraged token is outstanding, never negative.
  public long issued(int asset) {
    return -issued.get(0, asset);
  }

  /// Adds every balance to `sink`: customers, custody, the venue's own, settlement, pending,
  /// staked, issued, by number, then by asset.
  public void writeTo(StateSink sink) {
    customers.writeTo(sink);
    custody.writeTo(sink);
    venue.writeTo(sink);
    settlement.writeTo(sink);
    pending.writeTo(sink);
    staked.writeTo(sink);
    issued.writeTo(sink);
  }

  /// Reads every balance, into books of as many ledger accounts of each kind as were written and
  /// with nothing in them; the listener hears nothing.
  ///
  /// @throws org.plimsoll.units.MalformedState if those are no books: an asset does not sum to zero
  ///   or a balance is of the wrong sign
  public void readFrom(StateSource source) {
    customers.readFrom(source, -Long.MAX_VALUE, Long.MAX_VALUE);
    custody.readFrom(source, -Long.MAX_VALUE, 0);
    venue.readFrom(source, -Long.MAX_VALUE, Long.MAX_VALUE);
    settlement.readFrom(source, -Long.MAX_VALUE, Long.MAX_VALUE);
    pending.readFrom(source, 0, Long.MAX_VALUE);
    staked.readFrom(source, 0, Long.MAX_VALUE);
    issued.readFrom(source, -Long.MAX_VALUE, 0);
    for (int asset = 0; asset < owed.length; asset++) {
      addUpOwed(asset);
      source.require(sum(asset) == 0, "every asset sums to zero over the chart");
    }
  }

  private void addUpOwed(int asset) {
    for (int number = 0; number < customers.rows(); number++) {
      long balance = customers.get(number, asset);
      owed[asset] += Math.max(0, -balance);
      owedTo.replace(asset, 0, Math.max(0, balance));
    }
  }

  /// Sums that overflow on the way come out right, since the whole is zero.
  private long sum(int asset) {
    return customers.sum(asset)
        + custody.sum(asset)
        + venue.sum(asset)
        + settlement.sum(asset)
        + pending.sum(asset)
        + staked.sum(asset)
        + issued.sum(asset);
  }

  private void add(int address, int asset, long change) {
    int number = LedgerAccount.number(address);
    switch (LedgerAccount.kind(address)) {
      case CUSTOMER -> {
        long balance = customers.add(number, asset, change);
        long before = balance - change;
        owed[asset] += Math.max(0, -balance) - Math.max(0, -before);
        owedTo.replace(asset, Math.max(0, before), Math.max(0, balance));
      }
      case CUSTODY -> {
        long balance = custody.add(number, asset, change);
        Invariant.check(balance <= 0, "custody holds no less than nothing", number, balance);
      }
      case VENUE -> venue.add(number, asset, change);
      case SETTLEMENT -> settlement.add(number, asset, change);
      case PENDING -> {
        long balance = pending.add(number, asset, change);
        Invariant.check(balance >= 0, "no less than nothing is asked for", number, balance);
      }
      case STAKED -> {
        long balance = staked.add(number, asset, change);
        Invariant.check(balance >= 0, "no less than nothing is staked", number, balance);
      }
      case ISSUED -> {
        long balance = issued.add(number, asset, change);
        Invariant.check(balance <= 0, "no less than nothing is outstanding", asset, balance);
      }
    }
  }
}
