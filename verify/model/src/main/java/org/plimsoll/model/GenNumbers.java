package org.plimsoll.model;

import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.units.Side;

/// Draws the numbers of commands: plausible ones from the twin's state, and edges.
final class GenNumbers {
  private static final long ONE_E9 = 1_000_000_000L;
  private static final long MINUTE = 60 * ONE_E9;
  private static final long HOUR = 3_600 * ONE_E9;
  private static final long DAY = 24 * HOUR;

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
    return random.nextInt(4) > 0 ? known(state.markets.size()) : datedFuture();
  }

  /// Returns a dated future that trades, or any market if there is none.
  private int datedFuture() {
    return state.markets.stream()
        .filter(GenNumbers::isDated)
        .map(market -> market.listing().market())
        .filter(market -> !state.expired.contains(market))
        .findFirst()
        .orElseGet(() -> known(state.markets.size()));
  }

  private static boolean isDated(NaiveState.Market market) {
    return market.listing() instanceof ListFuture future && future.expiryNs() > 0;
  }

  /// Returns the next number of a kind, or seldom another.
  int next(int count) {
    return random.nextInt(8) == 0 ? count + random.nextInt(3) - 1 : count;
  }

  /// Returns a number of an order, mostly one that is or was there.
  long order() {
    return random.nextInt(8) == 0 ? edge(state.orders) : random.nextLong(state.orders + 2);
  }

  /// Returns a name for an order: mostly none, else one of few, so that they are used again.
  long clientOrder() {
    return switch (random.nextInt(12)) {
      case 0 -> edge(0);
      case 1, 2, 3, 4 -> 1 + random.nextInt(6);
      default -> 0;
    };
  }

  /// Returns a part in billionths: none, a few ticks of the mark, or an edge.
  long partOfPrice(int market) {
    if (random.nextInt(3) > 0) {
      return random.nextInt(8) == 0 ? edge(ONE_E9) : 0;
    }
    long ticks = Math.max(1, markTicks(market));
    return Math.min(ONE_E9, (1 + random.nextInt(5)) * ONE_E9 / ticks + 1);
  }

  /// Returns the mark of a market in ticks, or 0 if there is none.
  long markTicks(int market) {
    if (market < 0 || market >= state.markets.size()) {
      return 0;
    }
    NaiveState.Market listed = state.markets.get(market);
    return twin.futures().markE9(listed).longValueExact() / listed.listing().tickE9();
  }

  /// Returns the largest balance of the unit of account.
  long quoteMax() {
    return state.assets.isEmpty() ? 1 : state.assets.getFirst().definition().balanceMax();
  }

  /// Returns a time: mostly soon after the last one, often next to a whole minute or hour.
  long timestamp() {
    if (twin.token().terms.isPresent() && random.nextInt(16) == 0) {
      return near(whole(7 * DAY, 1));
    }
    if (twin.token().isUnstaking() && random.nextInt(8) == 0) {
      return whole(DAY, 15);
    }
    return switch (random.nextInt(24)) {
      case 0 -> edge(state.clock);
      case 1 -> edge(7_258_118_399_999_999_999L);
      case 2 -> near(nextExpiry());
      case 3 -> near(days());
      case 4, 5, 6 -> near(whole(HOUR, 1));
      case 7, 8, 9, 10, 11 -> near(whole(MINUTE, 1 + random.nextInt(3)));
      case 12, 13, 14, 15 -> state.clock + random.nextLong(100 * ONE_E9);
      case 16 -> near(whole(DAY, 1) + (random.nextBoolean() ? 0 : 2 * MINUTE));
      case 17, 18 -> state.clock + 10 * ONE_E9;
      default -> state.clock + random.nextInt(1_000);
    };
  }

  /// Returns whether the account has a position in a dated future.
  boolean awaitsExpiry(int account) {
    return state.markets.stream()
        .filter(GenNumbers::isDated)
        .anyMatch(market ->
            twin.futures().position(market.listing().market(), account).lots().signum() != 0);
  }

  /// Returns when the next future expires, or the next full hour if none does.
  private long nextExpiry() {
    return state.markets.stream()
        .filter(market -> market.listing() instanceof ListFuture)
        .mapToLong(market -> ((ListFuture) market.listing()).expiryNs())
        .filter(expiryNs -> expiryNs > state.clock)
        .min()
        .orElse(whole(HOUR, 1));
  }

  /// Returns the end of this day or week.
  private long days() {
    return random.nextBoolean() ? whole(DAY, 1) : whole(7 * DAY, 1);
  }

  private long whole(long period, int ahead) {
    return (state.clock / period + ahead) * period;
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
    long room = room(account, asset);
    boolean isLender = state.offers.of(account, asset).reserved().signum() > 0;
    boolean fills = random.nextInt(isLender ? 2 : 8) == 0;
    return near(fills ? room : Math.max(1, room) >> (2 + random.nextInt(16)));
  }

  /// Returns how much more of an asset an account may get.
  long room(int account, int asset) {
    return state
        .assets
        .get(asset)
        .balanceMax()
        .subtract(state.balance(account, asset))
        .subtract(state.brings(account, asset))
        .longValueExact();
  }

  /// Returns an amount to withdraw: often what the account has, what custody has, or the most that
  /// the account's collateral lets it take.
  long withdrawal(int account, int asset) {
    if (!isKnown(account, asset) || random.nextInt(8) == 0) {
      return isKnownAsset(asset) ? edge(state.assets.get(asset).definition().balanceMax()) : 1;
    }
    long has = state.balance(account, asset).subtract(state.takes(account, asset)).longValueExact();
    return switch (random.nextInt(6)) {
      case 0 -> near(has);
      case 1 ->
          near(
              state
                  .ledger
                  .onHand(asset)
                  .min(state.assets.get(asset).balanceMax())
                  .longValueExact());
      case 2, 3 -> near(marginLine(account, asset));
      case 4 -> Math.max(1, marginLine(account, asset) / 2);
      default -> 1 + random.nextLong(Math.max(1, has));
    };
  }

  /// Returns an amount to offer: often nothing, what the account can spare, or what others owe.
  long offer(int account, int asset) {
    if (!isKnown(account, asset) || random.nextInt(10) == 0) {
      return isKnownAsset(asset) ? edge(state.assets.get(asset).definition().balanceMax()) : 1;
    }
    long has = state.balance(account, asset).subtract(state.takes(account, asset)).longValueExact();
    return switch (random.nextInt(6)) {
      case 0, 1 -> 0;
      case 2 -> near(has);
      case 4 -> near(has / 2);
      case 3 -> near(state.possibleDebts(asset).min(BigInteger.valueOf(has)).longValueExact());
      default -> 1 + random.nextLong(Math.max(1, has));
    };
  }

  /// Returns somebody who has an offer of the asset, or anybody if there is none.
  int lender(int asset) {
    List<Integer> lenders = state.offers.lenders(asset);
    return lenders.isEmpty() ? account() : lenders.get(random.nextInt(lenders.size()));
  }

  /// Returns an hourly rate in billionths: a few that meet each other, an edge now and then.
  long lendingRate() {
    return random.nextInt(10) == 0 ? edge(10_000_000) : 1_000_000L * random.nextInt(4);
  }

  /// Returns the largest withdrawal that leaves no shortfall, by bisection.
  long marginLine(int account, int asset) {
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
    long mark =
        listed.isFuture()
            ? twin.futures().mark(market).longValueExact()
            : base.mark().longValueExact() / Math.max(1, listed.listing().tickE9());
    return switch (random.nextInt(24)) {
      case 0 -> edge(most);
      case 1 -> 1 + random.nextLong(Math.max(1, 2 * Math.clamp(mark, 1, Math.max(1, most))));
      case 2 -> 1 + random.nextInt(3);
      case 3, 4, 5 -> listed.isFuture() ? farFrom(mark, most) : atTheMark(mark, most);
      default -> atTheMark(mark, most);
    };
  }

  private long atTheMark(long mark, long most) {
    return Math.max(1, Math.clamp(mark, 1, Math.max(1, most)) + random.nextInt(9) - 4);
  }

  /// Returns a price up to a quarter from the mark: a future has no other mark than its own orders.
  private long farFrom(long mark, long most) {
    long quarter = Math.max(1, mark / 4);
    return Math.clamp(mark - quarter + random.nextLong(2 * quarter + 1), 1, Math.max(1, most));
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
    if (listed.isFuture()) {
      return futureLots(account, listed, side);
    }
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

  /// Returns a quantity that closes the position, reaches its bound, is a share of it, or an edge.
  private long futureLots(int account, NaiveState.Market listed, Side side) {
    long most = NaiveFutures.lotsMax(listed).longValueExact() / 2;
    long held = twin.futures().position(listed.listing().market(), account).lots().longValueExact();
    long room = side == Side.BUY ? most - held : most + held;
    return switch (random.nextInt(12)) {
      case 0 -> edge(2 * most);
      case 1, 2 -> near(room);
      case 3, 4 -> Math.max(1, Math.abs(held));
      case 5 -> 1 + random.nextInt(3);
      default -> 1 + random.nextLong(Math.max(1, most >> random.nextInt(12)));
    };
  }

  private long affordable(int account, NaiveState.Market listed, Side side, long ticks) {
    int paid = side == Side.BUY ? listed.quote() : listed.listing().base();
    BigInteger unit =
        side == Side.BUY
            ? listed.stepCost().multiply(BigInteger.valueOf(ticks))
            : BigInteger.valueOf(listed.listing().lot());
    BigInteger has = state.balance(account, paid).subtract(state.takes(account, paid));
    return has.max(BigInteger.ZERO).divide(unit).longValueExact();
  }

  private long mostTickLots(NaiveState.Market listed) {
    return state.assets.get(listed.quote()).balanceMax().divide(listed.stepCost()).longValueExact();
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
