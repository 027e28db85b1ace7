package org.plimsoll.venue;

import static org.plimsoll.venue.Bench.BITCOIN;
import static org.plimsoll.venue.Bench.BTC;
import static org.plimsoll.venue.Bench.DOLLAR;
import static org.plimsoll.venue.Bench.FTT;
import static org.plimsoll.venue.Bench.TOKEN;
import static org.plimsoll.venue.Bench.USD;

import org.junit.jupiter.api.Test;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.units.Side;

/// What a resting order is worth as collateral: never more than the mark says. Marks are 20,000 for
/// a bitcoin and 20 for a token; a borrowed dollar asks for 10 % more, a borrowed bitcoin or token
/// for 15.7894737 % more, and both count 95 %.
class RestingOrderTest {
  private final Bench bench = Bench.listed(2).lending();

  @Test
  void aBidFarBelowTheMarkDoesNotCoverOneAboveIt() {
    bench.deposit(0, USD, 10 * DOLLAR);
    bench.applied(Bench.bitcoin(0, Side.BUY, 1, 1_000));
    // 10 BTC counted at 20,000 and 5 at 30,000 leave a debt of 349,990.
    refused(Bench.bitcoin(0, Side.BUY, 30_000, 500), (15 * 19_000 - 384_989) * DOLLAR);
  }

  @Test
  void anAskFarAboveTheMarkDoesNotCoverOneBelowIt() {
    bench.deposit(0, BTC, BITCOIN);
    bench.applied(Bench.bitcoin(0, Side.SELL, 2_000_000, 100));
    refused(
        Bench.bitcoin(0, Side.SELL, 1, 500),
        (20_000 + 5) * DOLLAR - 100_000 * DOLLAR - 15_789_473_700L);
  }

  @Test
  void whatABuyAndASellInAnotherMarketWouldLoseAddsUp() {
    bench.deposit(0, USD, 100_000 * DOLLAR);
    bench.applied(Bench.bitcoin(0, Side.BUY, 200_000, 50));
    refused(
        Bench.tokens(0, Side.SELL, 1, 4_000), (4_000 + 9_500 - 80_000) * DOLLAR - 12_631_578_960L);
    bench.applied(new OrderCommand.CancelOrder(0, 0, 1));
    bench.applied(Bench.tokens(0, Side.SELL, 1, 4_000));
  }

  @Test
  void anAccountThatOwnsAllItCouldPayIsNotShortOfCollateralYet() {
    bench.deposit(0, USD, 10 * DOLLAR);
    bench.applied(Bench.bitcoin(0, Side.BUY, 1, 1_000));
    // The bid alone counts as short by 29,989, and the ask would be short by 28,411: less, but of
    // coins that the account does not have.
    refused(Bench.bitcoin(0, Side.SELL, 20_000, 900), -29_989 * DOLLAR);
  }

  @Test
  void aRestingOrderIsCountedAnewWhenTheMarkMoves() {
    bench.deposit(0, FTT, 2_000 * TOKEN);
    bench.deposit(1, USD, 1_000 * DOLLAR);
    bench.applied(Bench.bitcoin(0, Side.BUY, 19_000, 100));
    Command withdrawal = bench.withdrawal(0, FTT, 1_900 * TOKEN);
    refused(withdrawal, (1_900 + 19_000 - 22_000) * DOLLAR);
    markBitcoin(30_000, 2);
    refused(withdrawal, (1_900 + 28_500 - 33_000) * DOLLAR);
    markBitcoin(10_000, 3);
    refused(withdrawal, (1_900 + 9_500 - 20_900) * DOLLAR);
    bench.applied(new OrderCommand.CancelOrder(0, 0, 1));
    bench.applied(withdrawal);
  }

  private void markBitcoin(long dollars, long time) {
    bench.applied(new ClockCommand.PublishIndexPrice(BTC, dollars * 1_000_000_000));
    bench.applied(new ClockCommand.AdvanceTime(time, 0));
  }

  private void refused(Command command, long available) {
    bench.refused(command, RefusalReason.INSUFFICIENT_FREE_COLLATERAL, 0, available);
  }
}
