package org.plimsoll.ecosystem.run;

import java.math.BigDecimal;
import java.util.List;
import org.plimsoll.ecosystem.exchange.Exchange;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.ecosystem.scenario.VenueEntry.GrantEntry;
import org.plimsoll.protocol.ControlCommand.GrantPrivilege;
import org.plimsoll.protocol.ControlCommand.RevokePrivilege;
import org.plimsoll.protocol.Privilege;

/// Privileges of a scenario as commands.
final class Grants {
  private Grants() {}

  static GrantPrivilege grant(GrantEntry entry, Setting setting, int moneyDecimals) {
    long amount =
        entry.privilege() == Privilege.ALLOW_NEGATIVE
            ? Whole.units(entry.amount().orElse(BigDecimal.ZERO), moneyDecimals)
            : 0;
    return new GrantPrivilege(
        setting.terminal(entry.account()).account(),
        entry.privilege(),
        amount,
        VenueRules.REASON,
        VenueRules.GRANTER,
        VenueRules.SECOND_GRANTER);
  }

  static RevokePrivilege revoke(String account, Privilege privilege, Setting setting) {
    return new RevokePrivilege(
        setting.terminal(account).account(),
        privilege,
        VenueRules.REASON,
        VenueRules.GRANTER,
        VenueRules.SECOND_GRANTER);
  }

  /// Changes who has which privilege from what one scenario says to what another does.
  static void change(
      List<GrantEntry> from, List<GrantEntry> to, Setting setting, int moneyDecimals) {
    Exchange exchange = setting.economy().exchange();
    for (GrantEntry each : from) {
      boolean isKept =
          to.stream()
              .anyMatch(other ->
                  other.account().equals(each.account()) && other.privilege() == each.privilege());
      if (!isKept) {
        exchange.ask(revoke(each.account(), each.privilege(), setting));
      }
    }
    for (GrantEntry each : to) {
      if (!from.contains(each)) {
        exchange.require(grant(each, setting, moneyDecimals));
      }
    }
  }
}
