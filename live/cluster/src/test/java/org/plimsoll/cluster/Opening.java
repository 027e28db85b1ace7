package org.plimsoll.cluster;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.protocol.AccountCommand.OpenAccount;
import org.plimsoll.protocol.CashCommand.DepositAsset;
import org.plimsoll.protocol.CashCommand.OpenCustody;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.CustodyKind;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.ListingCommand.ListMarket;

/// What opens a small venue: two spot markets, and accounts that have enough of everything.
final class Opening {
  static final int MARKETS = 2;

  private Opening() {}

  static List<Command> commands(int accounts) {
    List<Command> commands = new ArrayList<>();
    commands.add(new DefineAsset(0, "USD", 6, 50_000_000_000_000_000L));
    commands.add(new OpenCustody(0, CustodyKind.WALLET, "vault"));
    for (int market = 0; market < MARKETS; market++) {
      commands.add(new DefineAsset(market + 1, "COIN" + market, 4, 100_000_000_000L));
      commands.add(new ListMarket(market, "COIN" + market + "/USD", market + 1, 0, 10_000_000, 1));
    }
    for (int account = 0; account < accounts; account++) {
      commands.add(new OpenAccount(account, "a" + account));
      commands.add(new DepositAsset(account, 0, 1_000_000_000_000L, 0));
      for (int market = 0; market < MARKETS; market++) {
        commands.add(new DepositAsset(account, market + 1, 1_000_000_000L, 0));
      }
    }
    return commands;
  }
}
