package org.plimsoll.model;

import java.math.BigInteger;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.plimsoll.protocol.CashCommand;
import org.plimsoll.protocol.CollateralCommand.CapCollateral;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.Request;

/// Watches the cap on what all accounts together may count, in one history.
final class CapWatch {
  private final NaiveLedger ledger;
  private final Consumer<CoverageMark> reach;
  private final SortedMap<Integer, CapCollateral> caps = new TreeMap<>();

  CapWatch(NaiveLedger ledger, Consumer<CoverageMark> reach) {
    this.ledger = ledger;
    this.reach = reach;
  }

  /// Marks what a command met, after the ledger has followed it.
  void onCommand(Request request, List<Event> events) {
    switch (events.get(1)) {
      case Event.CommandApplied(CapCollateral c) -> caps.put(c.asset(), c);
      case Event.CommandRefused e
          when e.reason() == RefusalReason.INSUFFICIENT_FREE_COLLATERAL
              && caps.values().stream().anyMatch(cap -> binds(cap, account(request))) ->
          reach.accept(CoverageMark.VENUE_CAP_BOUND);
      default -> {}
    }
  }

  /// Returns who asked to trade or to take something out, or nobody.
  private static int account(Request request) {
    return switch (request.command()) {
      case OrderCommand.PlaceLimitOrder c -> c.account();
      case OrderCommand.PlaceMarketOrder c -> c.account();
      case CashCommand.WithdrawAsset c -> c.account();
      default -> -1;
    };
  }

  /// Returns whether less of a holding counts than the cap of the account would let.
  private boolean binds(CapCollateral cap, int account) {
    if (account < 0) {
      return false;
    }
    BigInteger all = ledger.owedToAccounts(cap.asset());
    BigInteger most = BigInteger.valueOf(cap.accountMax());
    BigInteger counted = ledger.balance(account, cap.asset()).min(most);
    return counted.signum() > 0
        && counted
                .multiply(all)
                .compareTo(
                    ledger
                        .balance(account, cap.asset())
                        .multiply(BigInteger.valueOf(cap.venueMax())))
            > 0;
  }
}
