package org.plimsoll.ecosystem.agent.token;

import java.util.Optional;
import org.plimsoll.ecosystem.Bulletin;
import org.plimsoll.ecosystem.Chronicle;
import org.plimsoll.ecosystem.Ticks;
import org.plimsoll.ecosystem.exchange.Seat;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.outcome.Flag;
import org.plimsoll.units.Side;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Buys back to the peg at every tick until the cash is gone. It posts how many tokens it has
/// (`NAME-tokens`), and sets a flag when the cash is gone (`support-ends`) and when the price
/// reaches the trigger of the loan (`loan-called`).
final class PriceSupport implements Agent {
  private final String name;
  private final Alarm alarm;
  private final Ticks ticks;
  private final PriceSupportTerms terms;
  private final Seat seat;
  private final Bulletin bulletin;
  private final Chronicle chronicle;
  private boolean hasEnded;
  private boolean isCalled;

  PriceSupport(
      String name,
      Alarm alarm,
      Ticks ticks,
      PriceSupportTerms terms,
      Seat seat,
      Bulletin bulletin,
      Chronicle chronicle) {
    this.name = name;
    this.alarm = alarm;
    this.ticks = ticks;
    this.terms = terms;
    this.seat = seat;
    this.bulletin = bulletin;
    this.chronicle = chronicle;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    alarm.at(ticks.after(alarm.nowNs()));
  }

  @Override
  public void wake(long nowNs) {
    double price = seat.middle();
    double ask = seat.best(Side.SELL);
    if (!hasEnded && price < terms.peg() && ask > 0) {
      double dollars = terms.depthDollars() * StrictMath.log(terms.peg() / price);
      double spent = Math.min(dollars, seat.dollars());
      seat.trade(Side.BUY, spent / ask);
      bulletin.post(name + "-tokens", nowNs, (long) seat.coins());
      if (seat.dollars() < dollars / 2) {
        hasEnded = true;
        flag(nowNs, "support-ends", "Nobody holds up the price any more: the cash is gone.");
      }
    }
    if (!isCalled && price <= terms.trigger()) {
      isCalled = true;
      flag(nowNs, "loan-called", "The loan against the token is called.");
    }
    alarm.at(ticks.after(nowNs));
  }

  private void flag(long nowNs, String kind, String text) {
    chronicle.add(new Flag(nowNs, kind, text, Optional.empty()));
  }

  @Override
  public void writeTo(StateSink sink) {
    sink.add(hasEnded ? 1 : 0).add(isCalled ? 1 : 0);
  }

  @Override
  public void readFrom(StateSource source) {
    hasEnded = source.flag();
    isCalled = source.flag();
  }
}
