package org.plimsoll.ecosystem.agent.token;

import org.plimsoll.ecosystem.Ticks;
import org.plimsoll.ecosystem.exchange.Seat;
import org.plimsoll.ecosystem.exchange.Terminal;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.world.WorldCause;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.units.Side;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Gets tokens by their schedule and sells them at once, and buys with the dollars that come of
/// themselves.
final class TokenEmission implements Agent {
  private static final double DAY_NS = 86_400e9;
  private static final int DOLLAR = 0;

  private final String name;
  private final Alarm alarm;
  private final Ticks ticks;
  private final EmissionTerms terms;
  private final WorldLedger ledger;
  private final Seat seat;
  private final Places places;
  private long lastNs;

  record Places(int bank, int wallet) {}

  TokenEmission(
      String name,
      Alarm alarm,
      Ticks ticks,
      EmissionTerms terms,
      WorldLedger ledger,
      Seat seat,
      Places places) {
    this.name = name;
    this.alarm = alarm;
    this.ticks = ticks;
    this.terms = terms;
    this.ledger = ledger;
    this.seat = seat;
    this.places = places;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    lastNs = alarm.nowNs();
    alarm.at(ticks.after(lastNs));
  }

  @Override
  public void wake(long nowNs) {
    double days = (nowNs - lastNs) / DAY_NS;
    lastNs = nowNs;
    double tokens = terms.tokensPerDay() * days;
    bring(WorldCause.TOKEN_EMISSION, seat.base(), seat.coinUnits(tokens), places.wallet);
    seat.trade(Side.SELL, tokens);
    double dollars = terms.inflowPerDay() * days;
    double ask = seat.best(Side.SELL);
    if (ask > 0) {
      bring(WorldCause.ARRIVAL, DOLLAR, seat.dollarUnits(dollars), places.bank);
      seat.trade(Side.BUY, dollars / ask);
    }
    alarm.at(ticks.after(nowNs));
  }

  private void bring(WorldCause cause, int asset, long amount, int custody) {
    Terminal terminal = seat.terminal();
    if (amount > 0) {
      ledger.transfer(cause, asset, WorldLedger.OUTSIDE, terminal.holder(), amount);
      terminal.deposit(asset, amount, custody);
    }
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
