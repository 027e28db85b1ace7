package org.plimsoll.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.units.Exact.ONE_E9;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.plimsoll.units.LeveragedTokenKind;

/// Every function over the whole range that its comment names: none throws, and what it returns is
/// within what it promises. The ranges are those of docs/reference/margin.md.
class NumberEdgesTest {
  private static final int CASES = 200_000;
  private static final long QUARTER = 1L << 62;

  private final SplittableRandom random = new SplittableRandom(64);

  @Test
  void requirementsFitForEveryAmount() {
    for (int i = 0; i < CASES; i++) {
      long amount = amount();
      long factor = amount() % (ONE_E9 + 1);
      long weight = amount() % (ONE_E9 + 1);
      int decimals = random.nextInt(10);
      PositionMargin terms = new PositionMargin(factor, decimals, amount(), amount());
      assertThat(SpotMargin.effectiveWeightE9(weight, factor, amount, decimals))
          .isBetween(0L, weight);
      assertThat(SpotMargin.borrowInitialE9(weight, factor, amount, decimals)).isNotNegative();
      assertThat(SpotMargin.borrowMaintenanceE9(weight, factor, amount, decimals)).isNotNegative();
      assertThat(terms.initialE9(amount(), amount)).isNotNegative();
      assertThat(terms.maintenanceE9(amount(), amount)).isNotNegative();
      assertThat(PositionMargin.requirement(amount, amount())).isBetween(0L, amount);
    }
  }

  @Test
  void stagesFitForEveryAmount() {
    for (int i = 0; i < CASES; i++) {
      long value = signed();
      long notional = amount();
      long maintenance = amount();
      long autoClose = AccountMargin.autoCloseRequirement(maintenance, notional);
      assertThat(autoClose).isBetween(0L, maintenance);
      assertThat(AccountMargin.stage(value, maintenance, notional)).isNotNull();
      assertThat(Long.signum(AccountMargin.marginFractionE9(value, notional)) * Long.signum(value))
          .isNotNegative();
      int decimals = random.nextInt(10);
      assertThat(LiquidationSlice.autoCloseNotional(notional, value, autoClose, decimals))
          .isBetween(0L, notional);
      long scaleE9 = LiquidationSlice.scaleE9(signed());
      assertThat(LiquidationSlice.bookNotional(notional, amount(), scaleE9, decimals))
          .isBetween(0L, notional);
    }
  }

  @Test
  void pricesFitForEveryMarkAndValuesBelowTheQuarter() {
    for (int i = 0; i < CASES; i++) {
      boolean isLong = random.nextBoolean();
      long markE9 = amount();
      long zeroE9 = ZeroPrice.e9(isLong, markE9, signed() % QUARTER, 1 + amount() % (QUARTER - 1));
      assertThat(zeroE9).isNotNegative();
      assertThat(ZeroPrice.backstopE9(isLong, zeroE9, markE9))
          .isBetween(Math.min(zeroE9, markE9), Math.max(zeroE9, markE9));
      long sum = 1 + amount() % (Long.MAX_VALUE - 1);
      long value = signed();
      assertThat(ZeroPrice.share(value, amount() % sum, sum))
          .isBetween(Math.min(0, value), Math.max(0, value));
      assertThat(DeleverageRank.leverageE9(1 + amount() / 2, zeroE9)).isNotNegative();
      long rank = DeleverageRank.e9(value, sum, 1 + amount() / 2);
      assertThat(Long.signum(rank) * Long.signum(value)).isNotNegative();
    }
  }

  @Test
  void fundingFitsForEveryMarkAndIndex() {
    for (int i = 0; i < CASES; i++) {
      long indexE9 = 1 + amount() / 2;
      long premiumE9 = Funding.premiumE9(amount(), indexE9);
      assertThat(premiumE9).isBetween(-ONE_E9, Funding.PREMIUM_MAX_E9);
      long integral = Funding.integral(premiumE9, 3_600_000);
      assertThat(Funding.perCoinE9(indexE9, integral)).isBetween(-indexE9, indexE9);
      assertThat(Funding.rateE9(integral)).isBetween(-ONE_E9, ONE_E9);
      assertThat(MarkPrice.pausedE9(indexE9, amount(), 1 + amount() / 2)).isPositive();
    }
  }

  @Test
  void paymentsFitForEveryAmount() {
    for (int i = 0; i < CASES; i++) {
      long amount = amount();
      long rateE9 = LendingRates.borrowE9(amount(), random.nextLong(10_000_001));
      assertThat(LendingRates.charge(amount, rateE9))
          .isGreaterThanOrEqualTo(LendingRates.proceeds(amount, rateE9));
      assertThat(FeeSchedule.fee(amount, random.nextLong(2 * ONE_E9 + 1) - ONE_E9))
          .isBetween(-amount, amount);
      assertThat(FeeSchedule.tier(amount, random.nextInt(10))).isBetween(1, 6);
      long outstanding = 1 + amount() / 2;
      long tokens = amount() % outstanding;
      assertThat(LeveragedTokens.creationValue(amount(), 1 + amount / 2, outstanding))
          .isNotNegative();
      assertThat(LeveragedTokens.redemptionValue(tokens, signed(), outstanding)).isNotNegative();
      assertThat(LeveragedTokens.creationFee(amount)).isBetween(0L, amount);
      assertThat(LeveragedTokens.managementFee(signed())).isNotNegative();
    }
  }

  @Test
  void rebalancingAndBandsFitForEveryPrice() {
    for (int i = 0; i < CASES; i++) {
      LeveragedTokenKind kind = LeveragedTokenKind.values()[random.nextInt(4)];
      LeveragedTokens tokens = new LeveragedTokens(kind, random.nextInt(10), random.nextInt(10));
      long priceE9 = 1 + amount() / 2;
      long position = signed() % QUARTER;
      long target = position + tokens.rebalance(signed(), priceE9, position);
      assertThat(target).isBetween(-QUARTER, QUARTER);
      long sensitivity = Math.max(-Long.MAX_VALUE, signed());
      long allowance = LiquidationBand.allowance(amount(), 1 + random.nextInt(64));
      long end =
          LiquidationBand.lastSafeE9(
              priceE9, allowance, sensitivity, random.nextInt(10), random.nextInt(10));
      assertThat(Long.signum(priceE9 - end) * Long.signum(sensitivity)).isNotNegative();
    }
  }

  /// A number that is not negative, of any length, often at an edge.
  private long amount() {
    return switch (random.nextInt(16)) {
      case 0 -> 0;
      case 1 -> 1;
      case 2 -> Long.MAX_VALUE;
      case 3 -> QUARTER - 1 + random.nextInt(3);
      default -> random.nextLong(Long.MAX_VALUE) >> random.nextInt(63);
    };
  }

  private long signed() {
    return random.nextInt(32) == 0 ? Long.MIN_VALUE : random.nextBoolean() ? amount() : -amount();
  }
}
