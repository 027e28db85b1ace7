package org.plimsoll.ecosystem.agent;

import java.util.List;
import org.plimsoll.ecosystem.Economy;
import org.plimsoll.ecosystem.SmallEconomy;
import org.plimsoll.ecosystem.Ticks;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.protocol.CustodyKind;

/// The small economy with names for everything, an affiliate's bank account among them.
public final class SmallSetting {
  public static final int AFFILIATE = 2;

  private SmallSetting() {}

  /// Returns one with a party `customers`.
  public static Setting create(long seed) {
    Economy economy = SmallEconomy.create(seed);
    economy.exchange().openCustody(CustodyKind.AFFILIATE, "affiliate");
    Setting setting = new Setting(economy, new Ticks(SmallEconomy.HOUR_NS, List.of()));
    setting.nameInstrument("USD", SmallEconomy.USD);
    setting.nameInstrument("BTC", SmallEconomy.BTC);
    setting.nameMarket("BTC/USD", SmallEconomy.SPOT);
    setting.nameMarket("BTC-PERP", SmallEconomy.PERP);
    setting.namePlace("bank", SmallEconomy.BANK);
    setting.namePlace("wallet", SmallEconomy.WALLET);
    setting.namePlace("affiliate", AFFILIATE);
    setting.nameHolder("customers", economy.ledger().open("customers"));
    return setting;
  }

  /// Lets an agent of a kind join.
  public static <T extends Record> void join(
      Setting setting, AgentKind<T> kind, String name, T terms) {
    setting.economy().simulation().join(alarm -> kind.create(alarm, setting, name, terms));
  }

  /// Starts it and runs so many hours.
  public static void run(Setting setting, long hours) {
    setting.economy().simulation().start();
    setting.economy().simulation().runUntil(SmallEconomy.START_NS + hours * SmallEconomy.HOUR_NS);
  }
}
