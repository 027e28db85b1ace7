package org.plimsoll.model;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plimsoll.protocol.ControlEvent;
import org.plimsoll.protocol.CustodyPolicy;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.Privilege;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.units.Side;

/// Whether an account can bear what it asks for, worked out from nothing at each question.
final class NaiveGates {
  private static final BigInteger LEAST_LONG = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger LENDING_MAX = BigInteger.TWO.pow(62);

  private final NaiveState state;
  private final NaiveFutures futures;

  NaiveGates(NaiveState state, NaiveFutures futures) {
    this.state = state;
    this.futures = futures;
  }

  /// An amount of an asset: at once, with what then rests in an order book filled, and what margin
  /// counts of that.
  record Amount(int asset, BigInteger now, BigInteger inAll, BigInteger counted) {
    static Amount atOnce(int asset, BigInteger amount) {
      return new Amount(asset, amount, amount, amount);
    }

    BigInteger counted(int of, boolean rests) {
      return of != asset ? BigInteger.ZERO : rests ? counted : now;
    }
  }

  /// What is asked: to pay one asset for another. What rests of it fills with the orders of
  /// `restingSide`.
  record Exchange(Optional<Side> restingSide, Amount paid, Amount received) {
    static Exchange withdrawal(int asset, BigInteger amount) {
      return new Exchange(
          Optional.empty(), Amount.atOnce(asset, amount), Amount.atOnce(asset, BigInteger.ZERO));
    }

    BigInteger change(int asset, List<Side> filled) {
      boolean rests = restingSide.filter(filled::contains).isPresent();
      return received.counted(asset, rests).subtract(paid.counted(asset, rests));
    }
  }

  /// Checks a withdrawal but for [#checkOffers], and returns what a privilege had to forgive.
  BigInteger checkWithdrawal(int account, int asset, BigInteger amount) {
    checkNotFailing(account);
    BigInteger owed = checkPaying(account, asset, amount);
    return owed.max(checkCollateral(account, Exchange.withdrawal(asset, amount), BigInteger.ZERO));
  }

  /// Asks whether the account could do without the amount.
  void checkCollateralWithout(int account, int asset, BigInteger amount) {
    Optional<Exchange> withdrawal = Optional.of(Exchange.withdrawal(asset, amount));
    if (!isNeverShort(account, withdrawal)) {
      BigInteger after = leastFree(account, withdrawal);
      checkEnough(BigInteger.ZERO, after);
    }
  }

  /// Checks an order, and returns what happens if a privilege had to help.
  List<Event> checkOrder(int account, Exchange exchange) {
    checkReceiving(account, exchange.received().asset(), exchange.received().inAll());
    checkNotFailing(account);
    Amount paid = exchange.paid();
    BigInteger owed = checkPaying(account, paid.asset(), paid.inAll());
    BigInteger lacking = checkCollateral(account, exchange, shortfall(account));
    return exemption(
        account, owed.max(lacking).max(checkOffers(account, paid.asset(), paid.inAll())));
  }

  /// Returns what happens if a privilege had to help.
  static List<Event> exemption(int account, BigInteger forgiven) {
    return forgiven.signum() == 0
        ? List.of()
        : List.of(
            new ControlEvent.ExemptionUsed(
                account, Privilege.ALLOW_NEGATIVE, forgiven.longValueExact()));
  }

  /// Checks collateral after an exchange, and returns by how much it misses what is required where
  /// a credit line makes up for it.
  private BigInteger checkCollateral(int account, Exchange exchange, BigInteger required) {
    return isNeverShort(account, Optional.of(exchange))
        ? BigInteger.ZERO
        : lacking(account, required, leastFree(account, Optional.of(exchange)));
  }

  private BigInteger lacking(int account, BigInteger required, BigInteger after) {
    if (after.compareTo(required) >= 0) {
      return BigInteger.ZERO;
    }
    BigInteger line = state.creditLine(account).orElse(BigInteger.ZERO);
    Refused.unless(
        after.add(line).signum() >= 0, RefusalReason.INSUFFICIENT_FREE_COLLATERAL, required, after);
    return required.subtract(after);
  }

  /// Checks an order for a future, and returns what happens if a privilege had to help.
  List<Event> checkPosition(int account, NaiveFutures.Order order) {
    checkNotFailing(account);
    BigInteger spot = leastSpot(account, Optional.empty());
    BigInteger after = spot.add(futures.free(account, Optional.of(order))).max(LEAST_LONG);
    return exemption(account, lacking(account, shortfall(account), after));
  }

