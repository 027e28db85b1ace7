package org.plimsoll.ecosystem.agent.market;

import org.plimsoll.ecosystem.exchange.Seat;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.ConstructedKind;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.text.bind.Omissible;
import org.plimsoll.units.Side;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Makes a market where there is no other to look at: it learns from who trades with it. Each coin
/// that it sells raises its price and each coin that it buys lowers it, by one over the depth in
/// logarithms, after Kyle, "Continuous auctions and insider trading", Econometrica 53, 1985.
///
/// What a trade has moved stays moved, but for what slowly goes back to the value that it believes
/// in. So selling `x` coins brings `p M (1 - e^(-x / M))`, the exponential impact model.
public final class ThinMaker implements Agent {
  /// How scenario files name it.
  public static final AgentKind<Terms> KIND =
      new ConstructedKind<>(
          "thin-maker",
          "Quotes around its own price, which every trade moves (Kyle 1985).",
          Terms.class,
          ThinMaker::new);

  private static final double DAY_NS = 86_400e9;

  private final Alarm alarm;
  private final String name;
  private final Terms terms;
  private final Seat seat;
  private final Rhythm rhythm;
  private double fair;
  private long lastNs;

  /// What it is asked for.
  ///
  /// @param party whose money it is
  /// @param account of that party at the venue
  /// @param market where it quotes
  /// @param ladder how it quotes
  /// @param price at which it begins, in dollars, positive
  /// @param depthCoins coins that move the log price by one, positive
  /// @param recoveryPerDay how fast its price goes back to the first one, per day; 0 for never
  /// @param latencyMs how long it takes to answer a tick, positive
  /// @param everyMinutes how often it quotes anew between ticks; 0 for never
  public record Terms(
      String party,
      String account,
      String market,
      Ladder ladder,
      double price,
      double depthCoins,
      @Omissible double recoveryPerDay,
      double latencyMs,
      @Omissible double everyMinutes) {
    /// Checks the bounds.
    public Terms {
      Require.positive("price", price);
      Require.positive("depth-coins", depthCoins);
      Require.notNegative("recovery-per-day", recoveryPerDay);
    }
  }

  ThinMaker(Alarm alarm, Setting setting, String name, Terms terms) {
    this.alarm = alarm;
    this.name = name;
    this.terms = terms;
    seat = setting.seat(terms.account(), terms.party(), terms.market());
    rhythm = Rhythm.of(setting.ticks(), terms.latencyMs(), terms.everyMinutes());
    fair = terms.price();
    seat.terminal()
        .listen((market, _, side, _, lots, _) -> {
          if (market == seat.market()) {
            double moved = seat.coins(lots) / terms.depthCoins();
            fair *= StrictMath.exp(side == Side.BUY ? -moved : moved);
          }
        });
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    lastNs = alarm.nowNs();
    quote();
    alarm.at(rhythm.first(lastNs));
  }

  @Override
  public void wake(long nowNs) {
    double days = (nowNs - lastNs) / DAY_NS;
    double kept = StrictMath.exp(-terms.recoveryPerDay() * days);
    fair = terms.price() * StrictMath.pow(fair / terms.price(), kept);
    lastNs = nowNs;
    seat.cancelAll();
    quote();
    alarm.at(rhythm.next(nowNs));
  }

  private void quote() {
    terms.ladder().quote(seat, Side.BUY, fair, terms.depthCoins());
    terms.ladder().quote(seat, Side.SELL, fair, terms.depthCoins());
  }

  @Override
  public void writeTo(StateSink sink) {
    sink.add(Double.doubleToRawLongBits(fair)).add(lastNs);
  }

  @Override
  public void readFrom(StateSource source) {
    fair = Double.longBitsToDouble(source.number());
    lastNs = source.number();
  }
}
