package org.plimsoll.model;

import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.LeveragedTokenCommand.CreateToken;
import org.plimsoll.protocol.LeveragedTokenCommand.ListLeveragedToken;
import org.plimsoll.protocol.LeveragedTokenCommand.RedeemToken;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.units.LeveragedTokenKind;
import org.plimsoll.units.Side;

/// Draws what customers do with leveraged tokens, and now and then the listing of one.
final class GenFunds {
  private final SplittableRandom random;
  private final GenNumbers numbers;
  private final NaiveFutures futures;
  private final NaiveState state;

  GenFunds(SplittableRandom random, GenNumbers numbers, NaiveVenue twin) {
    this.random = random;
    this.numbers = numbers;
    this.futures = twin.futures();
    this.state = twin.state();
  }

  Command any() {
    List<NaiveFunds.Fund> funds = state.funds;
    if (funds.isEmpty() || random.nextInt(16) == 0) {
      return switch (random.nextInt(8)) {
        case 0 -> listing();
        case 1 -> new CreateToken(numbers.account(), numbers.asset(), numbers.edge(1_000));
        default -> making(numbers.account(), numbers.market(), random.nextBoolean(), 0);
      };
    }
    NaiveFunds.Fund fund = funds.get(random.nextInt(funds.size()));
    int account = numbers.account();
    int asset = fund.listing().asset();
    int market = fund.listing().market();
    boolean isShort = fund.listing().kind().targetE9() < 0;
    if (!isMade(market, isShort) && random.nextInt(3) > 0) {
      return making(account, market, isShort, random.nextInt(3) - 1L);
    }
    boolean holds = futures.position(market, fund.listing().fund()).lots().signum() != 0;
    return switch (random.nextInt(holds ? 12 : 8)) {
      case 0, 1, 2 -> new CreateToken(account, asset, created(account, fund));
      case 3, 4 -> redemption(random.nextInt(4) == 0 ? account : holder(asset), asset);
      case 5, 6 -> new ClockCommand.AdvanceTime(state.clock + 10_000_000_000L, 0);
      case 7 -> making(account, market, !isShort, random.nextInt(3) - 1L);
      default -> making(account, market, isShort, numbers.markTicks(market) / 6);
    };
  }

  /// Returns whether somebody waits for a fund to trade with.
  private boolean isMade(int market, boolean buys) {
    return state.markets.get(market).book().orders().stream()
        .anyMatch(order -> (order.side() == Side.BUY) == buys);
  }

  /// Draws an order near the mark, with which the fund may trade, or so far away that it moves the
  /// mark.
  private Command making(int account, int market, boolean buys, long away) {
    Side side = buys ? Side.BUY : Side.SELL;
    long mark = numbers.markTicks(market);
    long ticks = Math.max(1, buys ? mark + away : mark - away);
    long lots =
        random.nextBoolean() ? 1 + random.nextInt(50) : numbers.lots(account, market, side, ticks);
    return new OrderCommand.PlaceLimitOrder(account, market, side, ticks, lots);
  }

  private Command listing() {
    LeveragedTokenKind[] kinds = LeveragedTokenKind.values();
    return new ListLeveragedToken(
        numbers.asset(),
        kinds[random.nextInt(kinds.length)],
        numbers.account(),
        numbers.market(),
        random.nextInt(4) == 0 ? numbers.edge(1_000_000_000_000L) : 1_000_000_000L,
        numbers.edge(1_000));
  }

  /// Returns a quantity that the account could pay for at the first price, or a part of it.
  private long created(int account, NaiveFunds.Fund fund) {
    int asset = fund.listing().asset();
    if (account < 0 || account >= state.accounts.size() || random.nextInt(8) == 0) {
      return numbers.edge(state.assets.get(asset).definition().balanceMax());
    }
    int decimals = state.assets.get(asset).definition().decimals();
    int quoteDecimals = state.assets.getFirst().definition().decimals();
    BigInteger has = state.balance(account, 0).max(BigInteger.ONE);
    BigInteger most =
        has.multiply(BigInteger.TEN.pow(decimals + 9 - quoteDecimals))
            .divide(BigInteger.valueOf(fund.listing().firstPriceE9()));
    long bound = most.min(BigInteger.TEN.pow(17)).max(BigInteger.ONE).longValueExact();
    return Math.max(1, bound >> random.nextInt(6));
  }

  /// Draws a redemption of what the account has, some of it, what all have or an edge.
  private Command redemption(int account, int asset) {
    long has = state.balance(account, asset).longValueExact();
    long tokens =
        switch (random.nextInt(8)) {
          case 0 -> numbers.edge(Math.max(1, has));
          case 1 -> has;
          case 2 -> state.ledger.issued(asset).longValueExact();
          case 3 -> 1;
          default -> 1 + random.nextLong(Math.max(1, has / 2));
        };
    return new RedeemToken(account, asset, tokens);
  }

  /// Returns somebody who has a token, or anybody if nobody has.
  private int holder(int asset) {
    List<Integer> holders =
        IntStream.range(0, state.accounts.size())
            .filter(account -> state.balance(account, asset).signum() > 0)
            .boxed()
            .toList();
    return holders.isEmpty() ? numbers.account() : holders.get(random.nextInt(holders.size()));
  }
}
