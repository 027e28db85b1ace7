package org.plimsoll.model;

import java.math.BigInteger;
import java.util.Optional;
import java.util.SplittableRandom;
import org.plimsoll.protocol.CollateralCommand;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.ListingCommand.SetCollateral;

/// Draws what assets count for.
final class GenCollateral {
  private static final long ONE_E9 = 1_000_000_000L;
  private static final BigInteger LARGEST_LONG = BigInteger.valueOf(Long.MAX_VALUE);
  private static final long DAY = 86_400_000_000_000L;

  private final SplittableRandom random;
  private final NaiveState state;
  private final GenNumbers numbers;

  GenCollateral(SplittableRandom random, NaiveState state, GenNumbers numbers) {
    this.random = random;
    this.state = state;
    this.numbers = numbers;
  }

  /// Terms, mostly with the maintenance that the asset has.
  Command terms() {
    int asset = numbers.asset();
    Optional<SetCollateral> before =
        asset >= 0 && asset < state.assets.size()
            ? state.assets.get(asset).collateral()
            : Optional.empty();
    if (before.isPresent() && random.nextInt(4) > 0) {
      long totalE9 = before.get().totalWeightE9();
      long initialE9 =
          random.nextInt(4) == 0 ? numbers.edge(totalE9) : random.nextLong(totalE9 + 1);
      return new SetCollateral(asset, initialE9, totalE9, before.get().imfFactorE9());
    }
    return new SetCollateral(
        asset, numbers.edge(ONE_E9), numbers.edge(ONE_E9), numbers.edge(ONE_E9));
  }

  Command any() {
    int asset = numbers.asset();
    String second = random.nextInt(8) == 0 ? "ONE" : "two";
    if (random.nextBoolean()) {
      return new CollateralCommand.CapCollateral(
          asset, accountMax(asset), venueMax(asset), borrowMax(asset), "cap", "one", second);
    }
    return new CollateralCommand.AnnounceWeight(
        asset,
        random.nextInt(4) == 0 ? numbers.edge(ONE_E9) : random.nextLong(ONE_E9),
        state.clock + DAY + (random.nextInt(4) == 0 ? -1 : random.nextInt(2)),
        random.nextInt(4) == 0 ? numbers.edge(20_000_000) : 100_000L << random.nextInt(8),
        "move",
        "one",
        second);
  }

  private long accountMax(int asset) {
    boolean isKnown = asset >= 0 && asset < state.assets.size();
    long most = isKnown ? state.assets.get(asset).definition().balanceMax() : 1;
    return random.nextInt(4) == 0 ? numbers.edge(most) : 1 + random.nextLong(most);
  }

  /// Mostly a part of what is held, so that it binds.
  private long venueMax(int asset) {
    boolean isKnown = asset >= 0 && asset < state.assets.size();
    BigInteger held = isKnown ? state.ledger.owedToAccounts(asset) : BigInteger.ZERO;
    return switch (random.nextInt(4)) {
      case 0 -> numbers.edge(Long.MAX_VALUE);
      case 1 -> Long.MAX_VALUE;
      default -> held.shiftRight(random.nextInt(4)).min(LARGEST_LONG).longValueExact();
    };
  }

  /// Often about what is owed.
  private long borrowMax(int asset) {
    boolean isKnown = asset >= 0 && asset < state.assets.size();
    if (!isKnown || random.nextInt(3) == 0) {
      return numbers.edge(1L << 62);
    }
    return Math.min(1L << 62, state.possibleDebts(asset).longValueExact() + random.nextInt(1_000));
  }
}
