package org.plimsoll.ecosystem.agent.market;

import java.util.Locale;
import java.util.Optional;
import org.plimsoll.ecosystem.Economy;
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

/// Quotes both sides around the index and leans against what it holds: the more it has, the lower
/// it quotes, `price (1 - aversion * strayed / limit)`, which is the reservation price of
/// Avellaneda and Stoikov, "High-frequency trading in a limit order book", Quantitative Finance 8,
/// 2008, with `gamma sigma² tau` stated as the aversion at the limit.
///
/// Where others quote closer it joins them, and so lives on what they leave it; whoever hears of a
/// tick sooner takes its old quotes. [MakerProfit] says how much of either.
public final class MarketMaker implements Agent {
  /// How scenario files name it.
  public static final AgentKind<Terms> KIND =
      new ConstructedKind<>(
          "market-maker",
          "Quotes both sides around the index and leans against what it holds (Avellaneda and"
              + " Stoikov 2008).",
          Terms.class,
          MarketMaker::new);

  private final Alarm alarm;
  private final String name;
  private final Terms terms;
  private final Economy economy;
  private final Seat seat;
  private final Rhythm rhythm;
  private final MakerProfit profit = new MakerProfit();
  private final StopRule stop;
  private double home;

  /// What it is asked for.
  ///
  /// @param party whose money it is
  /// @param account of that party at the venue
  /// @param market where it quotes
  /// @param ladder how it quotes
  /// @param depthDollars dollars that move the log price by one, positive
  /// @param limitDollars how far it strays at most from its first holding, positive
  /// @param aversion how far it leans at the limit, as a part of the price, 0 to 1
  /// @param joinsBest whether it quotes no wider than the best of the others
  /// @param latencyMs how long it takes to answer a tick, positive
  /// @param everyMinutes how often it quotes anew between ticks; 0 for never
  /// @param costPerDay dollars that the desk costs a day, paid out of what the party has outside
  /// @param patienceDays over how long it averages what quoting earns; 0 to never ask
  /// @param stopsWhenLosing whether it stops when that average is negative
  public record Terms(
      String party,
      String account,
      String market,
      Ladder ladder,
      double depthDollars,
      double limitDollars,
      double aversion,
      @Omissible boolean joinsBest,
      double latencyMs,
      @Omissible double everyMinutes,
      @Omissible double costPerDay,
      @Omissible double patienceDays,
      @Omissible boolean stopsWhenLosing) {
    /// Checks the bounds.
    public Terms {
      Require.positive("depth-dollars", depthDollars);
      Require.positive("limit-dollars", limitDollars);
      Require.share("aversion", aversion);
      Require.notNegative("cost-per-day", costPerDay);
      Require.notNegative("patience-days", patienceDays);
    }
  }

  MarketMaker(Alarm alarm, Setting setting, String name, Terms terms) {
    this.alarm = alarm;
    this.name = name;
    this.terms = terms;
    economy = setting.economy();
    seat = setting.seat(terms.account(), terms.party(), terms.market());
    rhythm = Rhythm.of(setting.ticks(), terms.latencyMs(), terms.everyMinutes());
    stop = new StopRule(terms.costPerDay(), terms.patienceDays());
    seat.terminal()
        .listen((market, _, side, ticks, lots, _) -> {
          if (market == seat.market()) {
            profit.onFill(side, seat.price(ticks), seat.coins(lots));
          }
        });
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    home = seat.coins();
    alarm.at(rhythm.first(alarm.nowNs()));
  }

  @Override
  public void wake(long nowNs) {
    seat.cancelAll();
    double fair = seat.index();
    if (fair > 0) {
      look(nowNs, fair);
      if (!terms.stopsWhenLosing() || stop.stoppedNs().isEmpty()) {
        quote(fair);
      }
    }
    alarm.at(rhythm.next(nowNs));
  }

  private void look(long nowNs, double fair) {
    if (!profit.isStarted()) {
      profit.start(fair, seat.coins(), seat.worth(fair));
      stop.start(nowNs);
      return;
    }
    profit.look(fair, seat.coins());
    boolean wasStopped = stop.stoppedNs().isPresent();
    stop.look(nowNs, profit.split(seat.worth(fair)).edge(), economy, seat);
    if (!wasStopped && stop.stoppedNs().isPresent()) {
      economy.chronicle().add(new Flag(nowNs, "stop", stopped(), Optional.empty()));
    }
  }

  private String stopped() {
    MakerProfit.Split split = split();
    return String.format(
        Locale.ROOT,
        "%s no longer earns what it costs, %d days after it began; the best day to stop was %,.0f:"
            + " spread %,.0f, adverse selection %,.0f, fees %,.0f, cost %,.0f on a volume of %,.0f",
        name,
        stop.day(),
        stop.bestDay(),
        split.spread(),
        split.adverseSelection(),
        split.fees(),
        -stop.paid(),
        split.volume());
  }

  private void quote(double fair) {
    double held = (seat.coins() - home) * fair / terms.limitDollars();
    double center = fair * (1 - terms.aversion() * StrictMath.clamp(held, -1, 1));
    double depth = terms.depthDollars() / fair;
    if (held < 1) {
      ladder(fair, seat.best(Side.BUY)).quote(seat, Side.BUY, center, depth);
    }
    if (held > -1) {
      ladder(fair, seat.best(Side.SELL)).quote(seat, Side.SELL, center, depth);
    }
  }

  private Ladder ladder(double fair, double best) {
    double others = best > 0 ? StrictMath.abs(StrictMath.log(best / fair)) : 1;
    boolean joins = terms.joinsBest() && others < terms.ladder().halfSpread();
    return joins ? terms.ladder().withHalfSpread(others) : terms.ladder();
  }

  /// Returns what its profit consists of so far.
  MakerProfit.Split split() {
    return profit.split(seat.worth(seat.index()));
  }

  /// Returns how long quoting paid.
  StopRule stop() {
    return stop;
  }

  @Override
  public void writeTo(StateSink sink) {
    sink.add(Double.doubleToRawLongBits(home));
    profit.writeTo(sink);
    stop.writeTo(sink);
  }

  @Override
  public void readFrom(StateSource source) {
    home = Double.longBitsToDouble(source.number());
    profit.readFrom(source);
    stop.readFrom(source);
  }
}
