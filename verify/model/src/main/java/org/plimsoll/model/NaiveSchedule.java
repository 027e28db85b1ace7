package org.plimsoll.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// The published fees in decimals, as tables to look through.
final class NaiveSchedule {
  private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);

  private record Tier(long above, String maker, String taker) {}

  private record Step(long from, String value) {}

  private static final List<Tier> TIERS =
      List.of(
          new Tier(0, "0.0002", "0.0007"),
          new Tier(2_000_000, "0.00015", "0.0006"),
          new Tier(5_000_000, "0.0001", "0.00055"),
          new Tier(10_000_000, "0.00005", "0.0005"),
          new Tier(25_000_000, "0", "0.00045"),
          new Tier(50_000_000, "0", "0.0004"));

  private static final List<Step> DISCOUNTS =
      List.of(
          new Step(100, "0.03"),
          new Step(1_000, "0.1"),
          new Step(10_000, "0.2"),
          new Step(100_000, "0.3"),
          new Step(1_000_000, "0.4"),
          new Step(2_500_000, "0.5"),
          new Step(5_000_000, "0.6"));

  private static final List<Step> STAKERS =
      List.of(
          new Step(25, "0"),
          new Step(150, "-0.000005"),
          new Step(1_000, "-0.00001"),
          new Step(10_000, "-0.000015"),
          new Step(50_000, "-0.00002"),
          new Step(250_000, "-0.000025"),
          new Step(1_000_000, "-0.00003"));

  private NaiveSchedule() {}

  /// Where an owner stands until the next day.
  record Place(int tier, long discountE9) {
    static final Place FIRST = new Place(1, 0);
  }

  /// What an owner pays, in billionths of the notional.
  record Rates(long makerE9, long takerE9) {}

  static int tier(BigDecimal volume) {
    int tier = 1;
    for (int i = 1; i < TIERS.size(); i++) {
      tier = volume.compareTo(BigDecimal.valueOf(TIERS.get(i).above())) > 0 ? i + 1 : tier;
    }
    return tier;
  }

  /// Returns what a holding takes off, by its value in whole units of account.
  static long discountE9(BigDecimal value) {
    return reached(DISCOUNTS, value, BigDecimal.ZERO).multiply(BILLION).longValueExact();
  }

  static Rates rates(Place place, BigDecimal staked, long rebateE9) {
    Tier tier = TIERS.get(place.tier() - 1);
    BigDecimal left = BigDecimal.ONE.subtract(BigDecimal.valueOf(place.discountE9(), 9));
    BigDecimal maker =
        new BigDecimal(tier.maker()).multiply(left).setScale(9, RoundingMode.CEILING);
    maker = maker.min(reached(STAKERS, staked, maker));
    BigDecimal rebate = BigDecimal.valueOf(rebateE9, 9);
    if (rebate.signum() > 0) {
      maker = maker.min(BigDecimal.ZERO).subtract(rebate).max(new BigDecimal("-0.0001"));
    }
    BigDecimal taker =
        new BigDecimal(tier.taker())
            .multiply(left)
            .setScale(9, RoundingMode.CEILING)
            .max(new BigDecimal("0.00015"));
    return new Rates(e9(maker), e9(taker));
  }

  private static BigDecimal reached(List<Step> steps, BigDecimal amount, BigDecimal none) {
    BigDecimal value = none;
    for (Step step : steps) {
      boolean isReached = amount.compareTo(BigDecimal.valueOf(step.from())) >= 0;
      value = isReached ? new BigDecimal(step.value()) : value;
    }
    return value;
  }

  private static long e9(BigDecimal part) {
    return part.multiply(BILLION).longValueExact();
  }
}
