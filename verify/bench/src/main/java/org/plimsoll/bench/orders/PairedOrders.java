package org.plimsoll.bench.orders;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.protocol.AccountCommand.OpenAccount;
import org.plimsoll.protocol.CashCommand.DepositAsset;
import org.plimsoll.protocol.CashCommand.OpenCustody;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.CustodyKind;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.ListingCommand.ListMarket;
import org.plimsoll.protocol.OrderCommand.PlaceLimitOrder;
import org.plimsoll.protocol.OrderEvent.TradeExecuted;
import org.plimsoll.units.Side;

/// A small venue and orders in pairs, a sale of one lot and the purchase that takes it, so that the
/// order book stays short and every trade is known before it is made.
///
/// @param commands the venue's opening, then the orders
/// @param opening how many commands open it
record PairedOrders(List<Command> commands, int opening) {
  private static final long FIRST_TICKS = 10_000;
  private static final int PRICES = 100;

  PairedOrders {
    commands = List.copyOf(commands);
  }

  static PairedOrders of(int orders) {
    List<Command> commands = new ArrayList<>();
    commands.add(new DefineAsset(0, "USD", 6, 50_000_000_000_000_000L));
    commands.add(new DefineAsset(1, "COIN", 4, 100_000_000_000L));
    commands.add(new OpenCustody(0, CustodyKind.WALLET, "vault"));
    commands.add(new ListMarket(0, "COIN/USD", 1, 0, 10_000_000, 1));
    for (int account = 0; account < 2; account++) {
      commands.add(new OpenAccount(account, "a" + account));
      commands.add(new DepositAsset(account, 0, 1_000_000_000_000_000L, 0));
      commands.add(new DepositAsset(account, 1, 10_000_000_000L, 0));
    }
    int opening = commands.size();
    for (int i = 0; i < orders; i++) {
      Side side = i % 2 == 0 ? Side.SELL : Side.BUY;
      commands.add(new PlaceLimitOrder(i % 2, 0, side, ticks(i / 2), 1));
    }
    return new PairedOrders(commands, opening);
  }

  private static long ticks(int pair) {
    return FIRST_TICKS + pair % PRICES;
  }

  /// Returns how many lots a command trades at once.
  long filledLots(int command) {
    return command >= opening && (command - opening) % 2 == 1 ? 1 : 0;
  }

  /// Looks at every event of a venue that has had all commands.
  final class Witness {
    private int trades;

    void see(Event event) {
      if (event instanceof TradeExecuted trade) {
        if (trade.takerSide() != Side.BUY
            || trade.priceTicks() != ticks(trades)
            || trade.quantityLots() != 1) {
          throw new IllegalStateException("trade " + trades + " is " + trade);
        }
        trades++;
      }
    }

    void requireAll() {
      int pairs = (commands.size() - opening) / 2;
      if (trades != pairs) {
        throw new IllegalStateException(trades + " trades of " + pairs + " pairs");
      }
    }
  }
}
