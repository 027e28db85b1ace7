package org.plimsoll.model;

import static org.plimsoll.model.NaiveVenue.parameter;
import static org.plimsoll.model.Refused.unless;
import static org.plimsoll.model.Refused.unlessWithin;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.ledger.Cause;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.TokenCommand.CancelUnstake;
import org.plimsoll.protocol.TokenCommand.SetExchangeToken;
import org.plimsoll.protocol.TokenCommand.StakeToken;
import org.plimsoll.protocol.TokenCommand.UnstakeToken;

/// The exchange token at the slow twin: its terms and who has staked it.
final class NaiveToken {
  private static final BigInteger HELD_MAX = BigInteger.valueOf(4).multiply(BigInteger.TEN.pow(18));
  private static final long FORTNIGHT = 14 * 86_400_000_000_000L;
  private static final long ONE = 1_000_000_000L;

  private final NaiveState state;
  private final NaiveGates gates;
  private final SortedMap<Integer, Waiting> waiting = new TreeMap<>();
  Optional<SetExchangeToken> terms = Optional.empty();
  BigInteger toSpend = BigInteger.ZERO;

  /// What comes free of an account's stake, and when.
  record Waiting(BigInteger amount, long time) {
    static final Waiting NOTHING = new Waiting(BigInteger.ZERO, 0);
  }

  NaiveToken(NaiveState state, NaiveGates gates) {
    this.state = state;
    this.gates = gates;
  }

  void set(SetExchangeToken c, List<Event> events) {
    NaiveVenue.checkKnown(RefusalReason.UNKNOWN_ASSET, c.asset(), state.assets.size());
    checkAccount(c.treasury());
    NaiveVenue.checkKnown(RefusalReason.UNKNOWN_CUSTODY, c.custody(), state.custody.size());
    NaiveVenue.checkKnown(RefusalReason.UNKNOWN_MARKET, c.market(), state.markets.size());
    parameter(1, c.asset(), Integer.MAX_VALUE);
    terms.ifPresent(named -> parameter(named.asset(), c.asset(), named.asset()));
    NaiveState.Market market = state.markets.get(c.market());
    parameter(c.asset(), market.listing().base(), c.asset());
    parameter(0, market.isFuture() ? 1 : 0, 0);
    parameter(1, c.supply(), 1L << 62);
    parameter(0, c.feeShareE9(), ONE);
    parameter(0, c.fundShareE9(), ONE);
    parameter(1, c.slices(), 1_000);
    parameter(1, c.intervalSeconds(), 604_800 / c.slices());
    parameter(0, c.limitE9(), ONE);
    state.checkFree(c.treasury());
    state.checkInCustody(c.asset());
    events.add(new Event.CommandApplied(c));
    boolean isAnother = terms.filter(old -> old.treasury() != c.treasury()).isPresent();
    toSpend = isAnother ? BigInteger.ZERO : toSpend;
    terms = Optional.of(c);
  }

  void stake(StakeToken c, List<Event> events) {
    int token = check(c.account(), c.amount());
    BigInteger amount = BigInteger.valueOf(c.amount());
    BigInteger max = state.assets.get(token).balanceMax();
    BigInteger own = state.ledger.staked(c.account(), token).add(amount);
    unless(own.compareTo(max) <= 0, RefusalReason.BALANCE_OUT_OF_RANGE, own, max);
    BigInteger all = staked(state.owners.get(c.account())).add(amount);
    unless(all.compareTo(max) <= 0, RefusalReason.BALANCE_OUT_OF_RANGE, all, max);
    BigInteger left =
        state
            .balance(c.account(), token)
            .subtract(state.takes(c.account(), token))
            .subtract(state.offers.of(c.account(), token).reserved());
    unless(amount.compareTo(left) <= 0, RefusalReason.INSUFFICIENT_BALANCE, amount, left);
    BigInteger forgiven = gates.checkWithdrawal(c.account(), token, amount);
    events.add(new Event.CommandApplied(c));
    events.addAll(NaiveGates.exemption(c.account(), forgiven));
    post(Cause.STAKE, token, c.account(), c.account() | NaiveLedger.STAKED_BITS, amount, events);
  }

  void unstake(UnstakeToken c, List<Event> events) {
    int token = check(c.account(), c.amount());
    BigInteger amount = BigInteger.valueOf(c.amount());
    Waiting before = waiting(c.account());
    BigInteger free = state.ledger.staked(c.account(), token).subtract(before.amount());
    unless(amount.compareTo(free) <= 0, RefusalReason.INSUFFICIENT_BALANCE, amount, free);
    events.add(new Event.CommandApplied(c));
    waiting.put(c.account(), new Waiting(before.amount().add(amount), state.clock + FORTNIGHT));
  }

