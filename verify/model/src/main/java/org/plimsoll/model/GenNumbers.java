package org.plimsoll.model;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.plimsoll.units.Side;

/// Draws the numbers of commands: plausible ones from the twin's state, and edges.
final class GenNumbers {
  private static final long ONE_E9 = 1_000_000_000L;
  private static final long MINUTE_NS = 60_000_000_000L;

  private final SplittableRandom random;
  private final NaiveVenue twin;
  private final NaiveState state;

  GenNumbers(SplittableRandom random, NaiveVenue twin) {
    this.random = random;
    this.twin = twin;
    this.state = twin.state();
  }

  int asset() {
    return known(state.assets.size());
  }

  int account() {
    return known(state.accounts.size());
  }

  int custody() {
    return known(state.custody.size());
  }

  int market() {
    return known(state.markets.size());
  }

  /// Returns the next number of a kind, or seldom another.
  int next(int count) {
    return random.nextInt(8) == 0 ? count + random.nextInt(3) - 1 : count;
  }

  /// Returns a number of an order, mostly one that is or was there.
  long order() {
    return random.nextInt(8) == 0 ? edge(state.orders) : random.nextLong(state.orders + 2);
  }

  /// Returns a time: mostly soon after the last one, often next to a whole minute.
  long timestamp() {
    return switch (random.nextInt(12)) {
      case 0 -> edge(state.clock);
      case 1, 2, 3, 4 -> near(wholeMinute(1 + random.nextInt(3)));
      default -> state.clock + random.nextInt(1_000);
    };
  }

  /// Returns a whole minute ahead of the clock, or the clock where there is none.
  private long wholeMinute(int ahead) {
    boolean isLate = state.clock > Long.MAX_VALUE - 4 * MINUTE_NS;
    return isLate ? state.clock : (state.clock / MINUTE_NS + ahead) * MINUTE_NS;
  }

  /// Returns a number near 0, near `bound`, at the end of its type, or anywhere up to the bound.
  long edge(long bound) {
    return switch (random.nextInt(14)) {
      case 0 -> 0;
      case 1 -> -1;
      case 2 -> Long.MAX_VALUE;
      case 3 -> Long.MIN_VALUE;
      case 4 -> bound + 1;
      case 5, 6 -> bound;
      case 7 -> bound - 1;
      case 8 -> 1;
      default -> bound <= 0 ? 1 : random.nextLong(bound) >> random.nextInt(20);
    };
  }

  long deposit(int account, int asset) {
    if (!isKnown(account, asset) || random.nextInt(6) == 0) {
      return isKnownAsset(asset) ? edge(state.assets.get(asset).definition().balanceMax()) : 1;
    }
    long room =
        state
            .assets
            .get(asset)
            .balanceMax()
            .subtract(state.balance(account, asset))
            .subtract(state.brings(account, asset))
            .longValueExact();
    return near(random.nextInt(8) == 0 ? room : Math.max(1, room) >> (2 + random.nextInt(16)));
  }

  /// Returns an amount to withdraw: often what the account has, what custody has, or the most that
  /// the account's collateral lets it take.
  long withdrawal(int account, int asset) {
    if (!isKnown(account, asset) || random.nextInt(8) == 0) {
      return isKnownAsset(asset) ? edge(state.assets.get(asset).definition().balanceMax()) : 1;
    }
    long has = state.balance(account, asset).subtract(state.takes(account, asset)).longValueExact();
    return switch (random.nextInt(5)) {
      case 0 -> near(has);
      case 1 ->
          near(
              state
                  .ledger
                  .onHand(asset)
                  .min(state.assets.get(asset).balanceMax())
                  .longValueExact());
      case 2, 3 -> near(marginLine(account, asset));
      default -> 1 + random.nextLong(Math.max(1, has));
    };
  }

