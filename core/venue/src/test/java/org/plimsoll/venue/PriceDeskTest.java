package org.plimsoll.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.venue.Bench.BITCOIN;
import static org.plimsoll.venue.Bench.BTC;
import static org.plimsoll.venue.Bench.DOLLAR;
import static org.plimsoll.venue.Bench.FTT;
import static org.plimsoll.venue.Bench.TOKEN;
import static org.plimsoll.venue.Bench.USD;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plimsoll.protocol.ClockCommand.AdvanceTime;
import org.plimsoll.protocol.ClockCommand.PublishIndexPrice;
import org.plimsoll.protocol.ClockCommand.SetIndexSource;
import org.plimsoll.protocol.ClockCommand.SetPriceClamp;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.ListingCommand;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.ListingCommand.SetMarketState;
import org.plimsoll.protocol.MarketState;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.protocol.PriceEvent;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// Indices and marks: bitcoin at 20,000 and a token at 20, with a perpetual on bitcoin.
class PriceDeskTest {
  private static final int BTC_SPOT = 0;
  private static final int FTT_SPOT = 1;
  private static final int PERP = 2;
  private static final long E9 = 1_000_000_000;
  private static final long MINUTE = 60 * E9;

  private final Bench bench = Bench.listed(new Limits(4, 8, 2, 4, 3, 3, 100), 4);

  @BeforeEach
  void fund() {
    bench.applied(new ListFuture(PERP, "BTC-PERP", BTC, E9, 1_000_000, 0, 0, E9, E9, 1_000));
    for (int account = 0; account < 4; account++) {
      bench.deposit(account, USD, 20_000 * DOLLAR);
      bench.deposit(account, BTC, BITCOIN);
      bench.deposit(account, FTT, 100 * TOKEN);
    }
  }

  /// A price that falls to a tenth reaches margin a fifth at a time, each second slot of five
  /// minutes, with nothing more published.
  @Test
  void rules_section4_shouldFollowACrashAFifthAtATime() {
    bench.applied(new SetPriceClamp(BTC, true));
    bench.applied(new PublishIndexPrice(BTC, 2_000 * E9));
    long[] marks = {16_000, 16_000, 12_800, 12_800, 10_240, 10_240, 8_192};
    for (int slot = 0; slot < marks.length; slot++) {
      bench.applied(new AdvanceTime((5 * slot + 2) * MINUTE, 0));
      assertThat(bench.view().markE9(BTC)).as("slot %s", slot).isEqualTo(marks[slot] * E9);
    }
    assertThat(bench.view().indexE9(BTC)).isEqualTo(2_000 * E9);
  }

  @Test
  void shouldLetPricesThroughThatHaveNoClamp() {
    bench.applied(new PublishIndexPrice(BTC, 2_000 * E9));
    assertThat(bench.applied(new AdvanceTime(2 * MINUTE, 0)))
        .contains(new PriceEvent.MarkPriceSet(BTC, 2_000 * E9));
  }

  @Test
  void shouldFollowTheIndexAtOnceWhenTheClampIsTakenOff() {
    bench.applied(new SetPriceClamp(BTC, true));
    bench.applied(new PublishIndexPrice(BTC, 2_000 * E9));
    bench.applied(new AdvanceTime(2 * MINUTE, 0));
    bench.applied(new SetPriceClamp(BTC, false));
    assertThat(bench.view().markE9(BTC)).isEqualTo(16_000 * E9);
    bench.applied(new AdvanceTime(2 * MINUTE, 0));
    assertThat(bench.view().markE9(BTC)).isEqualTo(2_000 * E9);
  }

  @Test
  void shouldLetTheFirstPriceThroughWhateverItIs() {
    bench.applied(new ListingCommand.DefineAsset(3, "NEW", 6, 1_000_000_000));
    bench.applied(new SetPriceClamp(3, true));
    bench.applied(new PublishIndexPrice(3, 700 * E9));
    assertThat(bench.applied(new AdvanceTime(MINUTE, 0)))
        .contains(new PriceEvent.MarkPriceSet(3, 700 * E9));
  }

