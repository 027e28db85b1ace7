package org.plimsoll.model;

import java.math.BigInteger;
import java.util.SortedMap;
import java.util.TreeMap;

/// Balances as a map from holder and asset to a number of any size.
public final class NaiveLedger {
  /// The bit that makes an address one of custody instead of a customer's account.
  public static final int CUSTODY_BIT = 1 << 28;

  /// The bit that makes an address one of the venue's own.
  public static final int VENUE_BIT = 1 << 29;

  /// The bits that make an address the settlement of a futures market.
  public static final int SETTLEMENT_BITS = 3 << 28;

  /// The bit that makes an address one of what an account has asked for and not been sent.
  public static final int PENDING_BIT = 4 << 28;

  /// The bits that make an address one of what an account has staked.
  public static final int STAKED_BITS = 5 << 28;

  /// The address of what is outstanding of leveraged tokens.
  public static final int ISSUED_BITS = 6 << 28;

  private static final int KIND_SHIFT = 28;

  private final SortedMap<Place, BigInteger> balances = new TreeMap<>();

  private record Place(int address, int asset) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      return address != other.address
          ? Integer.compare(address, other.address)
          : Integer.compare(asset, other.asset);
    }
  }

  /// Moves an amount from one address to another.
  public void post(int asset, int from, int to, BigInteger amount) {
    balances.merge(new Place(from, asset), amount.negate(), BigInteger::add);
    balances.merge(new Place(to, asset), amount, BigInteger::add);
  }

  /// Returns the balance at an address: what is owed to a customer, or what custody lacks, which is
  /// the negative of what it holds.
  public BigInteger balance(int address, int asset) {
    return balances.getOrDefault(new Place(address, asset), BigInteger.ZERO);
  }

  /// Returns how much of an asset is at a custody location.
  public BigInteger onHand(int custody, int asset) {
    return balance(custody | CUSTODY_BIT, asset).negate();
  }

  /// Returns how much of an asset is in custody, over all locations.
  public BigInteger onHand(int asset) {
    return sum(asset, CUSTODY_BIT, 0).negate();
  }

  /// Returns how much of an asset the venue owes to accounts.
  public BigInteger owedToAccounts(int asset) {
    return sum(asset, 0, 1);
  }

  /// Returns how much of an asset accounts owe to the venue.
  public BigInteger owedByAccounts(int asset) {
    return sum(asset, 0, -1).negate();
  }

  /// Returns how much of an asset is the venue's own, over all purposes.
  public BigInteger own(int asset) {
    return sum(asset, VENUE_BIT, 0);
  }

  /// Returns how much of an asset futures positions have paid in and not yet been paid out, over
  /// all markets; negative where more was paid out.
  public BigInteger heldForSettlement(int asset) {
    return sum(asset, SETTLEMENT_BITS, 0);
  }

  /// Returns how much of an asset accounts have asked for and not been sent.
  public BigInteger pending(int asset) {
    return sum(asset, PENDING_BIT, 0);
  }

  /// Returns how much of a leveraged token is outstanding.
  public BigInteger issued(int asset) {
    return balance(ISSUED_BITS, asset).negate();
  }

  /// Returns how much of an asset an account has asked for and not been sent.
  public BigInteger pending(int account, int asset) {
    return balance(account | PENDING_BIT, asset);
  }

  /// Returns how much of an asset accounts have staked.
  public BigInteger staked(int asset) {
    return sum(asset, STAKED_BITS, 0);
  }

  /// Returns how much of an asset an account has staked.
  public BigInteger staked(int account, int asset) {
    return balance(account | STAKED_BITS, asset);
  }

  private BigInteger sum(int asset, int kindOf, int sign) {
    BigInteger sum = BigInteger.ZERO;
    for (var entry : balances.entrySet()) {
      boolean counts =
          entry.getKey().asset() == asset
              && entry.getKey().address() >>> KIND_SHIFT == kindOf >>> KIND_SHIFT
              && (sign == 0 || entry.getValue().signum() == sign);
      sum = counts ? sum.add(entry.getValue()) : sum;
    }
    return sum;
  }
}
