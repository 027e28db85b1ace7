package org.plimsoll.mirror;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import org.plimsoll.mirror.VenuePicture.PicturedFund;
import org.plimsoll.protocol.LeveragedTokenCommand;
import org.plimsoll.protocol.LeveragedTokenCommand.ListLeveragedToken;
import org.plimsoll.protocol.LeveragedTokenEvent;

/// Folds what happens to leveraged tokens, besides transfers, orders and positions.
final class FundProjection {
  private final List<ListLeveragedToken> listings = new ArrayList<>();
  private final SortedSet<Integer> rebalancing = new TreeSet<>();

  void apply(LeveragedTokenCommand command) {
    if (command instanceof ListLeveragedToken listing) {
      listings.add(listing);
    }
  }

  void accept(LeveragedTokenEvent event) {
    switch (event) {
      case LeveragedTokenEvent.RebalancingBegan e -> rebalancing.add(e.asset());
      case LeveragedTokenEvent.RebalancingEnded e -> rebalancing.remove(e.asset());
      case LeveragedTokenEvent.ChildOrderRefused _, LeveragedTokenEvent.ManagementFeeCapped _ -> {
        // nothing that a picture shows has changed
      }
    }
  }

  List<PicturedFund> funds(ToLongFunction<ListLeveragedToken> outstanding) {
    return listings.stream()
        .map(l -> new PicturedFund(l, outstanding.applyAsLong(l), rebalancing.contains(l.asset())))
        .toList();
  }
}