  /// The future is worth 28,000 to its own traders, and 24,000 to margin.
  @Test
  void shouldClampTheMarkOfAFutureWithItsAsset() {
    bench.applied(new SetPriceClamp(BTC, true));
    trade(PERP, 28_000, 1);
    assertThat(bench.applied(new AdvanceTime(MINUTE, 0)))
        .contains(new PriceEvent.FutureMarkSet(PERP, 24_000));
    bench.applied(new AdvanceTime(9 * MINUTE, 0));
    assertThat(bench.view().futureMarkTicks(PERP)).isEqualTo(24_000);
    assertThat(bench.applied(new AdvanceTime(10 * MINUTE, 0)))
        .contains(new PriceEvent.FutureMarkSet(PERP, 28_000));
  }

  /// 20,100 over an index of 20,000 is a premium of half a percent, and stays one.
  @Test
  void rules_section4_shouldKeepTheLastPremiumOverTheIndexWhilePaused() {
    trade(PERP, 20_100, 1);
    bench.applied(new AdvanceTime(MINUTE, 0));
    bench.applied(new SetMarketState(PERP, MarketState.HALTED, "outage", "one", "two"));
    assertThat(bench.applied(new AdvanceTime(MINUTE, 0)))
        .noneMatch(PriceEvent.FutureMarkSet.class::isInstance);
    bench.applied(new PublishIndexPrice(BTC, 22_000 * E9));
    assertThat(bench.applied(new AdvanceTime(MINUTE + 1, 0)))
        .contains(new PriceEvent.FutureMarkSet(PERP, 22_110));
    bench.applied(new SetMarketState(PERP, MarketState.OPEN, "back", "one", "two"));
    assertThat(bench.applied(new AdvanceTime(MINUTE + 2, 0)))
        .contains(new PriceEvent.FutureMarkSet(PERP, 20_100));
  }

  /// Nobody can take a quote in a market that is post-only, so it says nothing.
  @Test
  void shouldNotFollowQuotesThatNobodyCanTake() {
    trade(PERP, 20_000, 1);
    bench.applied(new AdvanceTime(MINUTE, 0));
    bench.applied(new SetMarketState(PERP, MarketState.POST_ONLY, "opening", "one", "two"));
    bench.applied(
        new OrderCommand.PlaceLimitOrder(
            2, PERP, Side.BUY, 25_000, 1, TimeInForce.POST_ONLY, 0, false));
    assertThat(bench.applied(new AdvanceTime(2 * MINUTE, 0)))
        .noneMatch(PriceEvent.FutureMarkSet.class::isInstance);
  }

  /// The mark has been at 20,000 for four minutes and at 30,000 for one: 22,000 in the mean, so a
  /// band of 10 % is from 19,800 to 24,200, far below the mark.
  @Test
  void rules_section4_shouldMeasureTheBandOfAFutureFromItsMeanMark() {
    bench.applied(new AdvanceTime(5 * MINUTE, 0));
    trade(PERP, 30_000, 1);
    bench.applied(new AdvanceTime(9 * MINUTE, 0));
    bench.applied(new AdvanceTime(10 * MINUTE, 0));
    bench.applied(new ListingCommand.SetMarketLimits(PERP, 0, 100_000_000, 0, 0, 0));
    RefusalReason outside = RefusalReason.PRICE_OUTSIDE_BAND;
    bench.refused(order(24_201), outside, 24_200, 24_201);
    bench.refused(order(19_799), outside, 19_800, 19_799);
    bench.applied(order(24_200));
    bench.applied(new AdvanceTime(15 * MINUTE, 0));
    bench.refused(order(24_200), outside, 27_000, 24_200);
  }

  private static Command order(long price) {
    return new OrderCommand.PlaceLimitOrder(2, PERP, Side.BUY, price, 1);
  }

  @Test
  void shouldReadAnIndexOffTheVenuesOwnMarket() {
    bench.applied(new SetIndexSource(FTT, FTT_SPOT));
    assertThat(bench.applied(new AdvanceTime(MINUTE, 0))).noneMatch(PriceEvent.class::isInstance);
    trade(FTT_SPOT, 25, 1);
    assertThat(bench.applied(new AdvanceTime(2 * MINUTE, 0)))
        .contains(
            new PriceEvent.IndexPriceSet(FTT, 25 * E9), new PriceEvent.MarkPriceSet(FTT, 25 * E9));
    bench.applied(Bench.tokens(2, Side.BUY, 26, 1));
    bench.applied(Bench.tokens(3, Side.SELL, 29, 1));
    bench.applied(new AdvanceTime(3 * MINUTE, 0));
    assertThat(bench.view().indexE9(FTT)).isEqualTo(26 * E9);
  }

