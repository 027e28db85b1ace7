package org.plimsoll.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.protocol.AccountCommand;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.LiquidationCommand;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.ListingCommand.ListMarket;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.protocol.OrderEvent.TradeExecuted;
import org.plimsoll.protocol.Request;
import org.plimsoll.protocol.TokenEvent;
import org.plimsoll.units.MarginProfile;
import org.plimsoll.units.Side;

/// Follows what trades cost by what owners were told that they pay: every taker pays what his fee
/// makes of all that his order has traded, every maker what it makes of the trade, and what they
/// pay is what the venue and, of what high leverage adds, the fund have, trade by trade. Nobody is
/// ever paid more for resting than the one who took has paid.
public final class FeeChecker implements HistoryChecker {
  private static final int FEES = NaiveLedger.VENUE_BIT;
  private static final int FUND = NaiveLedger.VENUE_BIT + 1;

  private final SortedMap<Integer, Integer> owners = new TreeMap<>();
  private final SortedMap<Integer, TokenEvent.FeesFixed> fees = new TreeMap<>();
  private final SortedMap<Integer, MarketListing> markets = new TreeMap<>();
  private final List<Integer> decimals = new ArrayList<>();
  private final SortedMap<Long, BigInteger> traded = new TreeMap<>();
  private final List<Event.TransferPosted> expected = new ArrayList<>();
  private final List<Event.TransferPosted> posted = new ArrayList<>();
  private final SortedMap<Integer, Integer> leverage = new TreeMap<>();
  private boolean hasHighLeverage;
  private boolean charges;
  private boolean isCapped;

  @Override
  public void onCommand(Request request, List<Event> events) {
    for (Event event : events) {
      switch (event) {
        case Event.CommandApplied(DefineAsset c) -> decimals.add(c.decimals());
        case Event.CommandApplied(MarketListing c) -> markets.put(c.market(), c);
        case Event.CommandApplied(ClockCommand.ActivateRules c) -> charges = c.version() >= 3;
        case Event.CommandApplied(AccountCommand.OpenAccount c) ->
            owners.put(c.account(), c.account());
        case Event.CommandApplied(AccountCommand.OpenSubaccount c) ->
            owners.put(c.account(), owners.getOrDefault(c.parent(), c.account()));
        case Event.CommandApplied(AccountCommand.SetLeverage c) ->
            leverage.put(c.account(), c.leverage());
        case Event.CommandApplied(LiquidationCommand.SetMarginProfile c) ->
            hasHighLeverage = c.profile() == MarginProfile.FTX_2019;
        case TokenEvent.FeesFixed e -> fees.put(e.account(), e);
        case TokenEvent.FeeCapped _ -> isCapped = true;
        case Event.TransferPosted e when isFee(e.cause()) -> posted.add(e);
        case TradeExecuted e -> {
          settle();
          expect(e);
        }
        default -> {}
      }
    }
    settle();
  }

  private static boolean isFee(Cause cause) {
    return cause == Cause.TAKER_FEE || cause == Cause.MAKER_FEE || cause == Cause.REBATE;
  }

  /// Compares what a trade should have cost with what was posted since.
  private void settle() {
    if (!isCapped) {
      BrokenLaw.unlessEqual(List.copyOf(expected), List.copyOf(posted), "fees of a trade");
      BigInteger kept = BigInteger.ZERO;
      for (Event.TransferPosted e : posted) {
        BigInteger amount = BigInteger.valueOf(e.amount());
        boolean isKept = e.asset() == 0 && e.to() == FEES;
        boolean isGiven = e.asset() == 0 && e.from() == FEES;
        kept = isKept ? kept.add(amount) : isGiven ? kept.subtract(amount) : kept;
      }
      BrokenLaw.unless(kept.signum() >= 0, "a trade cost the venue " + kept.negate());
    }
    isCapped = false;
    expected.clear();
    posted.clear();
  }

