package org.plimsoll.ecosystem.agent.token;

import org.plimsoll.ecosystem.Ticks;
import org.plimsoll.ecosystem.exchange.Seat;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.units.Side;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Quotes one price, both ways and for a large quantity, and moves it at each tick by what was
/// bought and sold since: `dp/p = net buying / K`. This is the market of the closed form for tokens
/// that are paid out and sold.
final class MoneyDepth implements Agent {
  /// Part of the depth that it quotes on each side.
  private static final double QUOTED = 0.1;

  private final String name;
  private final Alarm alarm;
  private final Ticks ticks;
  private final MoneyDepthTerms terms;
  private final Seat seat;
  private double price;
  private double bought;

  MoneyDepth(String name, Alarm alarm, Ticks ticks, MoneyDepthTerms terms, Seat seat) {
    this.name = name;
    this.alarm = alarm;
    this.ticks = ticks;
    this.terms = terms;
    this.seat = seat;
    price = terms.price();
    seat.terminal()
        .listen((market, _, side, priceTicks, lots, _) -> {
          if (market == seat.market()) {
            double dollars = seat.price(priceTicks) * seat.coins(lots);
            bought += side == Side.SELL ? dollars : -dollars;
          }
        });
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    wake(alarm.nowNs());
  }

  @Override
  public void wake(long nowNs) {
    price *= StrictMath.exp(bought / terms.depthDollars());
    bought = 0;
    seat.cancelAll();
    double tokens = QUOTED * terms.depthDollars() / price;
    double tick = seat.price(1);
    seat.limit(Side.BUY, price - tick, tokens);
    seat.limit(Side.SELL, price + tick, tokens);
    alarm.at(ticks.after(nowNs));
  }

  @Override
  public void writeTo(StateSink sink) {
    sink.add(Double.doubleToRawLongBits(price)).add(Double.doubleToRawLongBits(bought));
  }

  @Override
  public void readFrom(StateSource source) {
    price = Double.longBitsToDouble(source.number());
    bought = Double.longBitsToDouble(source.number());
  }
}
