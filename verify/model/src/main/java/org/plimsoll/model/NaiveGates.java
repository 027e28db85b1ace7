package org.plimsoll.model;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.units.Side;

/// Whether an account can bear what it asks for, worked out from nothing at each question.
final class NaiveGates {
  private final NaiveState state;

  NaiveGates(NaiveState state) {
    this.state = state;
  }

  /// What is asked: to pay one asset for another, some of it at once and, if the rest of an order
  /// of `restingSide` fills, more.
  record Exchange(
      Optional<Side> restingSide,
      int paid,
      BigInteger paidNow,
      BigInteger paidInAll,
      int received,
      BigInteger receivedNow,
      BigInteger receivedInAll) {
    static Exchange withdrawal(int asset, BigInteger amount) {
      return new Exchange(
          Optional.empty(), asset, amount, amount, asset, BigInteger.ZERO, BigInteger.ZERO);
    }

    BigInteger change(int asset, Optional<Side> filled) {
      boolean isAll = restingSide.isEmpty() || restingSide.equals(filled);
      BigInteger change = BigInteger.ZERO;
      if (asset == paid) {
        change = change.subtract(isAll ? paidInAll : paidNow);
      }
      if (asset == received) {
        change = change.add(isAll ? receivedInAll : receivedNow);
      }
      return change;
    }
  }

  void checkWithdrawal(int account, int asset, BigInteger amount) {
    checkPaying(account, asset, amount);
    if (state.lends()) {
      BigInteger after = leastFree(account, Optional.of(Exchange.withdrawal(asset, amount)));
      Refused.unless(
          after.signum() >= 0, RefusalReason.INSUFFICIENT_FREE_COLLATERAL, BigInteger.ZERO, after);
    }
  }

  void checkOrder(int account, Exchange exchange) {
    checkReceiving(account, exchange.received(), exchange.receivedInAll());
    checkPaying(account, exchange.paid(), exchange.paidInAll());
    if (state.lends()) {
      BigInteger before = leastFree(account, Optional.empty()).min(BigInteger.ZERO);
      BigInteger after = leastFree(account, Optional.of(exchange));
      Refused.unless(
          after.compareTo(before) >= 0, RefusalReason.INSUFFICIENT_FREE_COLLATERAL, before, after);
    }
  }

  void checkReceiving(int account, int asset, BigInteger amount) {
    BigInteger most = state.balance(account, asset).add(state.brings(account, asset)).add(amount);
    BigInteger max = state.assets.get(asset).balanceMax();
    Refused.unless(most.compareTo(max) <= 0, RefusalReason.BALANCE_OUT_OF_RANGE, most, max);
  }

  private void checkPaying(int account, int asset, BigInteger amount) {
    BigInteger left = state.balance(account, asset).subtract(state.takes(account, asset));
    BigInteger owed = amount.subtract(left);
    if (owed.signum() <= 0) {
      return;
    }
    Refused.unless(state.lends(), RefusalReason.INSUFFICIENT_BALANCE, amount, left);
    NaiveAsset terms = state.assets.get(asset);
    Refused.unless(
        owed.compareTo(terms.balanceMax()) <= 0,
        RefusalReason.BALANCE_OUT_OF_RANGE,
        owed,
        terms.balanceMax());
    Refused.unless(terms.collateral().isPresent(), RefusalReason.NOT_BORROWABLE, 1, 0);
    Refused.unless(terms.mark().signum() > 0, RefusalReason.NO_MARK_PRICE, 1, 0);
  }

  /// Returns the least free collateral of the account as it is, with its buys filled, and with its
  /// sells filled, each after the exchange.
  BigInteger leastFree(int account, Optional<Exchange> exchange) {
    return List.of(Optional.<Side>empty(), Optional.of(Side.BUY), Optional.of(Side.SELL)).stream()
        .map(filled -> free(account, filled, exchange))
        .reduce(BigInteger::min)
        .orElseThrow();
  }

  private BigInteger free(int account, Optional<Side> filled, Optional<Exchange> exchange) {
    return NaiveMargin.free(
        state.assets,
        asset -> {
          BigInteger quantity = state.balance(account, asset);
          if (filled.isPresent()) {
            quantity =
                quantity
                    .add(state.brings(account, filled.get(), asset))
                    .subtract(state.takes(account, filled.get(), asset));
          }
          return quantity.add(exchange.map(e -> e.change(asset, filled)).orElse(BigInteger.ZERO));
        });
  }
}
