package org.plimsoll.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.venue.Bench.DOLLAR;
import static org.plimsoll.venue.Bench.USD;

import org.junit.jupiter.api.Test;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.LeveragedTokenCommand.CreateToken;
import org.plimsoll.protocol.LeveragedTokenCommand.ListLeveragedToken;
import org.plimsoll.protocol.LeveragedTokenCommand.RedeemToken;
import org.plimsoll.protocol.LeveragedTokenEvent.RebalancingBegan;
import org.plimsoll.protocol.ListingCommand;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.protocol.RebalancingCause;
import org.plimsoll.units.LeveragedTokenKind;
import org.plimsoll.units.Side;

/// What a fund trades when tokens are created or redeemed: BULL, three times long, with 30 tokens
/// and 45 hundredths of a bitcoin bought at 20,000.
class TokenFlowTest {
  private static final int PERP = 2;
  private static final int BULL = 3;
  private static final int HOLDER = 0;
  private static final int MAKER = 1;
  private static final int FUND = 2;
  private static final long WHOLE = 1_000_000;

  private final Bench bench = Bench.listed(new Limits(6, 8, 2, 4, 3, 10, 100), 3);

  TokenFlowTest() {
    bench.applied(new ListingCommand.DefineAsset(BULL, "BULL", 6, 1_000_000 * WHOLE));
    bench.applied(FuturesTest.perpetual(PERP, 1_000_000));
    bench.applied(
        new ListLeveragedToken(
            BULL, LeveragedTokenKind.BULL, FUND, PERP, 100 * 1_000_000_000L, 1_000));
    bench.deposit(HOLDER, USD, 10_000 * DOLLAR);
    bench.deposit(MAKER, USD, 1_000_000 * DOLLAR);
    order(MAKER, Side.SELL, 20_000, 45);
    bench.applied(new CreateToken(HOLDER, BULL, 30 * WHOLE));
  }

  /// At 21,000 leverage is 2.74, and with ten tokens more three times would be 65 lots.
  @Test
  void shouldBuyForWhatWasCreatedAndNotWhatHasDrifted() {
    toMark(21_000);
    order(MAKER, Side.SELL, 21_000, 1_000);
    assertThat(bench.applied(new CreateToken(HOLDER, BULL, 10 * WHOLE)))
        .contains(new RebalancingBegan(BULL, RebalancingCause.FLOW, 15));
    assertThat(bench.view().positionLots(FUND, PERP)).isEqualTo(60);
    assertThat(bench.applied(new CreateToken(HOLDER, BULL, 1)))
        .noneMatch(RebalancingBegan.class::isInstance);
  }

  /// At 19,000 leverage is 3.35, and with ten tokens less three times would be 26 lots.
  @Test
  void shouldSellForWhatWasRedeemedAndNotWhatHasDrifted() {
    toMark(19_000);
    order(MAKER, Side.BUY, 19_000, 1_000);
    assertThat(bench.applied(new RedeemToken(HOLDER, BULL, 10 * WHOLE)))
        .contains(new RebalancingBegan(BULL, RebalancingCause.FLOW, -15));
    assertThat(bench.view().positionLots(FUND, PERP)).isEqualTo(30);
  }

  /// At 19,000 a creation brings leverage down by itself: there is nothing to buy.
  @Test
  void shouldNotTradeAwayFromTheTarget() {
    toMark(19_000);
    order(MAKER, Side.SELL, 19_000, 1_000);
    assertThat(bench.applied(new CreateToken(HOLDER, BULL, 2 * WHOLE)))
        .noneMatch(RebalancingBegan.class::isInstance);
  }

  private void toMark(long price) {
    order(MAKER, Side.SELL, price, 1);
    order(HOLDER, Side.BUY, price, 1);
    bench.applied(new ClockCommand.AdvanceTime(10, 0));
  }

  private void order(int account, Side side, long price, long lots) {
    bench.applied(new OrderCommand.PlaceLimitOrder(account, PERP, side, price, lots));
  }
}
