package org.plimsoll.model;

import java.math.BigInteger;
import java.util.Optional;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.ListingCommand.SetCollateral;

/// An asset and everything that was said of it.
///
/// @param index the last price published or read off a market, in billionths, 0 if none
/// @param sampled the index when marks were last sampled
/// @param mark the price that margin uses, in billionths, 0 if none
record NaiveAsset(
    DefineAsset definition,
    Optional<SetCollateral> collateral,
    BigInteger index,
    BigInteger sampled,
    BigInteger mark) {
  static NaiveAsset of(DefineAsset definition) {
    BigInteger price = definition.asset() == 0 ? NaiveMargin.ONE : BigInteger.ZERO;
    return new NaiveAsset(definition, Optional.empty(), price, price, price);
  }

  NaiveAsset with(SetCollateral setting) {
    return new NaiveAsset(definition, Optional.of(setting), index, sampled, mark);
  }

  NaiveAsset published(BigInteger price) {
    return new NaiveAsset(definition, collateral, price, sampled, mark);
  }

  NaiveAsset sampled(BigInteger price) {
    return new NaiveAsset(definition, collateral, index, index, price);
  }

  BigInteger balanceMax() {
    return BigInteger.valueOf(definition.balanceMax());
  }
}
