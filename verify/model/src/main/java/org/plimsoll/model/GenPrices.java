package org.plimsoll.model;

import java.util.List;
import java.util.SplittableRandom;
import org.plimsoll.protocol.CashCommand;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.Command;

/// Draws where indices come from, what holds marks, and what there is no room for at an expiry.
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
    return switch (random.nextInt(8)) {
      case 0, 1 -> new ClockCommand.SetPriceClamp(asset, random.nextInt(4) > 0);
      case 2 -> new ClockCommand.SetIndexSource(asset, ClockCommand.SetIndexSource.PUBLISHED);
      case 3, 4 -> fill();
      default -> new ClockCommand.SetIndexSource(asset, market(asset));
    };
  }

  /// Gives somebody whose future will expire so much that there is no room for a gain.
  private Command fill() {
    for (int account = 0; account < state.accounts.size(); account++) {
      if (numbers.awaitsExpiry(account) && random.nextBoolean()) {
        long room = numbers.room(account, 0);
        return new CashCommand.DepositAsset(account, 0, room - random.nextInt(2), 0);
      }
    }
    return new ClockCommand.SetPriceClamp(numbers.asset(), true);
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
