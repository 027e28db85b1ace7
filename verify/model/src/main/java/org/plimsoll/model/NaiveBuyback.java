package org.plimsoll.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;
import org.plimsoll.ledger.Cause;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.protocol.TokenCommand.SetExchangeToken;
import org.plimsoll.protocol.TokenEvent;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// Buying back and burning at the slow twin.
final class NaiveBuyback {
  private static final int FEES = NaiveLedger.VENUE_BIT;
  private static final int INSURANCE = NaiveLedger.VENUE_BIT + 1;

  private final NaiveState state;
  private final NaiveGates gates;
  private final NaiveToken token;
  private final NaiveFees fees;
  private final NaiveTrading trading;
  private List<BigInteger> fundBefore = List.of();
  private BigInteger burned = BigInteger.ZERO;
  private int slicesLeft;

  NaiveBuyback(
      NaiveState state, NaiveGates gates, NaiveToken token, NaiveFees fees, NaiveTrading trading) {
    this.state = state;
    this.gates = gates;
    this.token = token;
    this.fees = fees;
    this.trading = trading;
  }

  void step(long id, List<Event> events) {
    SetExchangeToken terms = token.terms.orElseThrow();
    if (id == 0) {
      begin(terms, events);
    } else {
      slice(terms, events);
    }
  }

  private void begin(SetExchangeToken terms, List<Event> events) {
    List<BigInteger> fund = fund();
    BigInteger added = added();
    BigInteger due = due(terms);
    BigInteger earned = fees.takeEarned();
    BigInteger room =
        state
            .assets
            .getFirst()
            .balanceMax()
            .subtract(state.balance(terms.treasury(), 0))
            .subtract(state.brings(terms.treasury(), 0));
    BigInteger funded = due.min(state.ledger.balance(FEES, 0)).min(room).max(BigInteger.ZERO);
    if (funded.signum() > 0) {
      post(Cause.BUYBACK_FUNDING, 0, FEES, terms.treasury(), funded, events);
    }
    BigInteger has = state.balance(terms.treasury(), 0).max(BigInteger.ZERO);
    token.toSpend = token.toSpend.add(funded).min(has);
    fundBefore = fund;
    events.add(
        new TokenEvent.BuybackBegan(
            earned.longValueExact(),
            added.longValueExact(),
            due.longValueExact(),
            funded.longValueExact()));
    if (slicesLeft == 0) {
      state.due.add(new NaiveDue.Entry(state.clock, DueWork.BUYBACK, 1));
    }
    slicesLeft = terms.slices();
  }

  /// Returns how much of the fees is for buying back, as the week stands.
  BigInteger promised() {
    return token.terms.map(this::due).orElse(BigInteger.ZERO);
  }

  private BigInteger due(SetExchangeToken terms) {
    return burnable(terms).signum() == 0
        ? BigInteger.ZERO
        : part(fees.earned(), terms.feeShareE9()).add(part(added(), terms.fundShareE9()));
  }

  private List<BigInteger> fund() {
    return IntStream.range(0, state.assets.size())
        .mapToObj(asset -> state.ledger.balance(INSURANCE, asset))
        .toList();
  }

  private BigInteger added() {
    BigInteger before = worth(fundBefore, RoundingMode.CEILING).max(BigInteger.ZERO);
    return worth(fund(), RoundingMode.FLOOR).subtract(before).max(BigInteger.ZERO);
  }

  /// What was defined since then was not there.
  private BigInteger worth(List<BigInteger> balances, RoundingMode rounding) {
    int quoteDecimals = state.assets.getFirst().definition().decimals();
    BigInteger worth = BigInteger.ZERO;
    for (int i = 0; i < balances.size(); i++) {
      NaiveAsset asset = state.assets.get(i);
      BigInteger counted = balances.get(i).min(asset.balanceMax()).max(asset.balanceMax().negate());
      int decimals = asset.definition().decimals();
      worth =
          worth.add(NaiveMargin.value(counted, asset.mark(), decimals, quoteDecimals, rounding));
    }
    return worth;
  }

