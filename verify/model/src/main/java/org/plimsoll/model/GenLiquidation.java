package org.plimsoll.model;

import java.util.SplittableRandom;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.LiquidationCommand;
import org.plimsoll.protocol.LiquidationProfile;
import org.plimsoll.protocol.LossBearer;

/// Draws who stands in for accounts that fail, and how they are liquidated.
final class GenLiquidation {
  private final SplittableRandom random;
  private final GenNumbers numbers;

  GenLiquidation(SplittableRandom random, GenNumbers numbers) {
    this.random = random;
    this.numbers = numbers;
  }

  Command any() {
    return switch (random.nextInt(6)) {
      case 0 -> profile();
      case 1, 2 -> pledge();
      default -> contribution();
    };
  }

  private Command profile() {
    LiquidationProfile[] all = LiquidationProfile.values();
    String second = random.nextInt(8) == 0 ? "ONE" : "two";
    return new LiquidationCommand.SetLiquidationProfile(
        all[random.nextInt(all.length)], "drawn", "one", second);
  }

  private Command pledge() {
    if (random.nextInt(6) == 0) {
      return new LiquidationCommand.PledgeBackstop(
          numbers.account(),
          numbers.edge(50_000_000_000_000_000L),
          numbers.edge(50_000_000_000_000_000L));
    }
    long minute = 1 + (numbers.quoteMax() >> random.nextInt(20));
    return new LiquidationCommand.PledgeBackstop(
        numbers.account(), minute, minute * (1 + random.nextInt(3)));
  }

  private Command contribution() {
    int asset = random.nextInt(3) == 0 ? numbers.asset() : 0;
    long amount =
        random.nextInt(6) == 0
            ? numbers.edge(numbers.quoteMax())
            : 1 + (numbers.quoteMax() >> (8 + random.nextInt(16)));
    return new LiquidationCommand.ContributeCapital(
        LossBearer.values()[random.nextInt(2)], asset, amount, numbers.custody());
  }
}
