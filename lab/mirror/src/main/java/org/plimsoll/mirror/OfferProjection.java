package org.plimsoll.mirror;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.mirror.VenuePicture.PicturedOffer;
import org.plimsoll.protocol.CustodyPolicy;
import org.plimsoll.protocol.LendingCommand;
import org.plimsoll.protocol.LendingEvent;
import org.plimsoll.protocol.LiquidationEvent.OfferRecalled;

/// Folds what a venue's events say of lending.
final class OfferProjection {
  private final SortedMap<Integer, SortedMap<Integer, PicturedOffer>> offers = new TreeMap<>();
  private CustodyPolicy policy = CustodyPolicy.COMMINGLED;
  private long takerFeeE9 = 700_000;

  long takerFeeE9() {
    return takerFeeE9;
  }

  CustodyPolicy policy() {
    return policy;
  }

  /// Returns what is offered, lent or kept for lending.
  List<PicturedOffer> offers() {
    return offers.values().stream()
        .flatMap(ofAccount -> ofAccount.values().stream())
        .filter(offer -> offer.reserved() > 0)
        .toList();
  }

  void apply(LendingCommand command) {
    switch (command) {
      case LendingCommand.SetCustodyPolicy c -> policy = c.policy();
      case LendingCommand.SetLendingTerms c -> takerFeeE9 = c.takerFeeE9();
      case LendingCommand.OfferLending c -> {
        PicturedOffer offer = offer(c.account(), c.asset());
        long rateE9 = c.amount() == 0 ? offer.minRateE9() : c.minRateE9();
        put(
            new PicturedOffer(
                c.account(), c.asset(), c.amount(), rateE9, offer.lent(), offer.reserved()));
      }
    }
  }

  void accept(LendingEvent event) {
    switch (event) {
      case LendingEvent.LendingCleared _, LendingEvent.InterestCapped _ -> {
        // a picture shows what follows: transfers, and what is lent
      }
      case LendingEvent.BalanceReserved e -> {
        PicturedOffer offer = offer(e.account(), e.asset());
        put(
            new PicturedOffer(
                e.account(), e.asset(), offer.amount(), offer.minRateE9(), e.lent(), e.reserved()));
      }
    }
  }

  void recall(OfferRecalled event) {
    PicturedOffer offer = offer(event.account(), event.asset());
    put(
        new PicturedOffer(
            event.account(), event.asset(), 0, offer.minRateE9(), offer.lent(), offer.reserved()));
  }

  private PicturedOffer offer(int account, int asset) {
    return offers
        .getOrDefault(account, new TreeMap<>())
        .getOrDefault(asset, new PicturedOffer(account, asset, 0, 0, 0, 0));
  }

  private void put(PicturedOffer offer) {
    offers.computeIfAbsent(offer.account(), _ -> new TreeMap<>()).put(offer.asset(), offer);
  }
}
