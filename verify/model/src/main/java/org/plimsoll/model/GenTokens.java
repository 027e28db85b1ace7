package org.plimsoll.model;

import java.util.SplittableRandom;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.TokenCommand;

/// Draws what changes the price of trading.
final class GenTokens {
  private final SplittableRandom random;
  private final GenNumbers numbers;

  GenTokens(SplittableRandom random, GenNumbers numbers) {
    this.random = random;
    this.numbers = numbers;
  }

  Command any() {
    long rebateE9 = random.nextBoolean() ? numbers.edge(100_000) : 25_000;
    return new TokenCommand.SetMakerRebate(numbers.account(), rebateE9);
  }
}
