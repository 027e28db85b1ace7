package org.plimsoll.model;

import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import org.plimsoll.protocol.CashCommand;
import org.plimsoll.protocol.CashEvent.WithdrawalRequested;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.WithdrawalMode;

/// Draws what customers and the venue do with cash besides depositing and withdrawing.
final class GenCash {
  private final SplittableRandom random;
  private final NaiveVenue twin;
  private final GenNumbers numbers;

  GenCash(SplittableRandom random, NaiveVenue twin, GenNumbers numbers) {
    this.random = random;
    this.twin = twin;
    this.numbers = numbers;
  }

  Command any() {
    return switch (random.nextInt(12)) {
      case 0, 1, 2, 3 -> smallWithdrawal();
      case 4 -> cancellation();
      case 5 -> new CashCommand.DepositAsset(account(), numbers.asset(), 1_000, numbers.custody());
      case 6 -> policy(numbers.asset());
      case 7 -> carry();
      case 8, 9 -> pay();
      default -> move();
    };
  }

  /// Returns a policy for an asset, mostly one that makes withdrawals wait.
  CashCommand.SetWithdrawalPolicy policy(int asset) {
    WithdrawalMode mode = WithdrawalMode.values()[random.nextInt(3)];
    int perMinute = mode == WithdrawalMode.QUEUED ? 1 + random.nextInt(4) : 0;
    boolean isOdd = random.nextInt(8) == 0;
    return new CashCommand.SetWithdrawalPolicy(
        asset,
        mode,
        isOdd ? (int) numbers.edge(1_000) : perMinute,
        "why",
        "one",
        random.nextInt(8) == 0 ? "ONE" : "two");
  }

  private Command move() {
    int from = numbers.account();
    int asset = numbers.asset();
    return new CashCommand.MoveAsset(
        from, numbers.account(), asset, numbers.withdrawal(from, asset));
  }

  private Command carry() {
    int from = numbers.custody();
    int asset = numbers.asset();
    boolean isKnown = asset >= 0 && asset < twin.state().assets.size();
    long there =
        isKnown ? twin.state().ledger.onHand(from, asset).longValueExact() : numbers.edge(1);
    long amount = random.nextBoolean() ? numbers.edge(there) : 1 + random.nextInt(3);
    return new CashCommand.MoveCustody(from, numbers.custody(), asset, amount);
  }

  /// Pays owners mostly what is theirs, or what is there, to the unit.
  private Command pay() {
    int asset = feeAsset();
    int custody = numbers.custody();
    boolean isKnown = asset >= 0 && asset < twin.state().assets.size();
    BigInteger theirs = isKnown ? twin.owners().theirs(asset) : BigInteger.ONE;
    BigInteger there = isKnown ? twin.owners().there(asset, custody) : BigInteger.ONE;
    long most = (random.nextInt(3) == 0 ? there : theirs.min(there)).longValueExact();
    long amount =
        switch (random.nextInt(4)) {
          case 0 -> numbers.edge(most);
          case 1 -> most + 1;
          case 2 -> Math.max(1, most);
          default -> 1 + most / (2 + random.nextInt(8));
        };
    return new CashCommand.PayFromFees(
        asset, amount, custody, "why", "one", random.nextInt(12) == 0 ? "ONE" : "two");
  }

  /// Returns an asset that owners may take, mostly, or any.
  private int feeAsset() {
    int asset = numbers.asset();
    for (int each = 0; each < twin.state().assets.size() && random.nextInt(8) > 0; each++) {
      asset = twin.owners().theirs(each).signum() > 0 ? each : asset;
    }
    return asset;
  }

  private Command smallWithdrawal() {
    return new CashCommand.WithdrawAsset(
        account(), random.nextInt(2), 1 + random.nextInt(3), numbers.custody());
  }

  private Command cancellation() {
    List<WithdrawalRequested> waiting = twin.withdrawals();
    if (waiting.isEmpty() || random.nextInt(8) == 0) {
      return new CashCommand.CancelWithdrawal(
          numbers.account(), numbers.asset(), numbers.edge(waiting.size()));
    }
    WithdrawalRequested one = waiting.get(random.nextInt(waiting.size()));
    return new CashCommand.CancelWithdrawal(
        random.nextInt(8) == 0 ? numbers.account() : one.account(),
        random.nextInt(12) == 0 ? numbers.asset() : one.asset(),
        one.withdrawal());
  }

  /// Returns an account, often the first, so that what is bounded for each reaches its bound.
  private int account() {
    return random.nextInt(4) > 0 ? 0 : numbers.account();
  }
}
