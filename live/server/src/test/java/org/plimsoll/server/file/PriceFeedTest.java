package org.plimsoll.server.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.protocol.ClockCommand.PublishIndexPrice;
import org.plimsoll.protocol.ClockCommand.SetIndexSource;
import org.plimsoll.units.Exact;

/// Prices that are made up, from a seed.
class PriceFeedTest {
  private static final long SECOND = 1_000_000_000;
  private static final long DAY = 86_400L * SECOND;
  private static final long START_E9 = 60_000 * SECOND;
  private static final int BTC = 1;

  private final TestVenue venue = opened();

  private static TestVenue opened() {
    TestVenue venue = new TestVenue(SampleVenue.LIMITS);
    venue.take(SampleVenue.good().opening().commands());
    return venue;
  }

  private static PriceFeed feed(String seed) {
    String text = SampleVenue.with("seed: 7", "seed: " + seed);
    return PriceFeed.of(((VenueFileResult.ReadVenue) SampleVenue.read(text)).file()).orElseThrow();
  }

  private List<PublishIndexPrice> between(String seed, long fromNs, long toNs) {
    return feed(seed).between(fromNs, toNs, venue.view());
  }

  @Test
  void shouldGiveTheSamePricesForTheSameSeedAndStep() {
    assertThat(between("7", 0, SECOND)).isEqualTo(between("7", 0, SECOND)).hasSize(1);
    assertThat(between("7", 1, SECOND + 1)).isEqualTo(between("7", 0, SECOND));
    assertThat(between("8", 0, SECOND)).isNotEqualTo(between("7", 0, SECOND));
    assertThat(between("7", SECOND, 2 * SECOND)).isNotEqualTo(between("7", 0, SECOND));
  }

  @Test
  void shouldSayNothingWithinAStep() {
    PriceFeed feed = feed("7");
    assertThat(between("7", SECOND, 2 * SECOND - 1)).isEmpty();
    assertThat(feed.nextNs(SECOND)).isEqualTo(2 * SECOND);
    assertThat(feed.nextNs(2 * SECOND - 1)).isEqualTo(2 * SECOND);
  }

  @Test
  void shouldMoveOnlyWhatIsPublishedAndVolatile() {
    assertThat(between("7", 0, SECOND)).extracting(PublishIndexPrice::asset).containsExactly(BTC);
    venue.take(new SetIndexSource(BTC, venue.market("BTC/USD")));
    assertThat(between("7", 0, SECOND)).isEmpty();
  }

  /// At 60 % a year a day's deviation is 60 % / sqrt(365) = 3.14 %, and half its square 0.0493 %.
  /// Four deviations of a mean of 4,000 are 0.2 %, of their deviation 0.14 %.
  @Test
  void shouldExpectThePriceThatThereIsAndMoveByItsVolatility() {
    int count = 4_000;
    double sum = 0;
    double logs = 0;
    double squares = 0;
    PriceFeed feed = feed("7");
    for (int day = 0; day < count; day++) {
      long priceE9 = feed.between(day * DAY, (day + 1) * DAY, venue.view()).getFirst().priceE9();
      double growth = (double) priceE9 / START_E9;
      sum += growth;
      logs += StrictMath.log(growth);
      squares += StrictMath.log(growth) * StrictMath.log(growth);
    }
    double mean = logs / count;
    assertThat(sum / count).isCloseTo(1, within(0.002));
    assertThat(mean).isCloseTo(-0.000493, within(0.002));
    assertThat(StrictMath.sqrt(squares / count - mean * mean)).isCloseTo(0.0314, within(0.0014));
  }

  @Test
  void shouldGoOnFromThePriceThatThereIs() {
    venue.take(PriceFeed.shock(venue.view(), BTC, Exact.ONE_E9 / 2).orElseThrow());
    assertThat(venue.view().indexE9(BTC)).isEqualTo(START_E9 / 2);
    long next = between("7", 0, SECOND).getFirst().priceE9();
    assertThat((double) next).isCloseTo(START_E9 / 2.0, within(START_E9 / 1_000.0));
  }

  @Test
  void shouldStayWithinWhatTheVenueCanCount() {
    PublishIndexPrice high = PriceFeed.shock(venue.view(), BTC, Long.MAX_VALUE).orElseThrow();
    assertThat(high.priceE9()).isEqualTo(500_000 * SECOND);
    venue.take(high);
    PublishIndexPrice low = PriceFeed.shock(venue.view(), BTC, 0).orElseThrow();
    assertThat(low.priceE9()).isEqualTo(1);
    venue.take(low);
    assertThat(between("7", 0, SECOND).getFirst().priceE9()).isPositive();
  }

  @Test
  void shouldNotShockWhatHasNoPriceYet() {
    TestVenue empty = new TestVenue(SampleVenue.LIMITS);
    empty.take(SampleVenue.good().opening().commands().subList(0, 4));
    assertThat(PriceFeed.shock(empty.view(), BTC, Exact.ONE_E9)).isEmpty();
    assertThat(feed("7").between(0, SECOND, empty.view())).isEmpty();
  }

  @Test
  void shouldBeNoFeedWhereTheFileAsksForNone() {
    String still =
        SampleVenue.with("feed: {every: 1s, seed: 7}\n", "").replace(", volatility: 60%", "");
    VenueFile file = ((VenueFileResult.ReadVenue) SampleVenue.read(still)).file();
    assertThat(PriceFeed.of(file)).isEmpty();
  }
}
