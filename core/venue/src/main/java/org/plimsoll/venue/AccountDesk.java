package org.plimsoll.venue;

import org.plimsoll.protocol.AccountCommand;
import org.plimsoll.protocol.AccountCommand.OpenAccount;
import org.plimsoll.protocol.AccountCommand.OpenSubaccount;

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
      case OpenSubaccount c -> openSubaccount(c);
    }
  }

  private void openAccount(OpenAccount c) {
    if (checks.isNext(c.account(), state.accounts.size(), state.limits.accountsMax())) {
      state.sink.onCommandApplied(c);
      open(c, c.account());
    }
  }

  /// Whoever owns the parent owns the new account, however deep the tree.
  private void openSubaccount(OpenSubaccount c) {
    boolean passes =
        checks.isNext(c.account(), state.accounts.size(), state.limits.accountsMax())
            && checks.account(c.parent());
    if (passes) {
      state.sink.onCommandApplied(c);
      open(new OpenAccount(c.account(), c.name()), state.owners.get(c.parent()));
    }
  }

  private void open(OpenAccount account, int owner) {
    state.accounts.add(account);
    state.owners.add(owner);
    state.ledger.openCustomer();
    state.openOrders.openAccount();
  }
}