  /// Returns the largest withdrawal that leaves no shortfall, by bisection.
  private long marginLine(int account, int asset) {
    long low = 0;
    long high = state.assets.get(asset).definition().balanceMax();
    while (low < high) {
      long middle = low + (high - low + 1) / 2;
      if (twin.leastFreeAfterWithdrawing(account, asset, middle).signum() >= 0) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  long price(int asset) {
    if (!isKnownAsset(asset) || random.nextInt(10) == 0) {
      return edge(50_000 * ONE_E9);
    }
    NaiveAsset terms = state.assets.get(asset);
    long index = terms.index().longValueExact();
    if (asset == 0 || index == 0 || random.nextInt(12) == 0) {
      return near(highestPrice(terms));
    }
    long step = Math.max(1, index / 8);
    return Math.max(1, index + random.nextLong(2 * step + 1) - step);
  }

  /// Returns the price at which the largest balance reaches the largest value.
  private long highestPrice(NaiveAsset terms) {
    int shift = 9 + terms.definition().decimals() - state.assets.getFirst().definition().decimals();
    return BigInteger.valueOf(50_000_000_000_000_000L)
        .multiply(BigInteger.TEN.pow(shift))
        .divide(terms.balanceMax())
        .min(BigInteger.valueOf(Long.MAX_VALUE - 1))
        .longValueExact();
  }

  /// Returns an order price: mostly within a few ticks of the mark, so that orders meet.
  long ticks(int market) {
    if (market < 0 || market >= state.markets.size()) {
      return 1;
    }
    NaiveState.Market listed = state.markets.get(market);
    long most = mostTickLots(listed);
    NaiveAsset base = state.assets.get(listed.listing().base());
    long mark = Math.max(1, base.mark().longValueExact() / Math.max(1, listed.listing().tickE9()));
    return switch (random.nextInt(24)) {
      case 0 -> edge(most);
      case 1 -> 1 + random.nextLong(Math.max(1, 2 * Math.min(mark, most)));
      case 2 -> 1 + random.nextInt(3);
      default -> Math.max(1, Math.min(mark, most) + random.nextInt(9) - 4);
    };
  }

  /// Returns an order quantity: some share of what the account could pay for, or an edge.
  long lots(int account, int market, Side side, long ticks) {
    if (market < 0
        || market >= state.markets.size()
        || account < 0
        || account >= state.accounts.size()) {
      return 1;
    }
    NaiveState.Market listed = state.markets.get(market);
    long lot = listed.listing().lot();
    long most = state.assets.get(listed.listing().base()).definition().balanceMax() / lot;
    long affordable = affordable(account, listed, side, Math.max(1, ticks));
    return switch (random.nextInt(16)) {
      case 0 -> edge(most);
      case 1 -> near(mostTickLots(listed) / Math.max(1, ticks));
      case 2 -> near(affordable);
      case 3, 4 -> 1 + random.nextInt(3);
      case 5 -> 1 + random.nextLong(Math.max(1, Math.min(most, affordable) * 2));
      default -> 1 + random.nextLong(Math.max(1, Math.min(most, affordable) / 4));
    };
  }

  private long affordable(int account, NaiveState.Market listed, Side side, long ticks) {
    int paid = side == Side.BUY ? listed.listing().quote() : listed.listing().base();
    BigInteger unit =
        side == Side.BUY
            ? listed.stepCost().multiply(BigInteger.valueOf(ticks))
            : BigInteger.valueOf(listed.listing().lot());
    BigInteger has = state.balance(account, paid).subtract(state.takes(account, paid));
    return has.max(BigInteger.ZERO).divide(unit).longValueExact();
  }

  private long mostTickLots(NaiveState.Market listed) {
    return state
        .assets
        .get(listed.listing().quote())
        .balanceMax()
        .divide(listed.stepCost())
        .longValueExact();
  }

  /// Returns `value` or a neighbor.
  private long near(long value) {
    return value + random.nextInt(3) - 1;
  }

  private int known(int count) {
    return switch (random.nextInt(60)) {
      case 0 -> count;
      case 1 -> random.nextBoolean() ? -1 : Integer.MIN_VALUE;
      case 2 -> Integer.MAX_VALUE;
      default -> count == 0 ? 0 : random.nextInt(count);
    };
  }

  private boolean isKnownAsset(int asset) {
    return asset >= 0 && asset < state.assets.size();
  }

  private boolean isKnown(int account, int asset) {
    return isKnownAsset(asset) && account >= 0 && account < state.accounts.size();
  }
}
