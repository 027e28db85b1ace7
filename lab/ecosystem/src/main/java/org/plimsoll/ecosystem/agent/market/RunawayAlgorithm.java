package org.plimsoll.ecosystem.agent.market;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plimsoll.ecosystem.Economy;
import org.plimsoll.ecosystem.exchange.Seat;
import org.plimsoll.ecosystem.exchange.Terminal;
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

/// Works off large parent orders in small child orders, and does not notice that they are filled:
/// what Knight Capital's router did on 1 August 2012, for 45 minutes (SEC release 34-70694, 2013).
///
/// Three things would have stopped it, and each is a term: a link between fills and parent orders,
/// a limit on the gross position before a trade, and somebody with a switch who looks sooner. What
/// it has bought and sold by then is unwound over hours, at a loss.
public final class RunawayAlgorithm implements Agent {
  /// How scenario files name it.
  public static final AgentKind<Terms> KIND =
      new ConstructedKind<>(
          "runaway-algorithm",
          "Sends child orders without end, since nobody counts their fills (Knight 2012).",
          Terms.class,
          RunawayAlgorithm::new);

  private static final double SECOND_NS = 1e9;
  private static final double MINUTE_NS = 60e9;

  private final Alarm alarm;
  private final String name;
  private final Terms terms;
  private final Economy economy;
  private final List<Seat> seats;
  private final double[] peak;
  private long beganNs;
  private double firstWorth;

  /// What it is asked for.
  ///
  /// @param party whose money it is
  /// @param account of that party at the venue
  /// @param markets in which it has a parent order: to buy in the first, sell in the second, and so
  ///   on
  /// @param beginsMinutes when it begins, not negative
  /// @param parentDollars of each parent order, positive
  /// @param childDollars of each child order, positive
  /// @param everySeconds from one child order to the next in each market, positive
  /// @param countsFills whether a parent order that is filled ends
  /// @param grossLimitDollars the gross position before each child order beyond which there are no
  ///   more; 0 for no limit
  /// @param killedMinutes after how many minutes somebody switches it off, positive
  /// @param unwindMinutes over how many more its positions are sold and bought back, positive
  public record Terms(
      String party,
      String account,
      List<String> markets,
      @Omissible double beginsMinutes,
      double parentDollars,
      double childDollars,
      double everySeconds,
      @Omissible boolean countsFills,
      @Omissible double grossLimitDollars,
      double killedMinutes,
      double unwindMinutes) {
    /// Takes a copy and checks the bounds.
    public Terms {
      markets = List.copyOf(markets);
      Require.notNegative("begins-minutes", beginsMinutes);
      Require.positive("parent-dollars", parentDollars);
      Require.positive("child-dollars", childDollars);
      Require.positive("every-seconds", everySeconds);
      Require.notNegative("gross-limit-dollars", grossLimitDollars);
      Require.positive("killed-minutes", killedMinutes);
      Require.positive("unwind-minutes", unwindMinutes);
    }
  }

  RunawayAlgorithm(Alarm alarm, Setting setting, String name, Terms terms) {
    this.alarm = alarm;
    this.name = name;
    this.terms = terms;
    economy = setting.economy();
    Terminal terminal = setting.terminal(terms.account(), terms.party());
    seats =
        terms.markets().stream()
            .map(market -> new Seat(economy.exchange(), terminal, setting.market(market)))
            .toList();
    peak = new double[2];
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    beganNs = alarm.nowNs() + (long) (terms.beginsMinutes() * MINUTE_NS) + 1;
    firstWorth = worth();
    alarm.at(beganNs);
  }

  @Override
  public void wake(long nowNs) {
    double minutes = (nowNs - beganNs) / MINUTE_NS;
    if (minutes < terms.killedMinutes()) {
      for (int i = 0; i < seats.size(); i++) {
        send(seats.get(i), i % 2 == 0 ? Side.BUY : Side.SELL);
      }
      peak[0] = StrictMath.max(peak[0], gross(1));
      peak[1] = StrictMath.max(peak[1], gross(-1));
      alarm.at(nowNs + (long) (terms.everySeconds() * SECOND_NS));
    } else if (unwind(terms.killedMinutes() + terms.unwindMinutes() - minutes)) {
      alarm.at(nowNs + (long) MINUTE_NS);
    } else {
      tell(nowNs);
    }
  }

  private void send(Seat seat, Side side) {
    double price = seat.middle();
    double filled = StrictMath.abs(seat.coins()) * price;
    boolean isFilled = terms.countsFills() && filled >= terms.parentDollars();
    double limit = terms.grossLimitDollars();
    boolean isOver = limit > 0 && gross(1) + gross(-1) + terms.childDollars() > limit;
    if (price > 0 && !isFilled && !isOver) {
      seat.trade(side, terms.childDollars() / price);
    }
  }

  /// Trades back an equal part of what is left in each minute that is left.
  ///
  /// @return whether anything is left
  private boolean unwind(double minutesLeft) {
    double part = 1 / StrictMath.max(1, minutesLeft);
    boolean isLeft = false;
    for (Seat seat : seats) {
      double held = seat.coins();
      seat.tradeTo(part == 1 ? 0 : held * (1 - part));
      isLeft |= seat.coins() != 0;
    }
    return isLeft;
  }

  private void tell(long nowNs) {
    String text =
        String.format(
            Locale.ROOT,
            "%s was long %,.0f and short %,.0f dollars, and has lost %,.0f",
            name,
            peak[0],
            peak[1],
            loss());
    economy.chronicle().add(new Flag(nowNs, "runaway", text, Optional.empty()));
  }

  private double gross(int sign) {
    return seats.stream()
        .mapToDouble(seat -> StrictMath.max(0, sign * seat.coins() * seat.middle()))
        .sum();
  }

  private double worth() {
    double open =
        seats.stream().mapToDouble(seat -> seat.worth(seat.middle()) - seat.dollars()).sum();
    return seats.getFirst().dollars() + open;
  }

  /// Returns what it has lost so far at the marks, in dollars.
  double loss() {
    return firstWorth - worth();
  }

  @Override
  public void writeTo(StateSink sink) {
    sink.add(beganNs);
    for (double each : new double[] {firstWorth, peak[0], peak[1]}) {
      sink.add(Double.doubleToRawLongBits(each));
    }
  }

  @Override
  public void readFrom(StateSource source) {
    beganNs = source.number();
    firstWorth = Double.longBitsToDouble(source.number());
    peak[0] = Double.longBitsToDouble(source.number());
    peak[1] = Double.longBitsToDouble(source.number());
  }
}
