package org.plimsoll.ecosystem.agent.depositor;

import org.plimsoll.ecosystem.exchange.Terminal;
import org.plimsoll.ecosystem.world.Instrument;

/// Holds coins worth a multiple of the equity, with borrowed dollars; or owes them.
///
/// @param coin its number
/// @param leverage coins over equity; negative for those who are short
record SpotHabit(Dealing dealing, int coin, Instrument unit, Instrument dollar, double leverage)
    implements Habit {
  private static final int DOLLAR = 0;

  @Override
  public void settle(Customer customer) {
    Terminal terminal = customer.terminal;
    double mark = terminal.markE9(coin) / 1e9;
    if (mark > 0) {
      long coins = terminal.balance(coin);
      double equity = dollar.whole(terminal.balance(DOLLAR)) + unit.whole(coins) * mark;
      long target = unit.amount(leverage * Math.max(0, equity) / mark);
      dealing.towards(terminal, dealing.lots(coins), dealing.lots(target));
    }
  }

  /// Sells only what dollars are owed for: coins can leave as they are.
  @Override
  public void unwind(Customer customer) {
    Terminal terminal = customer.terminal;
    long coins = terminal.balance(coin);
    if (coins < 0) {
      dealing.away(terminal, dealing.lots(coins) - 1);
    } else if (terminal.balance(DOLLAR) < 0) {
      dealing.away(terminal, dealing.lots(coins));
    }
  }
}
