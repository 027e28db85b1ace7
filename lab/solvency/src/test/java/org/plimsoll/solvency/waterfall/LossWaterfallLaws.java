package org.plimsoll.solvency.waterfall;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.waterfall.LossBearers.Profit;

class LossWaterfallLaws {
  private static final int CASES = 4_000;
  private static final int SCALE = 2;

  private static BigDecimal draw(Random random, int bound) {
    return BigDecimal.valueOf(random.nextInt(bound), SCALE);
  }

  private static LossBearers bearers(Random random) {
    Map<Layer, BigDecimal> pots = new EnumMap<>(Layer.class);
    for (Layer layer : Layer.values()) {
      if (layer.isPot() && random.nextBoolean()) {
        pots.put(layer, draw(random, 3_000));
      }
    }
    List<Profit> profits = new ArrayList<>();
    for (int account = random.nextInt(12); account > 0; account--) {
      profits.add(new Profit("a" + account, draw(random, 2_000).add(new BigDecimal("0.01"))));
    }
    return new LossBearers(pots, profits);
  }

  private static Map<String, BigDecimal> byBearer(LossAllocation allocation) {
    Map<String, BigDecimal> borne = new TreeMap<>();
    allocation
        .shares()
        .forEach(share -> borne.merge(share.bearer(), share.amount(), BigDecimal::add));
    return borne;
  }

  private interface Law {
    void holds(Random random, BigDecimal loss, LossBearers bearers, LossAllocation allocation);
  }

  private static void forAll(Law law) {
    for (long seed = 0; seed < CASES; seed++) {
      Random random = new Random(seed);
      LossBearers bearers = bearers(random);
      BigDecimal loss = draw(random, 20_000);
      List<WaterfallProfile> profiles = WaterfallProfile.named();
      WaterfallProfile profile = profiles.get(random.nextInt(profiles.size()));
      try {
        law.holds(random, loss, bearers, LossWaterfall.allocate(loss, profile, bearers, SCALE));
        law.holds(
            random,
            loss,
            bearers,
            LossWaterfall.allocate(loss, everyLayerIn(random), bearers, SCALE));
      } catch (AssertionError e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
  }

  private static WaterfallProfile everyLayerIn(Random random) {
    List<Layer> layers = new ArrayList<>(List.of(Layer.values()));
    Collections.shuffle(layers, random);
    return new WaterfallProfile("drawn", layers);
  }

  @Test
  void sharesAndWhatIsUncoveredAddUpToTheLoss() {
    forAll((random, loss, bearers, allocation) -> {
      BigDecimal sum = allocation.uncovered();
      for (LossAllocation.Share share : allocation.shares()) {
        assertThat(share.amount()).isPositive();
        sum = sum.add(share.amount());
      }
      assertThat(sum).isEqualByComparingTo(loss);
    });
  }

  @Test
  void nobodyBearsMoreThanHeHas() {
    forAll((random, loss, bearers, allocation) -> {
      Map<String, BigDecimal> borne = byBearer(allocation);
      bearers
          .profits()
          .forEach(profit ->
              assertThat(borne.getOrDefault(profit.account(), BigDecimal.ZERO))
                  .isLessThanOrEqualTo(profit.amount()));
      bearers
          .pots()
          .forEach((layer, pot) -> assertThat(allocation.borneBy(layer)).isLessThanOrEqualTo(pot));
    });
  }

  @Test
  void socializedPartsAreWithinAUnitOfTheSamePart() {
    for (long seed = 0; seed < CASES; seed++) {
      Random random = new Random(seed);
      LossBearers bearers = bearers(random);
      BigDecimal loss = draw(random, 5_000);
      WaterfallProfile only = new WaterfallProfile("only", List.of(Layer.SOCIALIZED_LOSS));
      Map<String, BigDecimal> borne = byBearer(LossWaterfall.allocate(loss, only, bearers, SCALE));
      BigDecimal profits =
          bearers.profits().stream().map(Profit::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
      for (Profit profit : bearers.profits()) {
        BigDecimal exact = profit.amount().multiply(loss.min(profits));
        BigDecimal paid = borne.getOrDefault(profit.account(), BigDecimal.ZERO).multiply(profits);
        assertThat(paid.subtract(exact).abs())
            .as("seed %s", seed)
            .isLessThan(profits.multiply(new BigDecimal("0.01")));
      }
    }
  }

  @Test
  void theOrderOfAccountsDoesNotMatterWhereLossesAreSocialized() {
    for (long seed = 0; seed < CASES; seed++) {
      Random random = new Random(seed);
      LossBearers bearers = bearers(random);
      List<Profit> shuffled = new ArrayList<>(bearers.profits());
      Collections.shuffle(shuffled, random);
      BigDecimal loss = draw(random, 20_000);
      assertThat(
              byBearer(
                  LossWaterfall.allocate(
                      loss,
                      WaterfallProfile.SOCIALIZED,
                      new LossBearers(bearers.pots(), shuffled),
                      SCALE)))
          .as("seed %s", seed)
          .isEqualTo(
              byBearer(LossWaterfall.allocate(loss, WaterfallProfile.SOCIALIZED, bearers, SCALE)));
    }
  }
}
