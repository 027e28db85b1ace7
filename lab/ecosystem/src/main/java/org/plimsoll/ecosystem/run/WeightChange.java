package org.plimsoll.ecosystem.run;

import java.time.Duration;
import java.util.Optional;
import org.plimsoll.ecosystem.exchange.Exchange;
import org.plimsoll.protocol.CollateralCommand.AnnounceWeight;
import org.plimsoll.protocol.ListingCommand.SetCollateral;

/// Other collateral weights for an asset that has some. The weight for new orders changes at once;
/// the one for maintenance is announced, and goes there by the largest steps that the venue allows.
final class WeightChange {
  private static final long NOTICE_NS = Duration.ofDays(1).toNanos();
  private static final long DAILY_MAX_E9 = 20_000_000;

  private WeightChange() {}

  static void ask(Exchange exchange, int asset, long initialE9, Optional<Long> totalE9) {
    SetCollateral now = exchange.books().collateral(asset);
    long initial = Math.min(initialE9, now.totalWeightE9());
    exchange.require(new SetCollateral(asset, initial, now.totalWeightE9(), now.imfFactorE9()));
    if (totalE9.filter(total -> total != now.totalWeightE9()).isPresent()) {
      exchange.require(
          new AnnounceWeight(
              asset,
              totalE9.get(),
              exchange.books().clockNs() + NOTICE_NS,
              DAILY_MAX_E9,
              VenueRules.REASON,
              VenueRules.GRANTER,
              VenueRules.SECOND_GRANTER));
    }
  }
}
