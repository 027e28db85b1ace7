package org.plimsoll.venue;

import org.plimsoll.protocol.AccountCommand;
import org.plimsoll.protocol.AccountCommand.OpenAccount;

/// Keeps whom the venue serves.
final class AccountDesk {
  private final VenueState state;
  private final Checks checks;

  AccountDesk(VenueState state, Checks checks) {
    this.state = state;
    this.checks = checks;
  }

  void on(AccountCommand command) {
    switch (command) {
      case OpenAccount c -> openAccount(c);
    }
  }

  private void openAccount(OpenAccount c) {
    if (checks.isNext(c.account(), state.accounts.size(), state.limits.accountsMax())) {
      state.sink.onCommandApplied(c);
      state.accounts.add(c);
      state.ledger.openCustomer();
      state.openOrders.openAccount();
      state.possibleDebts.openAccount();
      state.offers.openAccount();
    }
  }
}
