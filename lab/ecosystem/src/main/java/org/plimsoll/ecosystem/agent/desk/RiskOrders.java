package org.plimsoll.ecosystem.agent.desk;

import java.util.List;
import org.plimsoll.ecosystem.exchange.Exchange;
import org.plimsoll.ecosystem.exchange.Terminal;
import org.plimsoll.protocol.CollateralCommand.CapCollateral;
import org.plimsoll.protocol.ControlCommand.RevokePrivilege;
import org.plimsoll.protocol.Privilege;
import org.plimsoll.venue.CollateralCaps;
import org.plimsoll.venue.HeldPrivilege;

/// What a control orders: nothing that sells anybody out, only what stops new debts. Two people
/// sign it.
final class RiskOrders {
  private static final String GRANTER = "risk";
  private static final String SECOND_GRANTER = "second-risk";

  private final Exchange exchange;
  private final List<Integer> accounts;
  private final String reason;

  /// @param accounts whose credit lines may be taken back
  /// @param reason that is given for each order
  RiskOrders(Exchange exchange, List<Terminal> accounts, String reason) {
    this.exchange = exchange;
    this.accounts = accounts.stream().map(Terminal::account).toList();
    this.reason = reason;
  }

  /// Takes credit lines back, as far as there are some: who owes by them goes on owing, and gets no
  /// more.
  void takeLinesBack() {
    for (HeldPrivilege each : exchange.books().privileges()) {
      if (each.privilege() == Privilege.ALLOW_NEGATIVE && accounts.contains(each.account())) {
        exchange.require(
            new RevokePrivilege(
                each.account(), Privilege.ALLOW_NEGATIVE, reason, GRANTER, SECOND_GRANTER));
      }
    }
  }

  /// Lets so much of an asset count as collateral, over all accounts.
  void capCollateral(int asset, long amount) {
    CollateralCaps now = exchange.books().caps(asset);
    cap(asset, new CollateralCaps(now.accountMax(), amount, now.borrowMax()));
  }

  /// Lets nobody borrow more of an asset.
  void stopLending(int asset) {
    CollateralCaps now = exchange.books().caps(asset);
    cap(asset, new CollateralCaps(now.accountMax(), now.venueMax(), 0));
  }

  private void cap(int asset, CollateralCaps caps) {
    if (!caps.equals(exchange.books().caps(asset))) {
      exchange.require(
          new CapCollateral(
              asset,
              caps.accountMax(),
              caps.venueMax(),
              caps.borrowMax(),
              reason,
              GRANTER,
              SECOND_GRANTER));
    }
  }
}
