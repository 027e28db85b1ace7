package org.plimsoll.model;

import java.util.SplittableRandom;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.ControlCommand;
import org.plimsoll.protocol.Privilege;
import org.plimsoll.protocol.PublishedFigure;

/// Draws exceptions from the rules.
final class GenControl {
  private static final Privilege[] PRIVILEGES = Privilege.values();

  private final SplittableRandom random;
  private final GenNumbers numbers;

  GenControl(SplittableRandom random, GenNumbers numbers) {
    this.random = random;
    this.numbers = numbers;
  }

  Command any() {
    String second = random.nextInt(8) == 0 ? "ONE" : "two";
    Privilege privilege =
        random.nextBoolean() ? Privilege.ALLOW_NEGATIVE : PRIVILEGES[random.nextInt(3)];
    return switch (random.nextInt(7)) {
      case 0 ->
          new ControlCommand.OverridePublishedFigure(
              PublishedFigure.INSURANCE_FUND, numbers.edge(1_000_000), "show", "one", second);
      case 1 ->
          new ControlCommand.RevokePrivilege(numbers.account(), privilege, "end", "one", second);
      default ->
          new ControlCommand.GrantPrivilege(
              numbers.account(), privilege, amount(privilege), "why", "one", second);
    };
  }

  private long amount(Privilege privilege) {
    if (random.nextInt(8) == 0) {
      return numbers.edge(1_000_000_000_000_000_000L);
    }
    return privilege == Privilege.ALLOW_NEGATIVE
        ? 1 + random.nextLong(1L << random.nextInt(60))
        : 0;
  }
}
