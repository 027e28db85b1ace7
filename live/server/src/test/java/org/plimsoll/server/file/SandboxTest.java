package org.plimsoll.server.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plimsoll.protocol.LeveragedTokenCommand.CreateToken;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.protocol.OrderCommand.PlaceLimitOrder;
import org.plimsoll.protocol.OrderEvent.TradeExecuted;
import org.plimsoll.server.file.VenueFileResult.ReadVenue;
import org.plimsoll.units.Side;
import org.plimsoll.venue.Limits;
import org.plimsoll.venue.Rules;

/// The sandbox that ships is a venue that opens, has prices, and trades.
class SandboxTest {
  private static final long DOLLAR = 1_000_000;

  private final ReadVenue sandbox =
      (ReadVenue) new VenueFileReader(Limits.DEFAULT, SampleVenue.NOW).sandbox();
  private final TestVenue venue = new TestVenue(new Limits(64, 100, 16, 64, 4, 100, 10_000));

  @BeforeEach
  void open() {
    venue.take(sandbox.opening().commands());
    venue.advance(1);
  }

  @Test
  void shouldBeTheFileInTheFolderOfVenues() {
    VenueFileReader reader = new VenueFileReader(Limits.DEFAULT, SampleVenue.NOW);
    ReadVenue inFolder = (ReadVenue) reader.read(Path.of("../../venues/sandbox.yaml"));
    assertThat(inFolder.file()).isEqualTo(sandbox.file());
    assertThat(inFolder.opening().commands()).isEqualTo(sandbox.opening().commands());
  }

  @Test
  void shouldListWhatPeopleExpect() {
    assertThat(venue.view().markets().stream().map(MarketListing::name))
        .contains("BTC/USD", "ETH/USD", "SOL/USD", "PLIM/USD", "USDT/USD", "BULL/USD", "BEAR/USD")
        .contains("BTC-PERP", "ETH-PERP", "SOL-PERP", "BTC-1225");
    assertThat(venue.view().rules()).isEqualTo(Rules.EXCHANGE_FEES);
    venue.requireBalanced();
  }

  @Test
  void shouldHaveAMarkForEverythingAtTheFirstTick() {
    for (int asset = 1; asset < venue.view().assetCount(); asset++) {
      assertThat(venue.view().markE9(asset)).isEqualTo(venue.view().indexE9(asset)).isPositive();
    }
    assertThat(venue.view().futureMarkTicks(venue.market("BTC-PERP"))).isEqualTo(60_000);
    assertThat(venue.view().futureMarkTicks(venue.market("BTC-1225"))).isEqualTo(60_000);
  }

  @Test
  void shouldTradeSpotAndFutures() {
    tradeSpotAndFutures();
  }

  private void tradeSpotAndFutures() {
    int trader = venue.account("trader");
    int maker = venue.account("maker-1");
    for (String name : List.of("BTC/USD", "BTC-PERP", "BTC-1225")) {
      int market = venue.market(name);
      venue.take(order(maker, market, Side.SELL, 60_010));
      assertThat(venue.take(order(trader, market, Side.BUY, 60_010)))
          .as(name)
          .anyMatch(TradeExecuted.class::isInstance);
    }
    int btc = venue.asset("BTC");
    assertThat(venue.view().balance(trader, btc)).isEqualTo(1_001_000_000);
    assertThat(venue.view().positionLots(trader, venue.market("BTC-PERP"))).isEqualTo(100);
    venue.advance(60);
    venue.requireBalanced();
  }

  private static PlaceLimitOrder order(int account, int market, Side side, long ticks) {
    return new PlaceLimitOrder(account, market, side, ticks, 100);
  }

  @Test
  void shouldCreateLeveragedTokensThatTradeInThePerpetual() {
    int perpetual = venue.market("BTC-PERP");
    int maker = venue.account("maker-1");
    int trader = venue.account("trader");
    venue.take(new PlaceLimitOrder(maker, perpetual, Side.SELL, 60_010, 100_000));
    venue.take(new CreateToken(trader, venue.asset("BULL"), 1_000 * DOLLAR));
    venue.advance(2);
    int fund = venue.account("bull-fund");
    assertThat(venue.view().issued(venue.asset("BULL"))).isEqualTo(1_000 * DOLLAR);
    assertThat(venue.view().positionLots(fund, perpetual)).isEqualTo(5_000);
    venue.requireBalanced();
  }

  @Test
  void shouldLiveThroughADayOfItsOwnPrices() {
    PriceFeed feed = PriceFeed.of(sandbox.file()).orElseThrow();
    tradeSpotAndFutures();
    for (int minute = 2; minute < 1_440; minute++) {
      long fromNs = venue.view().clockNs();
      venue.take(feed.between(fromNs, fromNs + 60_000_000_000L, venue.view()));
      venue.advance(60L * minute);
    }
    assertThat(venue.view().markE9(venue.asset("ETH"))).isNotEqualTo(3_000_000_000_000L);
    venue.requireBalanced();
  }
}