  /// One trade of one token moves a collateral of any size, as far as the clamp lets it.
  @Test
  void shouldClampAnIndexOfItsOwn() {
    bench.applied(new SetIndexSource(FTT, FTT_SPOT));
    bench.applied(new SetPriceClamp(FTT, true));
    trade(FTT_SPOT, 40, 1);
    assertThat(bench.applied(new AdvanceTime(MINUTE, 0)))
        .contains(
            new PriceEvent.IndexPriceSet(FTT, 40 * E9), new PriceEvent.MarkPriceSet(FTT, 24 * E9));
  }

  @Test
  void shouldKeepAnIndexOfItsOwnWhileTheMarketIsHalted() {
    bench.applied(new SetIndexSource(FTT, FTT_SPOT));
    bench.applied(Bench.tokens(2, Side.BUY, 23, 1));
    bench.applied(new AdvanceTime(MINUTE, 0));
    bench.applied(new SetMarketState(FTT_SPOT, MarketState.HALTED, "outage", "one", "two"));
    bench.applied(new OrderCommand.CancelOrder(2, FTT_SPOT, 1));
    bench.applied(new AdvanceTime(2 * MINUTE, 0));
    assertThat(bench.view().indexE9(FTT)).isEqualTo(23 * E9);
    bench.applied(new SetIndexSource(FTT, SetIndexSource.PUBLISHED));
    bench.applied(new PublishIndexPrice(FTT, 19 * E9));
    bench.applied(new AdvanceTime(3 * MINUTE, 0));
    assertThat(bench.view().markE9(FTT)).isEqualTo(19 * E9);
  }

  /// The most of 50 billion dollars, over a billion tokens: nobody can publish a higher price, and
  /// a trade makes none.
  @Test
  void shouldReadOffNoMoreThanCouldBePublished() {
    bench.applied(new SetIndexSource(FTT, FTT_SPOT));
    trade(FTT_SPOT, 51, 1);
    bench.applied(new AdvanceTime(MINUTE, 0));
    assertThat(bench.view().indexE9(FTT)).isEqualTo(50 * E9);
  }

  @Test
  void shouldRefuseAPriceForAnIndexOfItsOwn() {
    bench.applied(new SetIndexSource(FTT, FTT_SPOT));
    bench.refused(new PublishIndexPrice(FTT, 1), RefusalReason.INDEX_IS_OWN, -1, FTT_SPOT);
  }

  @Test
  void shouldReadAnIndexOffNoOtherMarket() {
    RefusalReason notIts = RefusalReason.NOT_ITS_SPOT_MARKET;
    bench.refused(new SetIndexSource(FTT, BTC_SPOT), notIts, FTT, BTC);
    bench.refused(new SetIndexSource(BTC, PERP), notIts, BTC, -1);
    bench.refused(new SetIndexSource(USD, FTT_SPOT), notIts, USD, FTT);
    bench.refused(new SetIndexSource(FTT, 3), RefusalReason.UNKNOWN_MARKET, 3, 3);
    bench.refused(new SetIndexSource(3, FTT_SPOT), RefusalReason.UNKNOWN_ASSET, 3, 3);
    bench.refused(new SetPriceClamp(3, true), RefusalReason.UNKNOWN_ASSET, 3, 3);
    bench.applied(new SetMarketState(FTT_SPOT, MarketState.DELISTED, "gone", "one", "two"));
    bench.refused(new SetIndexSource(FTT, FTT_SPOT), RefusalReason.MARKET_STATE_FORBIDS, 0, 4);
  }

  private void trade(int market, long price, long lots) {
    for (Side side : Side.values()) {
      Command order =
          new OrderCommand.PlaceLimitOrder(side == Side.BUY ? 0 : 1, market, side, price, lots);
      assertThat(bench.applied(order)).noneMatch(Event.CommandRefused.class::isInstance);
    }
  }
}
