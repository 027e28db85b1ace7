package org.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every law over many seeded histories. `-Dplimsoll.seeds=40` makes it short,
/// `-Dplimsoll.firstSeed=N` starts elsewhere; [Soak] runs for as long as one likes.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RandomHistoryLaws {
  private static final int SEEDS_OF_A_SUITE = 5_200;
  private static final int SEEDS = Integer.getInteger("plimsoll.seeds", SEEDS_OF_A_SUITE);
  private static final long FIRST_SEED = Long.getLong("plimsoll.firstSeed", 1);

  private final Campaign campaign = new Campaign(VenueLaws.all());

  @BeforeAll
  void runEverySeed() {
    campaign.run(FIRST_SEED, SEEDS, Runtime.getRuntime().availableProcessors(), () -> false);
    System.out.printf(
        "%,d commands in %,d histories, after each of them %d laws and the twin%n",
        campaign.commands(), campaign.seeds(), VenueLaws.all().size());
    System.out.print(campaign.coverage()); // goes to the report file of this class
  }

  static List<Law> laws() {
    return VenueLaws.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("laws")
  void everyHistoryObeys(Law law) {
    assertThat(campaign.finding(law.name()).map(campaign::report).orElse("")).isEmpty();
  }

  @Test
  void shouldReachEveryMarkAndEveryReasonForARefusal() {
    assertThat(campaign.coverage().neverReached()).isEmpty();
  }

  @Test
  void shouldRunTwoMillionCommandsUnlessAskedForFewerSeeds() {
    assumeThat(SEEDS).isGreaterThanOrEqualTo(SEEDS_OF_A_SUITE);
    assertThat(campaign.commands()).isGreaterThanOrEqualTo(2_000_000);
  }
}
