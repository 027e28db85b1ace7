package org.plimsoll.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.plimsoll.ledger.Cause;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.LeveragedTokenCommand.ListLeveragedToken;
import org.plimsoll.protocol.LeveragedTokenEvent;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.protocol.RebalancingCause;
import org.plimsoll.units.LeveragedTokenKind;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// The funds of leveraged tokens at the slow twin: what they are worth, trade and pay.
final class NaiveFunds {
  private static final BigInteger POSITION_MAX = BigInteger.TWO.pow(62);
  private static final BigInteger OWN_MAX = BigInteger.TWO.pow(62);
  private static final BigDecimal DAILY_FEE = new BigDecimal("0.0003");
  private static final BigDecimal REACH = new BigDecimal("0.02");
  private static final int FEES = NaiveLedger.VENUE_BIT;
  private static final long SECOND = 1_000_000_000L;
  private static final long DAY = 86_400 * SECOND;
  private static final long AFTER_MIDNIGHT = 120 * SECOND;
  private static final int TRIES = 5;

  private final NaiveState state;
  private final NaiveFutures futures;
  private final NaiveTrading trading;

  NaiveFunds(NaiveState state, NaiveFutures futures, NaiveTrading trading) {
    this.state = state;
    this.futures = futures;
    this.trading = trading;
  }

  /// A fund, and where it stands with its trading.
  ///
  /// @param step when it looks at its position next
  /// @param daily when it does so because of the time of day
  /// @param cause why it trades, if it does
  /// @param misses child orders that were not filled whole since it began, or -1 while it rests
  /// @param flow what is left to trade of what a creation or redemption asks for
  record Fund(
      ListLeveragedToken listing,
      long step,
      long daily,
      RebalancingCause cause,
      int misses,
      BigInteger flow) {
    boolean isRebalancing() {
      return misses >= 0;
    }

    Fund stepAt(long time) {
      return new Fund(listing, time, daily, cause, misses, flow);
    }

    Fund dailyAt(long time) {
      return new Fund(listing, step, time, cause, misses, flow);
    }

    Fund because(RebalancingCause why) {
      return new Fund(listing, step, daily, why, misses, flow);
    }

    Fund asked(BigInteger lots) {
      return new Fund(listing, step, daily, cause, misses, lots);
    }

    Fund after(int missed) {
      return new Fund(listing, step, daily, cause, missed, flow);
    }
  }

  void add(ListLeveragedToken listing) {
    long daily = nextDaily();
    put(new Fund(listing, daily, daily, RebalancingCause.DAILY, -1, BigInteger.ZERO));
    long midnight = (Math.floorDiv(state.clock, DAY) + 1) * DAY;
    state.due.add(new NaiveDue.Entry(midnight, DueWork.TOKEN_FEE, listing.asset()));
  }

  /// Returns what a fund is worth: its money, and what its position has earned since it last became
  /// money.
  BigInteger nav(Fund fund) {
    int account = fund.listing().fund();
    return state
        .balance(account, 0)
        .add(futures.unrealized(market(fund), account, Optional.empty()));
  }

  /// Lets those trade at once that are a third or more above their target.
  void follow() {
    for (Fund fund : List.copyOf(state.funds)) {
      if (!fund.isRebalancing() && isOverleveraged(fund)) {
        wake(fund, RebalancingCause.INTRADAY);
      }
    }
  }

  /// Lets a fund trade the part of its position that tokens are of those there were, the whole
  /// target if there were none.
  ///
  /// @param tokens negative if redeemed
  void onFlow(Fund fund, BigInteger tokens, BigInteger before) {
    BigInteger held = futures.position(fund.listing().market(), fund.listing().fund()).lots();
    BigInteger asked =
        before.signum() == 0
            ? POSITION_MAX
                .multiply(BigInteger.TEN)
                .multiply(BigInteger.valueOf(target(fund).signum()))
            : held.multiply(tokens).divide(before);
    wake(fund.asked(asked), RebalancingCause.FLOW);
  }

  private void wake(Fund fund, RebalancingCause cause) {
    if (fund.step() > state.clock) {
      state.due.remove(entry(fund));
      put(fund.because(cause).stepAt(state.clock));
    }
  }

  void step(int asset, List<Event> events) {
    Fund fund = state.issuing(asset).orElseThrow();
    if (!fund.isRebalancing() && fund.daily() <= state.clock) {
      fund = fund.because(RebalancingCause.DAILY).dailyAt(nextDaily());
    }
    BigInteger wanted = wanted(fund);
    if (!fund.isRebalancing() && wanted.signum() != 0) {
      fund = fund.after(0);
      events.add(
          new LeveragedTokenEvent.RebalancingBegan(asset, fund.cause(), wanted.longValueExact()));
    }
    if (wanted.signum() == 0) {
      rest(fund, wanted, events);
      return;
    }
    BigInteger lots = wanted.abs().min(BigInteger.valueOf(fund.listing().childLots()));
    BigInteger traded = trade(fund, wanted.signum() > 0, lots.longValueExact(), events);
    fund = fund.asked(fund.flow().subtract(traded));
    if (traded.abs().compareTo(lots) < 0) {
      fund = fund.after(fund.misses() + 1);
    }
    if (traded.equals(wanted) || fund.misses() == TRIES) {
      rest(fund, wanted.subtract(traded), events);
    } else {
      put(fund.stepAt(state.clock + 10 * SECOND));
    }
  }

  private void rest(Fund fund, BigInteger left, List<Event> events) {
    if (fund.isRebalancing()) {
      events.add(
          new LeveragedTokenEvent.RebalancingEnded(fund.listing().asset(), left.longValueExact()));
    }
    put(fund.after(-1).stepAt(fund.daily()));
  }

