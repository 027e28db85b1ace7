package org.plimsoll.ecosystem.agent.depositor;

import org.plimsoll.ecosystem.exchange.Terminal;
import org.plimsoll.ecosystem.world.Instrument;
import org.plimsoll.units.Side;

/// Holds a perpetual future worth a multiple of the equity, on its own side.
///
/// @param coin whose price is traded
/// @param leverage position over equity, from 0
record PerpetualHabit(
    Dealing dealing, int coin, Instrument unit, Instrument dollar, double leverage)
    implements Habit {
  private static final int DOLLAR = 0;

  @Override
  public void settle(Customer customer) {
    Terminal terminal = customer.terminal;
    double mark = terminal.markE9(coin) / 1e9;
    if (mark > 0) {
      long money = terminal.balance(DOLLAR) + terminal.unrealized(dealing.market());
      long target = dealing.lots(unit.amount(leverage * dollar.whole(Math.max(0, money)) / mark));
      long signed = customer.side == Side.BUY ? target : -target;
      dealing.towards(terminal, terminal.positionLots(dealing.market()), signed);
    }
  }

  @Override
  public void unwind(Customer customer) {
    dealing.away(customer.terminal, customer.terminal.positionLots(dealing.market()));
  }
}
