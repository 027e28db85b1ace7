package org.plimsoll.model;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.TokenCommand;

/// Draws what changes the price of trading: rebates, the terms of the exchange token, stakes.
final class GenTokens {
  private static final long ONE_E9 = 1_000_000_000L;

  private final SplittableRandom random;
  private final NaiveVenue twin;
  private final NaiveState state;
  private final GenNumbers numbers;

  GenTokens(SplittableRandom random, NaiveVenue twin, GenNumbers numbers) {
    this.random = random;
    this.twin = twin;
    this.state = twin.state();
    this.numbers = numbers;
  }

  Command any() {
    return switch (random.nextInt(8)) {
      case 0 -> rebate();
      case 1, 2 -> terms();
      case 3, 4, 5 -> stake(numbers.account());
      default -> unstake(numbers.account());
    };
  }

  private Command rebate() {
    long rebateE9 = random.nextBoolean() ? numbers.edge(100_000) : 25_000;
    return new TokenCommand.SetMakerRebate(numbers.account(), rebateE9);
  }

  /// Terms of the first asset that has a market, mostly; sometimes an edge.
  private Command terms() {
    boolean isEdge = random.nextInt(6) == 0;
    int slices = isEdge ? (int) numbers.edge(1_000) : 1 + random.nextInt(4);
    return new TokenCommand.SetExchangeToken(
        random.nextInt(8) == 0 ? numbers.asset() : 1,
        random.nextInt(8) == 0 ? numbers.market() : 0,
        numbers.account(),
        numbers.custody(),
        isEdge ? numbers.edge(1L << 62) : 1 + random.nextLong(1L << (8 + random.nextInt(50))),
        isEdge ? numbers.edge(ONE_E9) : ONE_E9 / (1 + random.nextInt(3)),
        isEdge ? numbers.edge(ONE_E9) : ONE_E9 / 10,
        slices,
        isEdge ? (int) numbers.edge(604_800 / Math.max(1, slices)) : 60 * (1 + random.nextInt(60)),
        isEdge ? numbers.edge(ONE_E9) : ONE_E9 / 10);
  }

  private Command stake(int account) {
    return new TokenCommand.StakeToken(account, amount(account, false));
  }

  /// Mostly of somebody who has staked.
  private Command unstake(int anybody) {
    int account = anybody;
    for (int each = 0; each < state.accounts.size() && twin.token().terms.isPresent(); each++) {
      boolean hasStake = state.ledger.staked(each, twin.token().terms.get().asset()).signum() > 0;
      account = hasStake && random.nextInt(4) > 0 ? each : account;
    }
    long amount = amount(account, true);
    return isFree(account, amount)
        ? new TokenCommand.UnstakeToken(account, amount)
        : new TokenCommand.CancelUnstake(account, amount, 1);
  }

  /// Returns whether so much of an account's stake is there that does not wait to come free.
  private boolean isFree(int account, long amount) {
    boolean isKnown = account >= 0 && account < state.accounts.size();
    if (!isKnown || twin.token().terms.isEmpty()) {
      return true;
    }
    int token = twin.token().terms.get().asset();
    BigInteger waiting = twin.token().waiting(account).amount();
    BigInteger free = state.ledger.staked(account, token).subtract(waiting);
    return waiting.signum() == 0 || BigInteger.valueOf(amount).compareTo(free) <= 0;
  }

  /// Returns all of it, some of it, or an edge.
  private long amount(int account, boolean isStaked) {
    boolean isKnown = account >= 0 && account < state.accounts.size();
    if (!isKnown || twin.token().terms.isEmpty() || random.nextInt(8) == 0) {
      return numbers.edge(1_000_000);
    }
    int token = twin.token().terms.get().asset();
    BigInteger has = isStaked ? state.ledger.staked(account, token) : state.balance(account, token);
    long most = has.max(BigInteger.ONE).longValueExact();
    return random.nextInt(3) == 0 ? most : 1 + random.nextLong(most);
  }
}
