package org.plimsoll.model;

import java.util.SplittableRandom;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.LiquidationCommand;
import org.plimsoll.protocol.LiquidationProfile;
import org.plimsoll.protocol.LossBearer;
import org.plimsoll.units.MarginProfile;

/// Draws what accounts must keep, who stands in for those that fail, and how they are liquidated.
final class GenLiquidation {
  private static final long DAY = 86_400_000_000_000L;

  private final SplittableRandom random;
  private final NaiveState state;
  private final GenNumbers numbers;

  GenLiquidation(SplittableRandom random, NaiveState state, GenNumbers numbers) {
    this.random = random;
    this.state = state;
    this.numbers = numbers;
  }

  Command any() {
    return switch (random.nextInt(8)) {
      case 0 -> profile();
      case 1, 2 -> pledge();
      case 3, 4 -> era();
      default -> contribution();
    };
  }

  private Command profile() {
    LiquidationProfile[] all = LiquidationProfile.values();
    String second = random.nextInt(8) == 0 ? "ONE" : "two";
    return new LiquidationCommand.SetLiquidationProfile(
        all[random.nextInt(all.length)], "drawn", "one", second);
  }

  /// An era, mostly with high leverage, whose maintenance mostly follows as soon as it may.
  private Command era() {
    String second = random.nextInt(8) == 0 ? "ONE" : "two";
    long soonest = state.clock + DAY;
    return new LiquidationCommand.SetMarginProfile(
        random.nextInt(3) > 0 ? MarginProfile.FTX_2019 : MarginProfile.FTX_2022,
        random.nextInt(6) == 0 ? numbers.edge(soonest) : soonest + random.nextInt(2),
        "drawn",
        "one",
        second);
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
