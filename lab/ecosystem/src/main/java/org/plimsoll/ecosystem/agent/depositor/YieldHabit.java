package org.plimsoll.ecosystem.agent.depositor;

import org.plimsoll.ecosystem.exchange.Terminal;
import org.plimsoll.protocol.LendingCommand.OfferLending;

/// Offers dollars to those who borrow, at whatever rate others bring about, and keeps a few at
/// hand.
record YieldHabit() implements Habit {
  private static final int DOLLAR = 0;

  /// One part in so many is kept.
  private static final long KEPT = 20;

  @Override
  public void settle(Customer customer) {
    long dollars = Math.max(0, customer.terminal.balance(DOLLAR));
    offer(customer.terminal, dollars - dollars / KEPT);
  }

  @Override
  public void unwind(Customer customer) {
    offer(customer.terminal, 0);
  }

  private static void offer(Terminal terminal, long amount) {
    terminal.ask(new OfferLending(terminal.account(), DOLLAR, amount, 0));
  }
}