  private BigInteger trade(Fund fund, boolean buys, long lots, List<Event> events) {
    int account = fund.listing().fund();
    int market = fund.listing().market();
    BigDecimal mark = new BigDecimal(futures.mark(market));
    BigDecimal through = mark.multiply(REACH);
    BigInteger limit =
        buys
            ? mark.add(through)
                .setScale(0, RoundingMode.FLOOR)
                .toBigIntegerExact()
                .min(futures.ticksMax(market(fund)))
            : mark.subtract(through).setScale(0, RoundingMode.CEILING).toBigIntegerExact();
    BigInteger before = futures.position(market, account).lots();
    state.acting = account;
    try {
      trading.place(
          new OrderCommand.PlaceLimitOrder(
              account,
              market,
              buys ? Side.BUY : Side.SELL,
              limit.longValueExact(),
              lots,
              TimeInForce.IMMEDIATE_OR_CANCEL,
              0,
              false),
          events);
    } catch (Refused refused) {
      Event.CommandRefused why = (Event.CommandRefused) refused.event();
      events.add(
          new LeveragedTokenEvent.ChildOrderRefused(
              fund.listing().asset(), why.reason().code(), why.required(), why.available()));
    }
    state.acting = -1;
    return futures.position(market, account).lots().subtract(before);
  }

  /// Takes a day's fee as far as there is money.
  void charge(int asset, List<Event> events) {
    Fund fund = state.issuing(asset).orElseThrow();
    int account = fund.listing().fund();
    BigInteger due =
        new BigDecimal(nav(fund).max(BigInteger.ZERO))
            .multiply(DAILY_FEE)
            .setScale(0, RoundingMode.CEILING)
            .toBigIntegerExact();
    BigInteger posted =
        due.min(state.balance(account, 0).subtract(state.takes(account, 0)))
            .min(OWN_MAX.subtract(state.ledger.balance(FEES, 0)))
            .max(BigInteger.ZERO);
    if (posted.signum() > 0) {
      state.ledger.post(0, account, FEES, posted);
      events.add(
          new Event.TransferPosted(
              Cause.MANAGEMENT_FEE, 0, account, FEES, posted.longValueExact()));
    }
    if (posted.compareTo(due) < 0) {
      events.add(
          new LeveragedTokenEvent.ManagementFeeCapped(
              asset, due.longValueExact(), posted.longValueExact()));
    }
  }

  private boolean isOverleveraged(Fund fund) {
    BigDecimal exposure = new BigDecimal(exposure(fund).abs());
    BigDecimal limit = target(fund).abs().multiply(new BigDecimal(nav(fund).max(BigInteger.ZERO)));
    return futures.mark(fund.listing().market()).signum() > 0
        && exposure.signum() != 0
        && exposure.multiply(BigDecimal.valueOf(3)).compareTo(limit.multiply(BigDecimal.valueOf(4)))
            >= 0;
  }

  private BigInteger exposure(Fund fund) {
    BigInteger lots = futures.position(fund.listing().market(), fund.listing().fund()).lots();
    return market(fund).quoteAmount(lots.multiply(futures.mark(fund.listing().market())));
  }

  /// Returns what a fund has to trade: the target is in whole smallest units of account, and the
  /// position in whole lots, both cut toward zero.
  private BigInteger wanted(Fund fund) {
    NaiveState.Market market = market(fund);
    BigInteger mark = futures.mark(fund.listing().market());
    BigInteger held = futures.position(fund.listing().market(), fund.listing().fund()).lots();
    if (mark.signum() == 0) {
      return BigInteger.ZERO;
    }
    BigInteger exposure =
        target(fund)
            .multiply(new BigDecimal(nav(fund).max(BigInteger.ZERO)))
            .setScale(0, RoundingMode.DOWN)
            .toBigIntegerExact();
    BigInteger lots = exposure.divide(market.quoteAmount(mark));
    BigInteger most = POSITION_MAX.divide(BigInteger.valueOf(market.listing().lot()));
    BigInteger wanted = lots.min(most).max(most.negate()).subtract(held);
    boolean reduces = wanted.signum() == -held.signum();
    return switch (fund.cause()) {
      case DAILY -> wanted;
      case INTRADAY -> reduces ? wanted : BigInteger.ZERO;
      case FLOW -> {
        boolean isAway = wanted.signum() != fund.flow().signum();
        yield isAway
            ? BigInteger.ZERO
            : wanted.signum() < 0 ? wanted.max(fund.flow()) : wanted.min(fund.flow());
      }
    };
  }

  private static BigDecimal target(Fund fund) {
    LeveragedTokenKind kind = fund.listing().kind();
    return new BigDecimal(
        switch (kind) {
          case BULL -> "3";
          case BEAR -> "-3";
          case HEDGE -> "-1";
          case HALF -> "0.5";
        });
  }

  private NaiveState.Market market(Fund fund) {
    return state.markets.get(fund.listing().market());
  }

  private long nextDaily() {
    return (Math.floorDiv(state.clock - AFTER_MIDNIGHT, DAY) + 1) * DAY + AFTER_MIDNIGHT;
  }

  /// Puts a fund in place of what was known of it, and its next step among what is due.
  private void put(Fund fund) {
    state.funds.removeIf(f -> f.listing().asset() == fund.listing().asset());
    state.funds.add(fund);
    state.due.add(entry(fund));
  }

  private static NaiveDue.Entry entry(Fund fund) {
    return new NaiveDue.Entry(fund.step(), DueWork.REBALANCING, fund.listing().asset());
  }
}
