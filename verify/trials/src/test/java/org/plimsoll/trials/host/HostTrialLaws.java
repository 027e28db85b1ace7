package org.plimsoll.trials.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Trials of the host over many seeds: the same ones every time, which reach every mark, and as
/// many that nobody has tried before, others every day. `-Dplimsoll.trials=20` makes it short;
/// `-Dplimsoll.firstTrial=N` says where the others begin; the soak runs for as long as one likes.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostTrialLaws {
  private static final int SEEDS_OF_A_SUITE = 200;
  private static final int SEEDS = Integer.getInteger("plimsoll.trials", SEEDS_OF_A_SUITE);

  /// Far from those that soaks begin with.
  private static final long FIRST_DAY = 1_000_000;

  private final TrialCampaign campaign = new TrialCampaign();

  @BeforeAll
  void runEverySeed() {
    run(campaign, 1);
  }

  @Test
  void everySeedKeepsEveryPromise() {
    assertThat(reports(campaign)).isEmpty();
  }

  @Test
  void everyFreshSeedKeepsEveryPromise() {
    long day = LocalDate.now(ZoneOffset.UTC).toEpochDay();
    TrialCampaign fresh = new TrialCampaign();
    run(fresh, Long.getLong("plimsoll.firstTrial", FIRST_DAY + day * SEEDS_OF_A_SUITE));
    assertThat(reports(fresh)).isEmpty();
  }

  private static void run(TrialCampaign campaign, long first) {
    campaign.run(first, SEEDS, Runtime.getRuntime().availableProcessors(), () -> false);
    System.out.println("first seed " + first);
    System.out.println("seeds, commands, crashes, starts, refusals: " + campaign.numbers());
    System.out.print(campaign.marks()); // goes to the report file of this class
  }

  private static String reports(TrialCampaign campaign) {
    return campaign.findings().stream()
        .limit(3)
        .map(TrialCampaign.Finding::report)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void shouldReachEveryMark() {
    assumeThat(SEEDS).isGreaterThanOrEqualTo(SEEDS_OF_A_SUITE);
    assertThat(campaign.marks().neverReached()).isEmpty();
  }
}
