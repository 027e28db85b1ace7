package org.plimsoll.trials.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Trials of the host over many seeds. `-Dplimsoll.trials=20` makes it short; the soak runs for as
/// long as one likes.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostTrials {
  private static final int SEEDS_OF_A_SUITE = 200;
  private static final int SEEDS = Integer.getInteger("plimsoll.trials", SEEDS_OF_A_SUITE);

  private final TrialCampaign campaign = new TrialCampaign();

  @BeforeAll
  void runEverySeed() {
    campaign.run(1, SEEDS, Runtime.getRuntime().availableProcessors(), () -> false);
    System.out.println("seeds, commands, crashes, starts, refusals: " + campaign.numbers());
    System.out.print(campaign.marks()); // goes to the report file of this class
  }

  @Test
  void everySeedKeepsEveryPromise() {
    assertThat(
            campaign.findings().stream()
                .limit(3)
                .map(TrialCampaign.Finding::report)
                .collect(Collectors.joining("\n")))
        .isEmpty();
  }

  @Test
  void shouldReachEveryMark() {
    assumeThat(SEEDS).isGreaterThanOrEqualTo(SEEDS_OF_A_SUITE);
    assertThat(campaign.marks().neverReached()).isEmpty();
  }
}