  private void expect(TradeExecuted e) {
    if (!charges) {
      return;
    }
    MarketListing market = markets.getOrDefault(e.market(), new ListMarket(0, "-", 0, 0, 0, 0));
    BigInteger base =
        BigInteger.valueOf(e.quantityLots()).multiply(BigInteger.valueOf(market.lot()));
    BigInteger quote = quote(market, base, e.priceTicks());
    BigInteger before = traded.getOrDefault(e.takerOrder(), BigInteger.ZERO);
    BigInteger after = before.add(quote);
    traded.put(e.takerOrder(), after);
    long takerE9 = fees(e.takerAccount()).takerE9();
    add(
        Cause.TAKER_FEE,
        market,
        e.takerAccount(),
        0,
        fee(after, takerE9).subtract(fee(before, takerE9)));
    addSurcharge(
        Cause.TAKER_FEE,
        market,
        e.takerAccount(),
        0,
        surcharge(e.takerAccount(), before),
        surcharge(e.takerAccount(), after));
    long makerE9 = fees(e.makerAccount()).makerE9();
    boolean getsBase = market instanceof ListMarket && e.takerSide() == Side.SELL;
    boolean paysInBase = getsBase && makerE9 >= 0;
    int asset = paysInBase ? market.base() : 0;
    Cause cause = makerE9 < 0 ? Cause.REBATE : Cause.MAKER_FEE;
    add(cause, market, e.makerAccount(), asset, fee(paysInBase ? base : quote, makerE9));
    BigInteger gets = getsBase ? base : quote;
    BigInteger left = gets.subtract(fee(gets, makerE9).max(BigInteger.ZERO));
    addSurcharge(
        Cause.MAKER_FEE,
        market,
        e.makerAccount(),
        getsBase ? market.base() : 0,
        BigInteger.ZERO,
        surcharge(e.makerAccount(), gets).min(left));
  }

  /// Returns 0.05 % from leverage 50 on.
  private BigInteger surcharge(int account, BigInteger amount) {
    return hasHighLeverage && leverage.getOrDefault(account, 10) >= 50
        ? fee(amount, 500_000)
        : BigInteger.ZERO;
  }

  /// Adds what a surcharge has come to what it had come to before: half to the fund, with the odd
  /// unit of the whole order.
  private void addSurcharge(
      Cause cause,
      MarketListing market,
      int account,
      int asset,
      BigInteger before,
      BigInteger after) {
    BigInteger[] first = before.divideAndRemainder(BigInteger.TWO);
    BigInteger[] then = after.divideAndRemainder(BigInteger.TWO);
    BigInteger toFund = then[0].add(then[1]).subtract(first[0]).subtract(first[1]);
    add(cause, FUND, market, account, asset, toFund);
    add(cause, FEES, market, account, asset, then[0].subtract(first[0]));
  }

  private void add(Cause cause, MarketListing market, int account, int asset, BigInteger due) {
    add(cause, FEES, market, account, asset, due);
  }

  private void add(
      Cause cause, int purpose, MarketListing market, int account, int asset, BigInteger due) {
    int side = market instanceof ListMarket ? account : LedgerAccount.settlement(market.market());
    long amount = due.abs().longValueExact();
    if (amount > 0) {
      expected.add(
          cause == Cause.REBATE
              ? new Event.TransferPosted(cause, asset, purpose, side, amount)
              : new Event.TransferPosted(cause, asset, side, purpose, amount));
    }
  }

  private BigInteger quote(MarketListing market, BigInteger base, long ticks) {
    return base.multiply(BigInteger.valueOf(ticks))
        .multiply(BigInteger.valueOf(market.tickE9()))
        .multiply(BigInteger.TEN.pow(decimals.getFirst()))
        .divide(BigInteger.TEN.pow(9 + decimals.get(market.base())));
  }

  private TokenEvent.FeesFixed fees(int account) {
    int owner = owners.getOrDefault(account, account);
    return fees.getOrDefault(owner, new TokenEvent.FeesFixed(owner, 1, 0, 200_000, 700_000));
  }

  private static BigInteger fee(BigInteger amount, long rateE9) {
    return new BigDecimal(amount.multiply(BigInteger.valueOf(rateE9)), 9)
        .setScale(0, RoundingMode.CEILING)
        .toBigIntegerExact();
  }
}
