package org.plimsoll.model;

import java.math.BigInteger;
import java.util.Optional;
import java.util.function.IntFunction;
import org.plimsoll.protocol.CollateralCommand.CapCollateral;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.ListingCommand.SetCollateral;

/// An asset and everything that was said of it.
///
/// @param cap the last that was set
/// @param index the last price published or read off a market, in billionths, 0 if none
/// @param sampled the index when marks were last sampled
/// @param mark the price that margin uses, in billionths, 0 if none
record NaiveAsset(
    DefineAsset definition,
    Optional<SetCollateral> collateral,
    Optional<CapCollateral> cap,
    BigInteger index,
    BigInteger sampled,
    BigInteger mark) {
  static NaiveAsset of(DefineAsset definition) {
    BigInteger price = definition.asset() == 0 ? NaiveMargin.ONE : BigInteger.ZERO;
    return new NaiveAsset(definition, Optional.empty(), Optional.empty(), price, price, price);
  }

  NaiveAsset with(SetCollateral setting) {
    return new NaiveAsset(definition, Optional.of(setting), cap, index, sampled, mark);
  }

  NaiveAsset with(CapCollateral limit) {
    return new NaiveAsset(definition, collateral, Optional.of(limit), index, sampled, mark);
  }

  NaiveAsset uncapped() {
    return new NaiveAsset(definition, collateral, Optional.empty(), index, sampled, mark);
  }

  /// Returns how much of a holding counts at the initial weight.
  ///
  /// @param held by asset, asked only if it matters
  BigInteger counted(BigInteger quantity, IntFunction<BigInteger> held) {
    return cap.map(c -> share(quantity, held, c).min(BigInteger.valueOf(c.accountMax())))
        .orElse(quantity.min(balanceMax()));
  }

  private static BigInteger share(
      BigInteger quantity, IntFunction<BigInteger> held, CapCollateral c) {
    if (c.venueMax() == Long.MAX_VALUE) {
      return quantity;
    }
    BigInteger all = held.apply(c.asset());
    BigInteger most = BigInteger.valueOf(c.venueMax());
    if (all.compareTo(most) <= 0) {
      return quantity;
    }
    boolean isTooMuch = all.compareTo(BigInteger.valueOf(Long.MAX_VALUE)) >= 0;
    return isTooMuch ? BigInteger.ZERO : quantity.multiply(most).divide(all);
  }

  /// Returns the most that accounts may owe in all, if somebody has said it.
  Optional<BigInteger> borrowMax() {
    return cap.map(c -> BigInteger.valueOf(c.borrowMax()));
  }

  NaiveAsset published(BigInteger price) {
    return new NaiveAsset(definition, collateral, cap, price, sampled, mark);
  }

  NaiveAsset sampled(BigInteger price) {
    return new NaiveAsset(definition, collateral, cap, index, index, price);
  }

  BigInteger balanceMax() {
    return BigInteger.valueOf(definition.balanceMax());
  }
}
