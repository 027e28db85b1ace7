package org.plimsoll.server;

import java.util.OptionalInt;
import org.plimsoll.protocol.AccountCommand.OpenAccount;
import org.plimsoll.server.exchange.Exchange;
import org.plimsoll.server.keys.Subaccounts;

/// What a venue calls its subaccounts.
record Nicknames(Exchange exchange) implements Subaccounts {
  @Override
  public OptionalInt account(int owner, String nickname) {
    return exchange.ask(view ->
        view.accounts().stream()
            .filter(each -> each.name().equals(nickname))
            .mapToInt(OpenAccount::account)
            .filter(each -> view.owner(each) == owner && each != owner)
            .findFirst());
  }

  @Override
  public String nickname(int account) {
    return exchange.ask(view -> view.accounts().get(account).name());
  }
}
