package org.plimsoll.ecosystem.agent.firm;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.ecosystem.exchange.Exchange;
import org.plimsoll.ecosystem.exchange.Terminal;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.ecosystem.world.Appraiser;
import org.plimsoll.ecosystem.world.OutsideMarket;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.protocol.CashCommand.WithdrawAsset;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// What a firm takes from a venue below what it has there, and gives back. Only a venue that has
/// granted it the privilege lets it.
final class VenueDraws {
  private final Exchange exchange;
  private final WorldLedger ledger;
  private final Appraiser appraiser;
  private final OutsideMarket market;
  private final List<Tap> taps = new ArrayList<>();
  private long drawn;

  /// Where it takes from.
  ///
  /// @param account of the firm, which owes afterwards
  /// @param beside the account that it is a subaccount of; itself for the main one
  /// @param asset what is taken; what is not dollars is sold elsewhere
  /// @param place custody location that pays
  /// @param keep dollars' worth that it leaves there, from 0
  public record Source(String account, String beside, String asset, String place, double keep) {}

  private record Tap(Terminal terminal, int asset, int place, double keep) {}

  VenueDraws(Setting setting, String party, List<Source> sources) {
    exchange = setting.economy().exchange();
    ledger = setting.economy().ledger();
    appraiser = new Appraiser(ledger, setting.economy().prices());
    market = new OutsideMarket(ledger, appraiser);
    for (Source source : sources) {
      Terminal main = setting.terminal(source.beside(), party);
      Terminal terminal =
          source.account().equals(source.beside())
              ? main
              : setting.terminalBeside(source.account(), main);
      int asset = setting.instrument(source.asset());
      taps.add(new Tap(terminal, asset, setting.place(source.place()), source.keep()));
    }
  }

  /// Returns the worth of all that was ever taken, less what was given back.
  long drawn() {
    return drawn;
  }

  /// Takes so much from the first places, as far as it is there and the venue lets it.
  void draw(long money, int places) {
    long lacking = money;
    for (int i = 0; i < places && lacking > 0; i++) {
      lacking -= draw(taps.get(i), lacking);
    }
    drawn += Math.max(0, money) - Math.max(0, lacking);
  }

  private long draw(Tap tap, long money) {
    long there = exchange.books().onHand(tap.place, tap.asset);
    long kept = appraiser.amountFor(tap.asset, appraiser.money(tap.keep));
    long amount = Math.min(appraiser.amountFor(tap.asset, money), there - Math.min(there, kept));
    long before = ledger.balance(tap.terminal.holder(), tap.asset);
    if (amount <= 0
        || !exchange.ask(new WithdrawAsset(tap.terminal.account(), tap.asset, amount, tap.place))) {
      return 0;
    }
    long came = ledger.balance(tap.terminal.holder(), tap.asset) - before;
    if (tap.asset != 0) {
      market.sell(tap.terminal.holder(), tap.asset, came, 0);
    }
    return appraiser.worth(tap.asset, came);
  }

  /// Gives dollars back where dollars are owed.
  void repay(long money) {
    long left = money;
    for (Tap tap : taps) {
      long owed = tap.asset == 0 ? Math.max(0, -tap.terminal.balance(0)) : 0;
      long amount = Math.min(left, owed);
      if (amount > 0 && tap.terminal.deposit(0, amount, tap.place)) {
        left -= amount;
      }
    }
    drawn -= money - left;
  }

  void writeTo(StateSink sink) {
    sink.add(drawn);
  }

  void readFrom(StateSource source) {
    drawn = source.number();
  }
}
