package org.plimsoll.ecosystem.agent.depositor;

import org.plimsoll.ecosystem.exchange.Terminal;
import org.plimsoll.ecosystem.world.Instrument;
import org.plimsoll.protocol.LeveragedTokenCommand.CreateToken;
import org.plimsoll.protocol.LeveragedTokenCommand.RedeemToken;

/// Keeps a share of the money in a leveraged token: buys more of it with what comes, and gives back
/// all of it to leave.
///
/// @param token its asset number
/// @param share of money that becomes tokens, 0 to 1
record LeveragedTokenHabit(int token, Instrument unit, Instrument dollar, double share)
    implements Habit {
  private static final int DOLLAR = 0;

  /// What is left for the fee of creation and a price that has just moved.
  private static final double MARGIN = 0.99;

  @Override
  public void settle(Customer customer) {
    Terminal terminal = customer.terminal;
    double price = terminal.markE9(token) / 1e9;
    if (price <= 0) {
      return;
    }
    double money = dollar.whole(terminal.balance(DOLLAR));
    double worth = unit.whole(terminal.balance(token)) * price;
    long lacking = unit.amount((share * (money + worth) - worth) * MARGIN / price);
    if (lacking > 0) {
      terminal.ask(new CreateToken(terminal.account(), token, lacking));
    }
  }

  @Override
  public void unwind(Customer customer) {
    Terminal terminal = customer.terminal;
    if (terminal.balance(token) > 0) {
      terminal.ask(new RedeemToken(terminal.account(), token, terminal.balance(token)));
    }
  }
}
