package org.plimsoll.model;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Offers to lend, by asset, then by account.
final class NaiveOffers {
  private final SortedMap<Integer, SortedMap<Integer, Offer>> offers = new TreeMap<>();

  /// What an account offers of an asset, what of it is lent, and what it cannot spend.
  record Offer(BigInteger amount, long rate, BigInteger lent, BigInteger reserved) {
    static final Offer NONE = new Offer(BigInteger.ZERO, 0, BigInteger.ZERO, BigInteger.ZERO);

    Offer with(BigInteger nowLent, BigInteger nowReserved) {
      return new Offer(amount, rate, nowLent, nowReserved);
    }
  }

  Offer of(int account, int asset) {
    return ofAsset(asset).getOrDefault(account, Offer.NONE);
  }

  void put(int account, int asset, Offer offer) {
    SortedMap<Integer, Offer> ofAsset = offers.computeIfAbsent(asset, _ -> new TreeMap<>());
    if (offer.reserved().signum() == 0) {
      ofAsset.remove(account);
    } else {
      ofAsset.put(account, offer);
    }
  }

  /// Returns the accounts with an offer of the asset, the cheapest first.
  List<Integer> lenders(int asset) {
    return ofAsset(asset).keySet().stream()
        .sorted(Comparator.comparingLong((Integer account) -> of(account, asset).rate()))
        .toList();
  }

  /// Returns what is reserved of an asset over all accounts.
  BigInteger reserved(int asset) {
    return ofAsset(asset).values().stream()
        .map(Offer::reserved)
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  private SortedMap<Integer, Offer> ofAsset(int asset) {
    return offers.getOrDefault(asset, new TreeMap<>());
  }
}
