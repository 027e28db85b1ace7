package org.plimsoll.model;

import static org.plimsoll.model.NaiveVenue.checkKnown;
import static org.plimsoll.model.NaiveVenue.parameter;
import static org.plimsoll.model.Refused.unless;
import static org.plimsoll.model.Refused.unlessWithin;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.ledger.Cause;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.LeveragedTokenCommand;
import org.plimsoll.protocol.LeveragedTokenCommand.CreateToken;
import org.plimsoll.protocol.LeveragedTokenCommand.ListLeveragedToken;
import org.plimsoll.protocol.LeveragedTokenCommand.RedeemToken;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.RefusalReason;

/// Leveraged tokens at the slow twin: how they are listed, created and redeemed.
final class NaiveLeveragedTokens {
  private static final BigInteger VALUE_MAX = BigInteger.valueOf(50_000_000_000_000_000L);
  private static final BigInteger LARGEST_LONG = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger OWN_MAX = BigInteger.TWO.pow(62);
  private static final BigDecimal FEE = new BigDecimal("0.001");
  private static final int FEES = NaiveLedger.VENUE_BIT;

  private final NaiveState state;
  private final NaiveGates gates;
  private final NaiveFutures futures;
  private final NaiveTerms terms;
  private final NaiveFunds funds;
  private final NaiveToken token;

  NaiveLeveragedTokens(
      NaiveState state,
      NaiveGates gates,
      NaiveFutures futures,
      NaiveTerms terms,
      NaiveFunds funds,
      NaiveToken token) {
    this.state = state;
    this.gates = gates;
    this.futures = futures;
    this.terms = terms;
    this.funds = funds;
    this.token = token;
  }

  void on(LeveragedTokenCommand command, List<Event> events) {
    switch (command) {
      case ListLeveragedToken c -> list(c, events);
      case CreateToken c -> create(c, events);
      case RedeemToken c -> redeem(c, events);
    }
  }

  private void list(ListLeveragedToken c, List<Event> events) {
    terms.checkListed(c.market());
    checkKnown(RefusalReason.UNKNOWN_ASSET, c.asset(), state.assets.size());
    checkKnown(RefusalReason.UNKNOWN_ACCOUNT, c.fund(), state.accounts.size());
    checkKnown(RefusalReason.UNKNOWN_MARKET, c.market(), state.markets.size());
    parameter(1, c.asset(), Long.MAX_VALUE);
    NaiveState.Market market = state.markets.get(c.market());
    boolean isPerpetual = market.listing() instanceof ListFuture f && f.expiryNs() == 0;
    parameter(1, isPerpetual ? 1 : 0, 1);
    parameter(1, c.childLots(), ((ListFuture) market.listing()).positionMaxLots());
    unless(c.firstPriceE9() >= 1, RefusalReason.PRICE_OUT_OF_RANGE, 1, c.firstPriceE9());
    BigInteger largest = firstValue(c, state.assets.get(c.asset()).balanceMax());
    unless(largest.compareTo(VALUE_MAX) <= 0, RefusalReason.PRICE_OUT_OF_RANGE, VALUE_MAX, largest);
    state.checkFree(c.fund());
    unless(isUnused(c), RefusalReason.ALREADY_IN_USE, 0, 1);
    events.add(new Event.CommandApplied(c));
    funds.add(c);
  }

  private boolean isUnused(ListLeveragedToken c) {
    boolean isUnused =
        state.issuing(c.asset()).isEmpty()
            && token.terms.stream()
                .noneMatch(t -> t.asset() == c.asset() || t.treasury() == c.fund())
            && !state.failing.hasPledged(c.fund())
            && state.openOrders(c.fund()) == 0
            && !futures.isExposed(c.fund());
    for (int account = 0; account < state.accounts.size(); account++) {
      isUnused &= hasNone(account, c.asset());
    }
    for (int place = 0; place < state.custody.size(); place++) {
      isUnused &= state.ledger.onHand(place, c.asset()).signum() == 0;
    }
    for (int asset = 0; asset < state.assets.size(); asset++) {
      isUnused &=
          hasNone(c.fund(), asset) && state.offers.of(c.fund(), asset).amount().signum() == 0;
    }
    return isUnused;
  }

