package org.plimsoll.server.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.protocol.ClockCommand.AdvanceTime;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.OrderCommand.PlaceLimitOrder;
import org.plimsoll.units.Side;

/// A process that tells a store a part of a history and dies at once, as if it were killed.
final class ToldAndKilled {
  static final int COMMANDS = 6_000;

  private ToldAndKilled() {}

  /// Tells the store of the first argument as many commands as the second says, and dies while it
  /// writes; half of them it has by then.
  public static void main(String[] arguments) {
    Store store = Store.open(arguments[0]);
    int end = Integer.parseInt(arguments[1]);
    Teller teller = new Teller(store).tell(history().subList(0, end / 2));
    store.awaitPosition(end / 2, Duration.ofMinutes(1));
    teller.tell(history().subList(end / 2, end));
    Runtime.getRuntime().halt(0);
  }

  /// Trades of two who take turns.
  static List<Command> history() {
    List<Command> history = new ArrayList<>(StoreRules.market());
    for (int i = 0; history.size() < COMMANDS; i++) {
      history.add(new AdvanceTime(1_000_000_000L * (1 + i / 10), i));
      history.add(new PlaceLimitOrder(0, 0, Side.SELL, 100 + i % 7, 2));
      history.add(new PlaceLimitOrder(1, 0, Side.BUY, 100 + i % 7, 1 + i % 2));
    }
    return history;
  }
}
