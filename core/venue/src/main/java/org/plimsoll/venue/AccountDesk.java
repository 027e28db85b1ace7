package org.plimsoll.venue;

import org.plimsoll.protocol.AccountCommand;
import org.plimsoll.protocol.AccountCommand.OpenAccount;
import org.plimsoll.protocol.AccountCommand.OpenSubaccount;
import org.plimsoll.protocol.AccountCommand.RenameAccount;
import org.plimsoll.protocol.AccountCommand.SetLeverage;

/// Keeps whom the venue serves.
final class AccountDesk {
  private final VenueState state;
  private final Checks checks;
  private final MarginGate margin;

  AccountDesk(VenueState state, Checks checks, MarginGate margin) {
    this.state = state;
    this.checks = checks;
    this.margin = margin;
  }

  void on(AccountCommand command) {
    switch (command) {
      case OpenAccount c -> openAccount(c);
      case SetLeverage c -> setLeverage(c);
      case OpenSubaccount c -> openSubaccount(c);
      case RenameAccount c -> rename(c);
    }
  }

  private void openAccount(OpenAccount c) {
    if (checks.isNext(c.account(), state.accounts.size(), state.limits.accountsMax())) {
      state.sink.onCommandApplied(c);
      state.openAccount(c, c.account());
    }
  }

  private void setLeverage(SetLeverage c) {
    boolean passes =
        checks.isCaughtUp()
            && checks.account(c.account())
            && checks.parameter(1, c.leverage(), state.leverage.leverageMax())
            && margin.allowsLeverage(c.account(), c.leverage())
            && checks.isFree(c.account());
    if (passes) {
      state.sink.onCommandApplied(c);
      state.leverage.choose(c.account(), c.leverage());
      state.index.touch(c.account());
    }
  }

  /// Whoever owns the parent owns the new account, however deep the tree.
  private void openSubaccount(OpenSubaccount c) {
    boolean passes =
        checks.isNext(c.account(), state.accounts.size(), state.limits.accountsMax())
            && checks.account(c.parent());
    if (passes) {
      state.sink.onCommandApplied(c);
      int owner = state.owners.get(c.parent());
      state.openAccount(new OpenAccount(c.account(), c.name()), owner);
    }
  }

  private void rename(RenameAccount c) {
    if (checks.account(c.account())) {
      state.sink.onCommandApplied(c);
      state.accounts.set(c.account(), new OpenAccount(c.account(), c.name()));
    }
  }
}