  private boolean hasNone(int account, int asset) {
    return state.balance(account, asset).signum() == 0
        && state.ledger.pending(account, asset).signum() == 0
        && state.ledger.staked(account, asset).signum() == 0;
  }

  private void create(CreateToken c, List<Event> events) {
    NaiveFunds.Fund fund = asked(c.account(), c.asset(), c.tokens());
    BigInteger nav = funds.nav(fund);
    BigInteger tokens = BigInteger.valueOf(c.tokens());
    BigInteger outstanding = state.ledger.issued(c.asset());
    boolean isFirst = outstanding.signum() == 0;
    BigInteger value =
        isFirst
            ? firstValue(fund.listing(), tokens)
            : part(tokens, nav, outstanding, RoundingMode.CEILING);
    BigInteger fee = fee(value);
    List<Event> exemption = new ArrayList<>();
    boolean hasPrice = isFirst ? nav.signum() >= 0 : nav.signum() > 0;
    if (hasPrice) {
      BigInteger cost = value.add(fee).min(LARGEST_LONG);
      BigInteger most = state.assets.getFirst().balanceMax();
      unless(cost.compareTo(most) <= 0, RefusalReason.QUANTITY_OUT_OF_RANGE, most, cost);
      checkSum(outstanding.add(tokens), state.assets.get(c.asset()).balanceMax());
      gates.checkReceiving(fund.listing().fund(), 0, value);
      checkSum(state.ledger.balance(FEES, 0).add(fee), OWN_MAX);
      gates.checkReceiving(c.account(), c.asset(), tokens);
    }
    checkNotFailing(c.account(), fund);
    if (hasPrice) {
      NaiveGates.Exchange paid = exchange(0, value.add(fee), c.asset(), tokens);
      exemption.addAll(gates.checkOrder(c.account(), paid));
    }
    checkAtRest(c.account(), fund);
    unless(hasPrice, RefusalReason.TOKEN_WORTH_NOTHING, BigInteger.ONE, nav);
    events.add(new Event.CommandApplied(c));
    events.addAll(exemption);
    int issuer = fund.listing().fund();
    post(Cause.TOKEN_CREATED, 0, c.account(), issuer, value, events);
    post(Cause.TOKEN_FEE, 0, c.account(), FEES, fee, events);
    post(Cause.TOKEN_CREATED, c.asset(), NaiveLedger.ISSUED_BITS, c.account(), tokens, events);
    funds.onFlow(fund, tokens, outstanding);
  }

  private void redeem(RedeemToken c, List<Event> events) {
    NaiveFunds.Fund fund = asked(c.account(), c.asset(), c.tokens());
    BigInteger nav = funds.nav(fund);
    BigInteger tokens = BigInteger.valueOf(c.tokens());
    BigInteger outstanding = state.ledger.issued(c.asset());
    BigInteger value =
        outstanding.signum() == 0
            ? BigInteger.ZERO
            : part(tokens, nav, outstanding, RoundingMode.FLOOR);
    BigInteger fee = fee(value);
    BigInteger proceeds = value.subtract(fee);
    int issuer = fund.listing().fund();
    List<Event> exemption = new ArrayList<>();
    if (proceeds.signum() > 0) {
      unless(
          tokens.compareTo(outstanding) <= 0,
          RefusalReason.QUANTITY_OUT_OF_RANGE,
          outstanding,
          tokens);
      gates.checkReceiving(c.account(), 0, proceeds);
      checkSum(state.ledger.balance(FEES, 0).add(fee), OWN_MAX);
    }
    checkNotFailing(c.account(), fund);
    if (proceeds.signum() > 0) {
      checkHas(c.account(), c.asset(), tokens);
      exemption.addAll(gates.checkOrder(c.account(), exchange(c.asset(), tokens, 0, proceeds)));
      checkHas(issuer, 0, value);
      exemption.addAll(NaiveGates.exemption(issuer, gates.checkWithdrawal(issuer, 0, value)));
    }
    checkAtRest(c.account(), fund);
    unless(
        proceeds.signum() > 0,
        RefusalReason.TOKEN_WORTH_NOTHING,
        BigInteger.ONE,
        proceeds.min(nav));
    events.add(new Event.CommandApplied(c));
    events.addAll(exemption);
    post(Cause.TOKEN_REDEEMED, c.asset(), c.account(), NaiveLedger.ISSUED_BITS, tokens, events);
    post(Cause.TOKEN_REDEEMED, 0, issuer, c.account(), proceeds, events);
    post(Cause.TOKEN_FEE, 0, issuer, FEES, fee, events);
    funds.onFlow(fund, tokens.negate(), outstanding);
  }

