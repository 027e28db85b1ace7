package org.plimsoll.ecosystem.agent.firm;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.ecosystem.exchange.Terminal;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.ecosystem.world.Appraiser;
import org.plimsoll.ecosystem.world.OutsideMarket;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.protocol.CashCommand.WithdrawAsset;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// What a firm takes from a venue below what it has there, and gives back: as far as its collateral
/// and its privileges go, and only while the venue sends at once: who needs money today asks for
/// nothing that would wait in a queue or behind a closed gate.
final class VenueDraws {
  /// It asks for half where it is refused, and gives up below this part of what it wants.
  private static final long SMALLEST_PART = 1_024;

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
    ledger = setting.economy().ledger();
    appraiser = new Appraiser(ledger, setting.economy().prices());
    market = new OutsideMarket(ledger, appraiser);
    for (Source source : sources) {
      Terminal terminal = setting.terminal(source.account(), source.beside(), party);
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
    for (int i = 0; i < Math.min(places, taps.size()) && lacking > 0; i++) {
      lacking -= draw(taps.get(i), lacking);
    }
    drawn += Math.max(0, money) - Math.max(0, lacking);
  }

  private long draw(Tap tap, long money) {
    long there = tap.terminal.onHand(tap.place, tap.asset);
    long kept = appraiser.amountFor(tap.asset, appraiser.money(tap.keep));
    long amount = Math.min(appraiser.amountFor(tap.asset, money), there - Math.min(there, kept));
    long before = ledger.balance(tap.terminal.holder(), tap.asset);
    if (tap.terminal.sendsAtOnce(tap.asset)) {
      withdraw(tap, Math.max(0, amount));
    }
    long came = ledger.balance(tap.terminal.holder(), tap.asset) - before;
    if (tap.asset != 0 && came > 0) {
      market.sell(tap.terminal.holder(), tap.asset, came, 0);
    }
    return appraiser.worth(tap.asset, came);
  }

  /// Takes an amount, or as much of it as the venue lets.
  private void withdraw(Tap tap, long amount) {
    long left = amount;
    long part = amount;
    while (left > 0 && part > amount / SMALLEST_PART) {
      if (tap.terminal.ask(new WithdrawAsset(tap.terminal.account(), tap.asset, part, tap.place))) {
        left -= part;
      } else {
        part /= 2;
      }
      part = Math.min(part, left);
    }
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
