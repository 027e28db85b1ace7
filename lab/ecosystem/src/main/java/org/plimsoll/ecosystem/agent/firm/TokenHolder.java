package org.plimsoll.ecosystem.agent.firm;

import org.plimsoll.ecosystem.Bulletin;
import org.plimsoll.ecosystem.exchange.Seat;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.ConstructedKind;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.units.Side;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Somebody with many tokens who sells them, a part each day, once news of a topic is out.
public final class TokenHolder implements Agent {
  /// How scenario files name it.
  public static final AgentKind<Terms> KIND =
      new ConstructedKind<>(
          "token-holder",
          "Sells a part of its tokens each day once news of a topic is out.",
          Terms.class,
          TokenHolder::new);

  private static final long SECONDS_AFTER_TICK = 20;

  private final Alarm alarm;
  private final String name;
  private final Terms terms;
  private final Bulletin bulletin;
  private final WorldLedger ledger;
  private final Seat seat;
  private final Rounds rounds;
  private final int tokenPlace;
  private final int moneyPlace;
  private long lastNs;

  /// What it is asked for.
  ///
  /// @param party whose tokens they are, outside the venue
  /// @param account of that party at the venue
  /// @param market the token's spot market
  /// @param tokenPlace custody location to which it brings tokens
  /// @param moneyPlace custody location that pays it
  /// @param topic of the bulletin that makes it sell
  /// @param dailyShare part of what it has that it sells a day for each unit of the newest notice
  public record Terms(
      String party,
      String account,
      String market,
      String tokenPlace,
      String moneyPlace,
      String topic,
      double dailyShare) {}

  TokenHolder(Alarm alarm, Setting setting, String name, Terms terms) {
    this.alarm = alarm;
    this.name = name;
    this.terms = terms;
    bulletin = setting.economy().bulletin();
    ledger = setting.economy().ledger();
    seat = setting.seat(terms.account(), terms.party(), terms.market());
    rounds = Rounds.after(setting.ticks(), SECONDS_AFTER_TICK);
    tokenPlace = setting.place(terms.tokenPlace());
    moneyPlace = setting.place(terms.moneyPlace());
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
    double days = (nowNs - lastNs) / (double) Rounds.DAY_NS;
    lastNs = nowNs;
    double news = bulletin.latest(terms.topic(), nowNs).value();
    if (news > 0) {
      double share = -StrictMath.expm1(-days * news * terms.dailyShare());
      long has = ledger.balance(seat.terminal().holder(), seat.base());
      long amount = (long) (share * has);
      if (amount > 0 && seat.terminal().deposit(seat.base(), amount, tokenPlace)) {
        seat.trade(Side.SELL, seat.coins());
      }
      if (seat.dollars() > 0) {
        seat.terminal().withdraw(0, seat.dollarUnits(seat.dollars()), moneyPlace);
      }
    }
    alarm.at(rounds.next(nowNs));
  }

  @Override
  public void writeTo(StateSink sink) {
    sink.add(lastNs);
  }

  @Override
  public void readFrom(StateSource source) {
    lastNs = source.number();
  }
}