  private NaiveFunds.Fund asked(int account, int asset, long tokens) {
    checkKnown(RefusalReason.UNKNOWN_ASSET, asset, state.assets.size());
    checkKnown(RefusalReason.UNKNOWN_ACCOUNT, account, state.accounts.size());
    long most = state.assets.get(asset).definition().balanceMax();
    unlessWithin(RefusalReason.QUANTITY_OUT_OF_RANGE, 1, tokens, most);
    Optional<NaiveFunds.Fund> fund = state.issuing(asset);
    unless(fund.isPresent(), RefusalReason.NOT_A_LEVERAGED_TOKEN, 1, 0);
    return fund.orElseThrow();
  }

  private void checkNotFailing(int account, NaiveFunds.Fund fund) {
    gates.checkNotFailing(account);
    gates.checkNotFailing(fund.listing().fund());
  }

  private void checkAtRest(int account, NaiveFunds.Fund fund) {
    state.checkFree(account);
    unless(!fund.isRebalancing(), RefusalReason.FUND_IS_REBALANCING, 0, 1);
  }

  private static void checkSum(BigInteger sum, BigInteger max) {
    unless(sum.compareTo(max) <= 0, RefusalReason.BALANCE_OUT_OF_RANGE, sum, max);
  }

  private void checkHas(int account, int asset, BigInteger amount) {
    BigInteger left =
        state
            .balance(account, asset)
            .subtract(state.takes(account, asset))
            .subtract(state.offers.of(account, asset).reserved());
    unless(amount.compareTo(left) <= 0, RefusalReason.INSUFFICIENT_BALANCE, amount, left);
  }

  private static NaiveGates.Exchange exchange(
      int paid, BigInteger amount, int received, BigInteger other) {
    return new NaiveGates.Exchange(
        Optional.empty(),
        NaiveGates.Amount.atOnce(paid, amount),
        NaiveGates.Amount.atOnce(received, other));
  }

  /// Returns the part of a fund's worth that tokens stand for, nothing where it is worth nothing.
  private static BigInteger part(
      BigInteger tokens, BigInteger nav, BigInteger outstanding, RoundingMode rounding) {
    return new BigDecimal(tokens.multiply(nav.max(BigInteger.ZERO)))
        .divide(new BigDecimal(outstanding), 0, rounding)
        .toBigIntegerExact()
        .min(LARGEST_LONG);
  }

  private BigInteger firstValue(ListLeveragedToken listing, BigInteger tokens) {
    return NaiveMargin.value(
            tokens,
            BigInteger.valueOf(listing.firstPriceE9()),
            state.assets.get(listing.asset()).definition().decimals(),
            state.assets.getFirst().definition().decimals(),
            RoundingMode.CEILING)
        .min(LARGEST_LONG);
  }

  private static BigInteger fee(BigInteger value) {
    return new BigDecimal(value)
        .multiply(FEE)
        .setScale(0, RoundingMode.CEILING)
        .toBigIntegerExact();
  }

  private void post(
      Cause cause, int asset, int from, int to, BigInteger amount, List<Event> events) {
    state.ledger.post(asset, from, to, amount);
    events.add(new Event.TransferPosted(cause, asset, from, to, amount.longValueExact()));
  }
}
