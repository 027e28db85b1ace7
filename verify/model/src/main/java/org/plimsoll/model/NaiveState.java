package org.plimsoll.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.plimsoll.protocol.ControlCommand.GrantPrivilege;
import org.plimsoll.protocol.CustodyPolicy;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.ListingCommand.ListMarket;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.protocol.ListingCommand.SetMarketLimits;
import org.plimsoll.protocol.MarketState;
import org.plimsoll.protocol.Privilege;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.units.Side;

/// What the slow twin remembers. Nothing is kept that could be worked out from the rest.
final class NaiveState {
  final List<NaiveAsset> assets = new ArrayList<>();
  final List<String> accounts = new ArrayList<>();
  final List<Integer> owners = new ArrayList<>();
  final List<GrantPrivilege> grants = new ArrayList<>();
  final List<String> custody = new ArrayList<>();
  final List<Market> markets = new ArrayList<>();
  final SortedMap<Integer, Long> lastOfClient = new TreeMap<>();
  final NaiveLeverage leverage = new NaiveLeverage();
  final SortedMap<Integer, SetMarketLimits> limits = new TreeMap<>();
  final SortedMap<Integer, MarketState> marketStates = new TreeMap<>();
  final List<NaiveTriggers.Waiting> waiting = new ArrayList<>();
  final SortedSet<Integer> expired = new TreeSet<>();
  final SortedMap<Integer, BigInteger> lastTrades = new TreeMap<>();
  final NaiveLedger ledger = new NaiveLedger();
  final SortedSet<NaiveDue.Entry> due = new TreeSet<>();
  final NaiveOffers offers = new NaiveOffers();
  final List<NaiveFunds.Fund> funds = new ArrayList<>();
  final SortedSet<Integer> everOffered = new TreeSet<>();
  final NaiveFailing failing = new NaiveFailing();
  CustodyPolicy policy = CustodyPolicy.COMMINGLED;
  long lendingFee = 700_000;
  int rules = 1;
  long sequence;
  long clock;
  long orders;
  long triggers;
  int acting = -1;

  /// A market and its order book.
  ///
  /// @param stepCost what one lot at one tick costs, in the quote asset's smallest unit
  record Market(MarketListing listing, BigInteger stepCost, NaiveOrderBook book) {
    boolean isFuture() {
      return listing instanceof ListFuture;
    }

    int quote() {
      return listing instanceof ListMarket spot ? spot.quote() : 0;
    }

    BigInteger baseAmount(long lots) {
      return BigInteger.valueOf(lots).multiply(BigInteger.valueOf(listing.lot()));
    }

    BigInteger quoteAmount(BigInteger tickLots) {
      return tickLots.multiply(stepCost);
    }

    BigInteger brings(NaiveOrderBook.Resting order, int asset) {
      return moves(order, asset, order.side() == Side.BUY);
    }

    BigInteger takes(NaiveOrderBook.Resting order, int asset) {
      return moves(order, asset, order.side() == Side.SELL);
    }

    /// Returns what an order adds to a balance as margin counts it, which is never better for its
    /// owner than the mark.
    BigInteger counted(NaiveOrderBook.Resting order, int asset, BigInteger markE9) {
      if (isFuture()) {
        return BigInteger.ZERO;
      }
      BigInteger ticks = countedTicks(order.side(), order.priceTicks(), markE9);
      BigInteger lots = BigInteger.valueOf(order.lots());
      boolean buys = order.side() == Side.BUY;
      if (asset == listing.base()) {
        return buys ? baseAmount(order.lots()) : baseAmount(order.lots()).negate();
      }
      BigInteger quote = quoteAmount(ticks.multiply(lots));
      return asset != quote() ? BigInteger.ZERO : buys ? quote.negate() : quote;
    }

    /// Returns the limit or the mark, whichever is worse, in ticks.
    BigInteger countedTicks(Side side, long limitTicks, BigInteger markE9) {
      BigDecimal mark = new BigDecimal(markE9);
      BigDecimal tick = BigDecimal.valueOf(listing.tickE9());
      BigInteger limit = BigInteger.valueOf(limitTicks);
      return side == Side.BUY
          ? limit.max(mark.divide(tick, 0, RoundingMode.CEILING).toBigIntegerExact())
          : limit.min(mark.divide(tick, 0, RoundingMode.FLOOR).toBigIntegerExact());
    }

    private BigInteger moves(NaiveOrderBook.Resting order, int asset, boolean isBase) {
      if (isFuture() || asset != (isBase ? listing.base() : quote())) {
        return BigInteger.ZERO;
      }
      BigInteger lots = BigInteger.valueOf(order.lots());
      return isBase
          ? baseAmount(order.lots())
          : quoteAmount(lots.multiply(BigInteger.valueOf(order.priceTicks())));
    }
  }