  /// Asks whether the account covers its positions at another leverage.
  void checkLeverage(int account, int leverage) {
    int before = state.leverage.maintained(account, state.clock);
    if (leverage > before) {
      futures.checkSizes(account, leverage);
    }
    checkNotFailing(account);
    if (leverage < before && futures.isExposed(account)) {
      int chosen = state.leverage.chosen(account);
      state.leverage.choose(account, leverage);
      BigInteger after = leastFree(account, Optional.empty());
      state.leverage.choose(account, chosen);
      checkEnough(BigInteger.ZERO, after);
    }
  }

  /// Asks whether the account is its owner's.
  void checkNotFailing(int account) {
    int stage = state.failing.stage(account).ordinal();
    Refused.unless(stage == 0, RefusalReason.IN_LIQUIDATION, 0, stage);
  }

  private static void checkEnough(BigInteger required, BigInteger after) {
    Refused.unless(
        after.compareTo(required) >= 0,
        RefusalReason.INSUFFICIENT_FREE_COLLATERAL,
        required,
        after);
  }

  /// Asks whether nothing that may happen can leave the account owing anything.
  private boolean isNeverShort(int account, Optional<Exchange> exchange) {
    return !futures.isExposed(account) && ownsAllItCouldPay(account, exchange);
  }

  void checkReceiving(int account, int asset, BigInteger amount) {
    BigInteger most = state.balance(account, asset).add(state.brings(account, asset)).add(amount);
    BigInteger max = state.assets.get(asset).balanceMax();
    Refused.unless(most.compareTo(max) <= 0, RefusalReason.BALANCE_OUT_OF_RANGE, most, max);
  }

  /// Checks what an account would owe, and returns the value of what nobody may borrow but it owes
  /// by privilege.
  private BigInteger checkPaying(int account, int asset, BigInteger amount) {
    BigInteger reserved = state.offers.of(account, asset).reserved();
    BigInteger left =
        state.balance(account, asset).subtract(state.takes(account, asset)).subtract(reserved);
    BigInteger owed = amount.subtract(left);
    if (owed.signum() <= 0) {
      return BigInteger.ZERO;
    }
    boolean isPrivileged = state.creditLine(account).isPresent();
    Refused.unless(
        (state.lends() || isPrivileged) && reserved.signum() == 0,
        RefusalReason.INSUFFICIENT_BALANCE,
        amount,
        left);
    NaiveAsset terms = state.assets.get(asset);
    Refused.unless(
        owed.compareTo(terms.balanceMax()) <= 0,
        RefusalReason.BALANCE_OUT_OF_RANGE,
        owed,
        terms.balanceMax());
    BigInteger inAll = possibleDebtsAfter(account, asset, amount);
    Refused.unless(
        inAll.compareTo(LENDING_MAX) <= 0, RefusalReason.BALANCE_OUT_OF_RANGE, inAll, LENDING_MAX);
    boolean mayBorrow = state.lends() && terms.collateral().isPresent();
    Refused.unless(mayBorrow || isPrivileged, RefusalReason.NOT_BORROWABLE, 1, 0);
    Refused.unless(terms.mark().signum() > 0, RefusalReason.NO_MARK_PRICE, 1, 0);
    return mayBorrow ? BigInteger.ZERO : state.value(asset, owed);
  }

  /// Asks whether everything that accounts would come to owe is offered, where that is asked, and
  /// within the cap of the asset; returns the value of what the account alone would owe beyond
  /// that, by privilege.
  BigInteger checkOffers(int account, int asset, BigInteger amount) {
    BigInteger inAll = possibleDebtsAfter(account, asset, amount);
    BigInteger left = state.balance(account, asset).subtract(state.takes(account, asset));
    BigInteger more = amount.subtract(left.max(BigInteger.ZERO));
    if (more.signum() <= 0) {
      return BigInteger.ZERO;
    }
    BigInteger offered =
        state.policy() == CustodyPolicy.OPT_IN ? state.offers.reserved(asset) : inAll;
    BigInteger cap = state.assets.get(asset).borrowMax().orElse(inAll);
    boolean isPrivileged = state.creditLine(account).isPresent();
    Refused.unless(
        isPrivileged || inAll.compareTo(offered) <= 0,
        RefusalReason.INSUFFICIENT_OFFERS,
        inAll,
        offered);
    Refused.unless(
        isPrivileged || inAll.compareTo(cap) <= 0, RefusalReason.BORROW_CAP_REACHED, inAll, cap);
    BigInteger beyond = inAll.subtract(offered.min(cap));
    return beyond.signum() > 0 ? state.value(asset, more.min(beyond)) : BigInteger.ZERO;
  }

  private BigInteger possibleDebtsAfter(int account, int asset, BigInteger amount) {
    BigInteger left = state.balance(account, asset).subtract(state.takes(account, asset));
    BigInteger owes = left.negate().max(BigInteger.ZERO);
    BigInteger wouldOwe = amount.subtract(left).max(BigInteger.ZERO);
    return state.possibleDebts(asset).subtract(owes).add(wouldOwe);
  }

