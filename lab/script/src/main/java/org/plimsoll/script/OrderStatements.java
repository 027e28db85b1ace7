package org.plimsoll.script;

import java.util.List;
import org.plimsoll.protocol.CashCommand;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.protocol.Sides;
import org.plimsoll.protocol.TradingCommand.CancelAllOrders;
import org.plimsoll.script.Operands.LotsOfMarket;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// Reads the statements about orders.
final class OrderStatements {
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
    long ticks = in.ticksIn(q.market());
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
    int account = one(in);
    if (in.words().takeIf("id")) {
      return new OrderCommand.CancelClientOrder(account, in.number(0).count());
    }
    if (in.words().takeIf("withdrawal")) {
      long withdrawal = in.number(0).count();
      return new CashCommand.CancelWithdrawal(account, in.asset(), withdrawal);
    }
    long order = in.number("order", 0).count();
    return new OrderCommand.CancelOrder(account, in.market(), order);
  }

  static List<? extends Command> cancelAll(Operands in) {
    List<Integer> accounts = in.accounts();
    Sides sides =
        in.words().takeIf("buys")
            ? Sides.BUYS
            : in.words().takeIf("sells") ? Sides.SELLS : Sides.BOTH;
    int market = in.words().takeIf("in") ? in.market() : CancelAllOrders.EVERY_MARKET;
    return accounts.stream().map(a -> new CancelAllOrders(a, market, sides)).toList();
  }

  /// Reads an amendment; what is not said stays.
  static Command amend(Operands in) {
    int account = one(in);
    long order = in.number("order", 0).count();
    int market = in.market();
    long lots = in.words().takeIf("to") ? in.lotsIn(market) : 0;
    long ticks = in.words().takeIf("at") ? in.ticksIn(market) : 0;
    long name = in.words().takeIf("id") ? in.number(0).count() : 0;
    return new OrderCommand.AmendOrder(account, market, order, ticks, lots, name);
  }

  private static int one(Operands in) {
    List<Integer> accounts = in.accounts();
    requireOne(in, accounts);
    return accounts.getFirst();
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