  /// Returns how far an account may lack collateral, or nothing if it may not at all.
  Optional<BigInteger> creditLine(int account) {
    return grants.stream()
        .filter(grant -> NaivePrivileges.isOf(grant, account, Privilege.ALLOW_NEGATIVE))
        .map(grant -> BigInteger.valueOf(grant.amount()))
        .findFirst();
  }

  boolean isGranted(int account, Privilege privilege) {
    return grants.stream().anyMatch(grant -> NaivePrivileges.isOf(grant, account, privilege));
  }

  /// Returns what an amount is worth at the mark, in the smallest unit of account, rounded up.
  BigInteger value(int asset, BigInteger amount) {
    NaiveAsset terms = assets.get(asset);
    return NaiveMargin.value(
        amount,
        terms.mark(),
        terms.definition().decimals(),
        assets.getFirst().definition().decimals(),
        RoundingMode.CEILING);
  }

  /// Returns what an account can spend of an asset whatever its resting orders take; negative where
  /// it owes.
  BigInteger free(int account, int asset) {
    return balance(account, asset)
        .subtract(takes(account, asset))
        .subtract(offers.of(account, asset).reserved());
  }

  /// Returns the fund that issues an asset, if it is a leveraged token.
  Optional<NaiveFunds.Fund> issuing(int asset) {
    return funds.stream().filter(fund -> fund.listing().asset() == asset).findFirst();
  }

  boolean isFund(int account) {
    return funds.stream().anyMatch(fund -> fund.listing().fund() == account);
  }

  /// Refuses what anybody else asks of a leveraged token's fund.
  void checkFree(int account) {
    funds.stream()
        .filter(fund -> fund.listing().fund() == account && account != acting)
        .forEach(NaiveState::forbid);
  }

  /// Refuses a leveraged token at a custody location.
  void checkInCustody(int asset) {
    issuing(asset).ifPresent(NaiveState::forbid);
  }

  private static void forbid(NaiveFunds.Fund fund) {
    Refused.unless(false, RefusalReason.LEVERAGED_TOKEN_FORBIDS, 0, fund.listing().asset());
  }

  CustodyPolicy policy() {
    return rules >= 2 ? policy : CustodyPolicy.SEGREGATED;
  }

  boolean lends() {
    return policy() != CustodyPolicy.SEGREGATED;
  }

  /// Returns what accounts would owe of an asset if every resting order took what it can.
  BigInteger possibleDebts(int asset) {
    BigInteger sum = BigInteger.ZERO;
    for (int account = 0; account < accounts.size(); account++) {
      sum = sum.add(takes(account, asset).subtract(balance(account, asset)).max(BigInteger.ZERO));
    }
    return sum;
  }

  BigInteger balance(int account, int asset) {
    return ledger.balance(account, asset);
  }

  int openOrders(int account) {
    int count = 0;
    for (Market market : markets) {
      for (NaiveOrderBook.Resting order : market.book().orders()) {
        count += order.account() == account ? 1 : 0;
      }
    }
    return count;
  }

  /// Returns the account's resting order of that name.
  Optional<NaiveOrderBook.Resting> named(int account, long clientOrder) {
    return markets.stream()
        .flatMap(market -> market.book().orders().stream())
        .filter(order -> order.account() == account && clientOrder != 0)
        .filter(order -> order.terms().clientOrder() == clientOrder)
        .findFirst();
  }

  /// Returns what the account's resting orders of one side would bring of an asset.
  BigInteger brings(int account, Side side, int asset) {
    return sum(account, side, (market, order) -> market.brings(order, asset));
  }

  /// Returns what the account's resting orders of one side would take of an asset.
  BigInteger takes(int account, Side side, int asset) {
    return sum(account, side, (market, order) -> market.takes(order, asset));
  }

  /// Returns what margin counts of an asset if the account's resting orders of one side filled.
  BigInteger countedChange(int account, Side side, int asset) {
    return sum(account, side, (market, order) -> market.counted(order, asset, baseMark(market)));
  }

  /// Returns the mark price of what a market trades, in billionths; 0 while there is none.
  BigInteger baseMark(Market market) {
    return assets.get(market.listing().base()).mark();
  }

  BigInteger brings(int account, int asset) {
    return brings(account, Side.BUY, asset).add(brings(account, Side.SELL, asset));
  }

  BigInteger takes(int account, int asset) {
    return takes(account, Side.BUY, asset).add(takes(account, Side.SELL, asset));
  }

  private BigInteger sum(
      int account, Side side, BiFunction<Market, NaiveOrderBook.Resting, BigInteger> part) {
    BigInteger sum = BigInteger.ZERO;
    for (Market market : markets) {
      for (NaiveOrderBook.Resting order : market.book().orders()) {
        boolean counts = order.account() == account && order.side() == side;
        sum = counts ? sum.add(part.apply(market, order)) : sum;
      }
    }
    return sum;
  }
}