  /// Asks whether the account has of every asset what all its orders and this exchange could take:
  /// then no fill can leave a debt.
  private boolean ownsAllItCouldPay(int account, Optional<Exchange> exchange) {
    for (int i = 0; i < state.assets.size(); i++) {
      int asset = i;
      BigInteger asked =
          exchange
              .map(Exchange::paid)
              .filter(paid -> paid.asset() == asset)
              .map(Amount::inAll)
              .orElse(BigInteger.ZERO);
      BigInteger left = state.balance(account, asset).subtract(state.takes(account, asset));
      if (left.compareTo(asked) < 0) {
        return false;
      }
    }
    return true;
  }

  /// Returns by how much the account is short of collateral, as a number that is never positive; 0
  /// where no fill can leave a debt.
  BigInteger shortfall(int account) {
    return isNeverShort(account, Optional.empty())
        ? BigInteger.ZERO
        : leastFree(account, Optional.empty()).min(BigInteger.ZERO);
  }

  /// Returns whether the account is short of nothing if all that it holds counts.
  boolean isCoveredWithoutCaps(int account) {
    List<NaiveAsset> assets = List.copyOf(state.assets);
    state.assets.replaceAll(NaiveAsset::uncapped);
    boolean isCovered = shortfall(account).signum() == 0;
    state.assets.clear();
    state.assets.addAll(assets);
    return isCovered;
  }

  /// Returns the least free collateral of the account as it is, with its buys filled, with its
  /// sells filled, and with both, each after the exchange; less what futures require and have lost.
  BigInteger leastFree(int account, Optional<Exchange> exchange) {
    return leastSpot(account, exchange)
        .add(futures.free(account, Optional.empty()))
        .max(LEAST_LONG);
  }

  /// Returns the free collateral of the account's balances with none of its orders filled.
  BigInteger freeAsItStands(int account) {
    return free(account, List.of(), Optional.empty());
  }

  /// Returns what a spot order exchanges, by what the order book does with it.
  Exchange exchange(
      NaiveState.Market market,
      Side side,
      NaiveOrderBook.Outcome outcome,
      long restTicks,
      BigInteger fee) {
    long restLots = outcome.restLots();
    BigInteger rest = BigInteger.valueOf(restLots);
    BigInteger limit = BigInteger.valueOf(restTicks);
    BigInteger countedTicks = market.countedTicks(side, restTicks, state.baseMark(market));
    BigInteger filled = market.baseAmount(outcome.filledLots());
    BigInteger bases = filled.add(market.baseAmount(restLots));
    BigInteger paid = side == Side.BUY ? fee : fee.negate();
    BigInteger cost = market.quoteAmount(outcome.tickLots()).add(paid);
    BigInteger inAll = side == Side.BUY ? cost : cost.add(fee);
    BigInteger costs = inAll.add(market.quoteAmount(rest.multiply(limit)));
    BigInteger counted = cost.add(market.quoteAmount(rest.multiply(countedTicks)));
    Amount base = new Amount(market.listing().base(), filled, bases, bases);
    Amount quote = new Amount(market.quote(), cost, costs, counted);
    return side == Side.BUY
        ? new Exchange(Optional.of(side), quote, base)
        : new Exchange(Optional.of(side), base, quote);
  }

  private BigInteger leastSpot(int account, Optional<Exchange> exchange) {
    return Stream.of(
            List.<Side>of(), List.of(Side.BUY), List.of(Side.SELL), List.of(Side.BUY, Side.SELL))
        .map(filled -> free(account, filled, exchange))
        .reduce(BigInteger::min)
        .orElseThrow();
  }

  private BigInteger free(int account, List<Side> filled, Optional<Exchange> exchange) {
    return NaiveMargin.free(
        state.assets,
        asset -> {
          BigInteger quantity =
              state.balance(account, asset).add(change(account, asset, filled, exchange));
          return state.policy() == CustodyPolicy.OPT_IN
              ? quantity.subtract(state.offers.of(account, asset).reserved())
              : quantity;
        },
        asset -> {
          BigInteger has = state.balance(account, asset);
          BigInteger then = has.add(change(account, asset, filled, exchange));
          BigInteger others = state.ledger.owedToAccounts(asset).subtract(has.max(BigInteger.ZERO));
          return others.add(has.max(then).max(BigInteger.ZERO));
        });
  }

  private BigInteger change(
      int account, int asset, List<Side> filled, Optional<Exchange> exchange) {
    BigInteger change = exchange.map(e -> e.change(asset, filled)).orElse(BigInteger.ZERO);
    for (Side side : filled) {
      change = change.add(state.countedChange(account, side, asset));
    }
    return change;
  }
}
