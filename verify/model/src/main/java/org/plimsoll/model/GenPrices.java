package org.plimsoll.model;

import java.util.List;
import java.util.SplittableRandom;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.Command;

/// Draws where indices come from and what holds marks.
final class GenPrices {
  private final SplittableRandom random;
  private final GenNumbers numbers;
  private final NaiveState state;

  GenPrices(SplittableRandom random, GenNumbers numbers, NaiveState state) {
    this.random = random;
    this.numbers = numbers;
    this.state = state;
  }

  Command any() {
    int asset = numbers.asset();
    return switch (random.nextInt(5)) {
      case 0, 1 -> new ClockCommand.SetPriceClamp(asset, random.nextInt(4) > 0);
      case 2 -> new ClockCommand.SetIndexSource(asset, ClockCommand.SetIndexSource.PUBLISHED);
      default -> new ClockCommand.SetIndexSource(asset, market(asset));
    };
  }

  /// Returns a spot market of the asset, if there is one and luck does not want another.
  private int market(int asset) {
    List<Integer> itsOwn =
        state.markets.stream()
            .filter(market -> !market.isFuture() && market.listing().base() == asset)
            .map(market -> market.listing().market())
            .toList();
    return itsOwn.isEmpty() || random.nextInt(6) == 0
        ? numbers.market()
        : itsOwn.get(random.nextInt(itsOwn.size()));
  }
}