  void cancel(CancelUnstake c, List<Event> events) {
    int token = check(c.account(), c.amount());
    BigInteger amount = BigInteger.valueOf(c.amount());
    Waiting before = waiting(c.account());
    unless(
        amount.compareTo(before.amount()) <= 0,
        RefusalReason.INSUFFICIENT_BALANCE,
        amount,
        before.amount());
    BigInteger max = state.assets.get(token).balanceMax();
    BigInteger all = staked(state.owners.get(c.account())).add(amount);
    unless(all.compareTo(max) <= 0, RefusalReason.BALANCE_OUT_OF_RANGE, all, max);
    events.add(new Event.CommandApplied(c));
    waiting.put(c.account(), new Waiting(before.amount().subtract(amount), before.time()));
  }

  private int check(int account, long amount) {
    checkAccount(account);
    long max =
        terms
            .map(t -> state.assets.get(t.asset()).definition().balanceMax())
            .orElse(1_000_000_000_000_000_000L);
    unlessWithin(RefusalReason.QUANTITY_OUT_OF_RANGE, 1, amount, max);
    unless(terms.isPresent(), RefusalReason.NO_EXCHANGE_TOKEN, 1, 0);
    return terms.orElseThrow().asset();
  }

  private void checkAccount(int account) {
    NaiveVenue.checkKnown(RefusalReason.UNKNOWN_ACCOUNT, account, state.accounts.size());
  }

  /// Gives back what an account has unstaked for long enough, as far as its balance has room.
  void release(int account, List<Event> events) {
    if (terms.isPresent() && state.clock >= waiting(account).time()) {
      int token = terms.get().asset();
      Waiting due = waiting(account);
      BigInteger room =
          state
              .assets
              .get(token)
              .balanceMax()
              .subtract(state.balance(account, token))
              .subtract(state.brings(account, token));
      BigInteger amount = due.amount().min(room).max(BigInteger.ZERO);
      waiting.put(account, new Waiting(due.amount().subtract(amount), due.time()));
      if (amount.signum() > 0) {
        post(Cause.UNSTAKE, token, account | NaiveLedger.STAKED_BITS, account, amount, events);
      }
    }
  }

  /// Returns what an owner has staked on all his accounts, without what comes free.
  BigInteger staked(int owner) {
    BigInteger sum = BigInteger.ZERO;
    for (int account = 0; account < state.accounts.size() && terms.isPresent(); account++) {
      if (state.owners.get(account) == owner) {
        BigInteger all = state.ledger.staked(account, terms.get().asset());
        sum = sum.add(all).subtract(waiting(account).amount());
      }
    }
    return sum;
  }

  /// Returns the same in whole tokens.
  BigDecimal stakedWhole(int owner) {
    return terms
        .map(
            t -> new BigDecimal(staked(owner), state.assets.get(t.asset()).definition().decimals()))
        .orElse(BigDecimal.ZERO);
  }

  /// Returns what an owner's tokens are worth at the mark, in whole units of account, to the
  /// smallest one below.
  BigDecimal heldValue(int owner) {
    if (terms.isEmpty()) {
      return BigDecimal.ZERO;
    }
    int token = terms.get().asset();
    BigInteger held = BigInteger.ZERO;
    for (int account = 0; account < state.accounts.size(); account++) {
      if (state.owners.get(account) == owner) {
        held =
            held.add(state.balance(account, token))
                .add(state.ledger.staked(account, token))
                .min(HELD_MAX)
                .max(HELD_MAX.negate());
      }
    }
    NaiveAsset asset = state.assets.get(token);
    BigDecimal price = new BigDecimal(asset.mark(), 9);
    return new BigDecimal(held.max(BigInteger.ZERO), asset.definition().decimals()).multiply(price);
  }

  /// Returns whether anybody waits for a stake to come free.
  boolean isUnstaking() {
    return waiting.values().stream().anyMatch(w -> w.amount().signum() > 0);
  }

  Waiting waiting(int account) {
    return waiting.getOrDefault(account, Waiting.NOTHING);
  }

  private void post(
      Cause cause, int token, int from, int to, BigInteger amount, List<Event> events) {
    state.ledger.post(token, from, to, amount);
    events.add(new Event.TransferPosted(cause, token, from, to, amount.longValueExact()));
  }
}
