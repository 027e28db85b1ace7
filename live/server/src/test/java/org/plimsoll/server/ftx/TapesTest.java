package org.plimsoll.server.ftx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.protocol.OrderCommand.PlaceLimitOrder;
import org.plimsoll.units.Side;

/// What is remembered of history besides the store.
class TapesTest {
  private static final long MINUTE_NS = 60_000_000_000L;
  private static final long DAY_NS = 1_440 * MINUTE_NS;

  @TempDir private Path directory;

  @Test
  void shouldForgetTradesAfterADayButNotThePriceBefore() {
    MarketDay day = new MarketDay();
    day.add(DAY_NS, 100, 2);
    day.add(DAY_NS + MINUTE_NS, 110, 3);
    assertThat(day.sums(DAY_NS + MINUTE_NS))
        .isEqualTo(new MarketDay.Sums(BigDecimal.valueOf(5), BigDecimal.valueOf(530), 110, 100));
    assertThat(day.ticksAt(0)).hasValue(100);
    assertThat(day.ticksAt(DAY_NS + MINUTE_NS)).hasValue(100);
    assertThat(day.ticksAt(DAY_NS + 2 * MINUTE_NS)).hasValue(110);
    assertThat(day.sums(2 * DAY_NS + 2 * MINUTE_NS).highTicks()).isZero();
    assertThat(day.ticksAt(2 * DAY_NS)).hasValue(110);
    assertThat(day.lastTicks()).isEqualTo(110);
  }

  @Test
  void shouldKeepTheAveragePriceOfAPositionThroughPartialCloses() {
    PositionStory story =
        PositionStory.NONE.with(2, dollars(200)).with(2, dollars(240)).with(-1, dollars(-130));
    assertThat(story.lots()).isEqualTo(3);
    assertThat(story.openCost()).isEqualByComparingTo("330");
    assertThat(story.spent()).isEqualByComparingTo("310");
    assertThat(story.boughtLots()).isEqualTo(4);
    assertThat(story.soldLots()).isEqualTo(1);
  }

  @Test
  void shouldBeginAnewWhereAPositionTurns() {
    PositionStory story = PositionStory.NONE.with(2, dollars(200)).with(-5, dollars(-500));
    assertThat(story.lots()).isEqualTo(-3);
    assertThat(story.openCost()).isEqualByComparingTo("300");
    assertThat(story.spent()).isEqualByComparingTo("-300");
    assertThat(story.boughtLots()).isZero();
    assertThat(story.soldLots()).isEqualTo(3);
    assertThat(story.with(3, dollars(270))).isEqualTo(PositionStory.NONE);
  }

  private static BigDecimal dollars(long amount) {
    return BigDecimal.valueOf(amount);
  }

  @Test
  void shouldMakeBarsOfAnIndexOfAnyLength() {
    IndexBars bars = new IndexBars();
    bars.add(0, 10);
    bars.add(MINUTE_NS / 2, 30);
    bars.add(MINUTE_NS, 20);
    assertThat(bars.between(0, MINUTE_NS, 60))
        .isEqualTo(
            List.of(
                new IndexBars.Bar(0, 10, 30, 10, 30),
                new IndexBars.Bar(MINUTE_NS, 20, 20, 20, 20)));
    assertThat(bars.before(MINUTE_NS, 60)).hasValue(30L);
    assertThat(bars.before(0, 60)).isEmpty();
  }

  @Test
  void shouldFillCandlesWithThePriceThatStood() {
    Parameters query = Parameters.ofQuery("resolution=60&limit=4");
    CandleSpan span = CandleSpan.of(query, 10 * MINUTE_NS + 1);
    assertThat(span.firstNs()).isEqualTo(7 * MINUTE_NS);
    assertThat(span.lastNs()).isEqualTo(10 * MINUTE_NS);
    CandleJson known = CandleJson.flat(8 * MINUTE_NS, dollars(5), dollars(1));
    var json = span.json(List.of(known), java.util.Optional.empty(), BigDecimal.ZERO);
    assertThat(json).hasSize(3);
    assertThat(json.get(2).get("close").decimalValue()).isEqualByComparingTo("5");
    assertThat(json.get(2).get("volume").decimalValue()).isZero();
  }

  @Test
  void shouldComeBackWithTheJournal() throws Exception {
    String before;
    try (LiveVenue venue = LiveVenue.small(directory)) {
      SmallVenue.open(venue);
      venue.take(new PlaceLimitOrder(SmallVenue.BOB, SmallVenue.PERP, Side.SELL, 20_010, 100));
      venue.take(new PlaceLimitOrder(SmallVenue.ALICE, SmallVenue.PERP, Side.BUY, 20_010, 40));
      venue.advance(1);
      before = seen(venue);
    }
    try (LiveVenue venue = LiveVenue.small(directory)) {
      assertThat(seen(venue)).isEqualTo(before).contains("\"openInterest\":0.004");
    }
  }

  private static String seen(LiveVenue venue) {
    StringBuilder all = new StringBuilder();
    for (String path :
        List.of(
            "markets", "futures", "indexes/BTC/candles?resolution=60", "futures/BTC-PERP/stats")) {
      all.append(new String(venue.call("-", "GET", "/api/" + path, "").body(), UTF_8));
    }
    return all.toString();
  }
}
