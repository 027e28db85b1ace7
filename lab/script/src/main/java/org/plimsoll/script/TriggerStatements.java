package org.plimsoll.script;

import java.util.List;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.TradingCommand.CancelTrigger;
import org.plimsoll.protocol.TradingCommand.PlaceTrigger;
import org.plimsoll.protocol.TriggerKind;
import org.plimsoll.script.Operands.LotsOfMarket;
import org.plimsoll.units.Side;

/// Reads the statements about orders that wait for the mark.
final class TriggerStatements {
  private TriggerStatements() {}

  /// Reads who waits to buy or sell what, at which mark or distance, and maybe a limit.
  static List<? extends Command> place(Operands in, TriggerKind kind) {
    List<Integer> accounts = in.accounts();
    Side side = in.oneOf(Side.values());
    LotsOfMarket q = in.lotsOfMarket();
    in.words().takeKeyword(kind == TriggerKind.TRAILING_STOP ? "by" : "at");
    long triggerTicks = in.ticksIn(q.market());
    long limitTicks = in.words().takeIf("limit") ? in.ticksIn(q.market()) : 0;
    boolean isReduceOnly = in.words().takeIf("reduce-only");
    return accounts.stream()
        .map(a ->
            new PlaceTrigger(
                a, q.market(), kind, side, triggerTicks, limitTicks, q.lots(), isReduceOnly))
        .toList();
  }

  static Command cancel(Operands in) {
    List<Integer> accounts = in.accounts();
    if (accounts.size() > 1) {
      throw in.words().mistake("expected one account: an order has one owner");
    }
    return new CancelTrigger(accounts.getFirst(), in.number(0).count());
  }
}
