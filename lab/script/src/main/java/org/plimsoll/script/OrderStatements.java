package org.plimsoll.script;

import java.util.List;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.script.Operands.LotsOfMarket;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// Reads the statements about orders.
final class OrderStatements {
  private static final int E9_DECIMALS = 9;

  private OrderStatements() {}

  /// Reads an order: a quantity and a market, then maybe a price, how it lives, a name.
  static List<? extends Command> place(Operands in, Side side) {
    List<Integer> accounts = in.accounts();
    LotsOfMarket q = in.lotsOfMarket();
    if (!in.words().takeIf("at")) {
      boolean isReduceOnly = in.words().takeIf("reduce-only");
      long name = name(in, accounts);
      return accounts.stream()
          .map(a ->
              new OrderCommand.PlaceMarketOrder(a, q.market(), side, q.lots(), name, isReduceOnly))
          .toList();
    }
    long ticks = in.number(E9_DECIMALS).inStepsOf(q.tickE9(), "tick");
    TimeInForce lives = timeInForce(in.words());
    boolean isReduceOnly = in.words().takeIf("reduce-only");
    long name = name(in, accounts);
    return accounts.stream()
        .map(a ->
            new OrderCommand.PlaceLimitOrder(
                a, q.market(), side, ticks, q.lots(), lives, name, isReduceOnly))
        .toList();
  }

  static Command cancel(Operands in) {
    List<Integer> accounts = in.accounts();
    requireOne(in, accounts);
    long order = in.number("order", 0).count();
    return new OrderCommand.CancelOrder(accounts.getFirst(), in.market(), order);
  }

  private static TimeInForce timeInForce(Words words) {
    if (words.takeIf("ioc")) {
      return TimeInForce.IMMEDIATE_OR_CANCEL;
    }
    if (words.takeIf("fok")) {
      return TimeInForce.FILL_OR_KILL;
    }
    return words.takeIf("post-only") ? TimeInForce.POST_ONLY : TimeInForce.GOOD_TILL_CANCELED;
  }

  private static long name(Operands in, List<Integer> accounts) {
    if (!in.words().takeIf("id")) {
      return 0;
    }
    requireOne(in, accounts);
    return in.number(0).count();
  }

  private static void requireOne(Operands in, List<Integer> accounts) {
    if (accounts.size() > 1) {
      throw in.words().mistake("expected one account: an order has one owner");
    }
  }
}
