package org.plimsoll.ecosystem.agent.market;

import java.util.Locale;
import java.util.Optional;
import org.plimsoll.ecosystem.Chronicle;
import org.plimsoll.ecosystem.exchange.Seat;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.outcome.Flag;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.ConstructedKind;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.text.bind.Omissible;
import org.plimsoll.units.Side;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Attacks the venue through its own token: sells it short down to the price from which it falls by
/// itself, waits, and buys back where it has come to rest. "It should not be possible to bankrupt
/// an investment bank by shorting its stock."
///
/// Closed form: `M ln(p_good / p_tip)` tokens bring `M (p_good - p_tip)` and cost their number
/// times the price after the fall ([org.plimsoll.solvency.spiral.AttackCost]).
public final class TokenShortSeller implements Agent {
  /// How scenario files name it.
  public static final AgentKind<Terms> KIND =
      new ConstructedKind<>(
          "token-short-seller",
          "Sells the venue's token short until it falls by itself, and buys it back.",
          Terms.class,
          TokenShortSeller::new);

  private static final double DAY_NS = 86_400e9;

  private final Alarm alarm;
  private final String name;
  private final Terms terms;
  private final Seat seat;
  private final Chronicle chronicle;
  private final Rhythm rhythm;
  private double firstCoins;
  private double firstDollars;
  private double sold;
  private double proceeds;
  private long begunNs;
  private Stage stage = Stage.SELLING;

  /// What it is doing.
  enum Stage {
    SELLING,
    WAITING,
    COVERING,
    DONE
  }

  /// What it is asked for.
  ///
  /// @param party whose money it is
  /// @param account of that party at the venue
  /// @param market of the token
  /// @param downTo the price at which it stops selling, in dollars, positive
  /// @param coinsMax the most that it sells, positive
  /// @param clipCoins the most that it trades at a time, positive
  /// @param coverAt the price at which it begins to buy back, positive, below `down-to`
  /// @param patienceDays after which it buys back at any price, positive
  /// @param afterDays when it begins, not negative
  /// @param latencyMs how long it takes to act after a tick, positive
  /// @param everyMinutes how often it acts between ticks; 0 for never
  public record Terms(
      String party,
      String account,
      String market,
      double downTo,
      double coinsMax,
      double clipCoins,
      double coverAt,
      double patienceDays,
      @Omissible double afterDays,
      double latencyMs,
      @Omissible double everyMinutes) {
    /// Checks the bounds.
    public Terms {
      Require.positive("coins-max", coinsMax);
      Require.positive("clip-coins", clipCoins);
      Require.positive("cover-at", coverAt);
      Require.holds(downTo > coverAt, "down-to", downTo, "must be above cover-at");
      Require.positive("patience-days", patienceDays);
      Require.notNegative("after-days", afterDays);
    }
  }

  TokenShortSeller(Alarm alarm, Setting setting, String name, Terms terms) {
    this.alarm = alarm;
    this.name = name;
    this.terms = terms;
    chronicle = setting.economy().chronicle();
    seat = setting.seat(terms.account(), terms.party(), terms.market());
    rhythm = Rhythm.of(setting.ticks(), terms.latencyMs(), terms.everyMinutes());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    begunNs = alarm.nowNs() + (long) (terms.afterDays() * DAY_NS);
    firstCoins = seat.coins();
    firstDollars = seat.dollars();
    alarm.at(rhythm.first(begunNs));
  }

  @Override
  public void wake(long nowNs) {
    double price = seat.middle();
    switch (stage) {
      case SELLING -> sell(price);
      case WAITING -> {
        boolean isLate = nowNs - begunNs > terms.patienceDays() * DAY_NS;
        stage = price <= terms.coverAt() || isLate ? Stage.COVERING : stage;
      }
      case COVERING -> cover(nowNs);
      case DONE -> {}
    }
    alarm.at(rhythm.next(nowNs));
  }

  private void sell(double price) {
    double left = terms.coinsMax() - shortCoins();
    if (price <= terms.downTo() || left < terms.clipCoins() / 2) {
      sold = shortCoins();
      proceeds = seat.dollars() - firstDollars;
      stage = Stage.WAITING;
    } else {
      seat.trade(Side.SELL, StrictMath.min(left, terms.clipCoins()));
    }
  }

  private void cover(long nowNs) {
    seat.trade(Side.BUY, StrictMath.min(shortCoins(), terms.clipCoins()));
    if (seat.coins() >= firstCoins - 1) {
      stage = Stage.DONE;
      String text =
          String.format(
              Locale.ROOT,
              "%s sold %,.0f tokens for %,.0f and is back where it began with a profit of %,.0f",
              name,
              sold,
              proceeds,
              profit());
      chronicle.add(new Flag(nowNs, "attack", text, Optional.empty()));
    }
  }

  private double shortCoins() {
    return firstCoins - seat.coins();
  }

  /// Returns the tokens that it had sold when it stopped selling.
  double sold() {
    return sold;
  }

  /// Returns what they brought, in dollars.
  double proceeds() {
    return proceeds;
  }

  /// Returns its dollars beyond those with which it began.
  double profit() {
    return seat.dollars() - firstDollars;
  }

  Stage stage() {
    return stage;
  }

  @Override
  public void writeTo(StateSink sink) {
    sink.add(begunNs).add(stage.ordinal());
    for (double each : new double[] {firstCoins, firstDollars, sold, proceeds}) {
      sink.add(Double.doubleToRawLongBits(each));
    }
  }

  @Override
  public void readFrom(StateSource source) {
    begunNs = source.number();
    stage = source.oneOf(Stage.values());
    firstCoins = Double.longBitsToDouble(source.number());
    firstDollars = Double.longBitsToDouble(source.number());
    sold = Double.longBitsToDouble(source.number());
    proceeds = Double.longBitsToDouble(source.number());
  }
}