  private void slice(SetExchangeToken terms, List<Event> events) {
    BigInteger budget = token.toSpend.divide(BigInteger.valueOf(slicesLeft));
    slicesLeft--;
    if (token.toSpend.signum() > 0) {
      BigInteger before = state.balance(terms.treasury(), 0);
      attempt(events, () -> trading.place(order(terms, budget), events));
      BigInteger spent = before.subtract(state.balance(terms.treasury(), 0));
      token.toSpend = token.toSpend.subtract(spent).max(BigInteger.ZERO);
    }
    if (slicesLeft > 0) {
      long next = state.clock + terms.intervalSeconds() * 1_000_000_000L;
      state.due.add(new NaiveDue.Entry(next, DueWork.BUYBACK, 1));
    } else {
      attempt(events, () -> burn(terms, events));
    }
  }

  /// As many lots as the budget, less the fee on all of it, pays for at the worst price.
  private OrderCommand.PlaceLimitOrder order(SetExchangeToken terms, BigInteger budget) {
    NaiveState.Market market = state.markets.get(terms.market());
    BigDecimal limit =
        new BigDecimal(state.baseMark(market))
            .multiply(BigDecimal.ONE.add(BigDecimal.valueOf(terms.limitE9(), 9)))
            .min(BigDecimal.valueOf(Long.MAX_VALUE));
    BigInteger ticks =
        limit
            .divide(BigDecimal.valueOf(market.listing().tickE9()), 0, RoundingMode.FLOOR)
            .toBigIntegerExact()
            .min(BigInteger.valueOf(trading.mostTicks(market)));
    BigInteger cost = budget.subtract(fees.ofTaker(terms.treasury(), budget));
    BigInteger lots =
        ticks.signum() == 0
            ? BigInteger.ZERO
            : cost.divide(market.quoteAmount(ticks))
                .min(BigInteger.valueOf(trading.mostLots(market)));
    return new OrderCommand.PlaceLimitOrder(
        terms.treasury(),
        terms.market(),
        Side.BUY,
        ticks.longValueExact(),
        lots.longValueExact(),
        TimeInForce.IMMEDIATE_OR_CANCEL,
        0,
        false);
  }

  private void burn(SetExchangeToken terms, List<Event> events) {
    int asset = terms.asset();
    BigInteger amount =
        state
            .balance(terms.treasury(), asset)
            .subtract(state.takes(terms.treasury(), asset))
            .subtract(state.offers.of(terms.treasury(), asset).reserved())
            .min(state.ledger.onHand(terms.custody(), asset))
            .min(burnable(terms));
    if (amount.signum() > 0) {
      BigInteger forgiven = gates.checkWithdrawal(terms.treasury(), asset, amount);
      events.addAll(NaiveGates.exemption(terms.treasury(), forgiven));
      post(
          Cause.BURN,
          asset,
          terms.treasury(),
          terms.custody() | NaiveLedger.CUSTODY_BIT,
          amount,
          events);
      burned = burned.add(amount);
    }
  }

  private BigInteger burnable(SetExchangeToken terms) {
    BigInteger half = BigInteger.valueOf(terms.supply()).divide(BigInteger.TWO);
    return half.subtract(burned).max(BigInteger.ZERO);
  }

  /// Does what may be refused, which is then told and changes nothing.
  private static void attempt(List<Event> events, Runnable what) {
    try {
      what.run();
    } catch (Refused refused) {
      Event.CommandRefused why = (Event.CommandRefused) refused.event();
      events.add(
          new TokenEvent.BuybackRefused(why.reason().code(), why.required(), why.available()));
    }
  }

  private static BigInteger part(BigInteger amount, long shareE9) {
    return amount.multiply(BigInteger.valueOf(shareE9)).divide(NaiveMargin.ONE);
  }

  private void post(
      Cause cause, int asset, int from, int to, BigInteger amount, List<Event> events) {
    state.ledger.post(asset, from, to, amount);
    events.add(new Event.TransferPosted(cause, asset, from, to, amount.longValueExact()));
  }
}
