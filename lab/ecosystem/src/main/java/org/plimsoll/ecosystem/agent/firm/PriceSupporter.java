package org.plimsoll.ecosystem.agent.firm;

import java.util.List;
import org.plimsoll.ecosystem.exchange.Seat;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.ConstructedKind;
import org.plimsoll.ecosystem.scenario.Plan;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.ecosystem.world.LoanBook;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.units.Side;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Holds up the price of a token against which its party has borrowed: buys when the price comes
/// near one at which a loan would be called, and bids at announced prices, as long as there is
/// cash. So cash becomes the very token that is collateral.
public final class PriceSupporter implements Agent {
  /// How scenario files name it.
  public static final AgentKind<Terms> KIND =
      new ConstructedKind<>(
          "price-supporter",
          "Buys its own collateral when the price comes near a trigger of its own loans, as long"
              + " as it has cash.",
          Terms.class,
          PriceSupporter::new);

  private static final long SECONDS_AFTER_TICK = 3;
  private static final double THROUGH = 1.02;

  private final Alarm alarm;
  private final String name;
  private final Terms terms;
  private final WorldLedger ledger;
  private final LoanBook loans;
  private final Seat seat;
  private final Rounds rounds;
  private final int place;
  private final double coinUnit;
  private long lastNs;
  private double spent;

  /// What was there when a bid began to rest.
  private double resting;

  /// What it is asked for.
  ///
  /// @param party whose loans and money these are
  /// @param account of that party at the venue, for nothing else
  /// @param market the token's spot market
  /// @param place custody location to which it brings dollars
  /// @param callAt debt over worth of the collateral at which lenders call
  /// @param nearness how far above the trigger it begins to buy, as a fraction of it; negative for
  ///   never
  /// @param dailyDollars that it spends at most a day
  /// @param bids announced ones
  public record Terms(
      String party,
      String account,
      String market,
      String place,
      double callAt,
      double nearness,
      double dailyDollars,
      List<Bid> bids) {
    /// Takes a copy.
    public Terms {
      bids = List.copyOf(bids);
    }
  }

  /// An announced bid.
  ///
  /// @param from when it begins
  /// @param until when it is taken back
  /// @param price in dollars
  /// @param dollars that it offers in all
  public record Bid(String from, String until, double price, double dollars) {}

  PriceSupporter(Alarm alarm, Setting setting, String name, Terms terms) {
    this.alarm = alarm;
    this.name = name;
    this.terms = terms;
    ledger = setting.economy().ledger();
    loans = setting.economy().loans();
    seat = setting.seat(terms.account(), terms.party(), terms.market());
    rounds = Rounds.after(setting.ticks(), SECONDS_AFTER_TICK);
    place = setting.place(terms.place());
    coinUnit = StrictMath.pow(10, seat.terminal().definition(seat.base()).decimals());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    lastNs = alarm.nowNs();
    alarm.at(rounds.first(lastNs));
  }

  @Override
  public void wake(long nowNs) {
    seat.cancelAll();
    spent += StrictMath.max(0, resting - seat.dollars());
    resting = 0;
    double days = (nowNs - lastNs) / (double) Rounds.DAY_NS;
    lastNs = nowNs;
    double price = seat.middle();
    if (price > 0 && price < trigger() * (1 + terms.nearness())) {
      double dollars = bring(terms.dailyDollars() * days);
      seat.limit(Side.BUY, price * THROUGH, dollars / (price * THROUGH));
    }
    for (Bid bid : terms.bids()) {
      if (nowNs >= Plan.timeNs(bid.from()) && nowNs < Plan.timeNs(bid.until())) {
        double dollars = bring(bid.dollars() - spent);
        double before = seat.dollars();
        seat.limit(Side.BUY, bid.price(), dollars / bid.price() * (1 - 1e-3));
        spent += StrictMath.max(0, before - seat.dollars());
        resting = seat.dollars();
      }
    }
    alarm.at(rounds.next(nowNs));
  }

  /// Returns the highest price at which a loan against the token would be called.
  private double trigger() {
    double highest = 0;
    for (int loan = 0; loan < loans.count(); loan++) {
      LoanBook.Terms each = loans.terms(loan);
      if (each.borrower() == seat.terminal().holder()
          && each.collateral() == seat.base()
          && loans.pledged(loan) > 0) {
        double coins = loans.pledged(loan) / coinUnit;
        double debt = seat.dollars(loans.principal(loan));
        highest = StrictMath.max(highest, debt / (terms.callAt() * coins));
      }
    }
    return highest;
  }

  /// Brings dollars to the venue until there are so many, as far as the party has cash.
  private double bring(double wanted) {
    long cash = ledger.balance(seat.terminal().holder(), 0);
    long money = Math.min(cash, seat.dollarUnits(StrictMath.max(0, wanted - seat.dollars())));
    if (money > 0) {
      seat.terminal().deposit(0, money, place);
    }
    return StrictMath.min(seat.dollars(), StrictMath.max(0, wanted));
  }

  @Override
  public void writeTo(StateSink sink) {
    sink.add(lastNs).add(Double.doubleToLongBits(spent)).add(Double.doubleToLongBits(resting));
  }

  @Override
  public void readFrom(StateSource source) {
    lastNs = source.number();
    spent = Double.longBitsToDouble(source.number());
    resting = Double.longBitsToDouble(source.number());
  }
}
