package org.plimsoll.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.venue.Bench.BTC;
import static org.plimsoll.venue.Bench.DOLLAR;
import static org.plimsoll.venue.Bench.FTT;
import static org.plimsoll.venue.Bench.TOKEN;
import static org.plimsoll.venue.Bench.USD;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.ledger.VenueAccount;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.CustodyPolicy;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.LendingCommand;
import org.plimsoll.protocol.LendingEvent.BalanceReserved;
import org.plimsoll.protocol.LiquidationCommand;
import org.plimsoll.protocol.LiquidationEvent.LossBorne;
import org.plimsoll.protocol.LiquidationEvent.LossTakenOver;
import org.plimsoll.protocol.LiquidationEvent.MarginStageSet;
import org.plimsoll.protocol.LiquidationProfile;
import org.plimsoll.protocol.ListingCommand;
import org.plimsoll.protocol.LossBearer;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.units.MarginStage;
import org.plimsoll.units.Side;

/// What a bankrupt account has lent does not shield it from its creditors.
class LentCollateralTest {
  private static final int PERP = 2;
  private static final int MAKER = 0;
  private static final int TRADER = 1;
  private static final int BORROWER = 2;
  private static final int SHORT = 3;
  private static final int FUND = LedgerAccount.venue(VenueAccount.INSURANCE);
  private static final long SECOND = 1_000_000_000L;

  private final Bench bench = Bench.listed(new Limits(4, 8, 2, 4, 3, 20, 1_000), 4).lending();
  private long second = 3_590;

  LentCollateralTest() {
    bench.applied(
        new LiquidationCommand.SetLiquidationProfile(
            LiquidationProfile.FTX_2022, "test", "one", "two"));
    bench.deposit(MAKER, USD, 10_000_000 * DOLLAR);
    bench.deposit(BORROWER, USD, 100_000 * DOLLAR);
    bench.deposit(SHORT, USD, 100_000 * DOLLAR);
  }

  @Test
  void shouldTakeWhatIsLentOfABankruptAccount() {
    oweAgainstLentTokens();
    index(9 * SECOND);
    assertThat(advance()).contains(new MarginStageSet(TRADER, MarginStage.BANKRUPT));
    assertThat(advance())
        .containsSubsequence(
            new Event.TransferPosted(Cause.ESTATE, USD, FUND, TRADER, 10_000 * DOLLAR),
            new Event.TransferPosted(Cause.ESTATE, FTT, TRADER, FUND, 1_000 * TOKEN),
            new BalanceReserved(TRADER, FTT, 0, 0),
            new LossBorne(TRADER, 1_000 * DOLLAR, 0, 0, 0, 1_000 * DOLLAR));
    assertThat(advance()).contains(new MarginStageSet(TRADER, MarginStage.HEALTHY));
  }

  @Test
  void shouldLeaveLentWhatIsNotNeeded() {
    bench.applied(
        new LiquidationCommand.ContributeCapital(
            LossBearer.INSURANCE, USD, 20_000 * DOLLAR, Bench.BANK));
    oweAgainstLentTokens();
    index(10_400_000_000L);
    advance();
    assertThat(advance())
        .containsSubsequence(
            new Event.TransferPosted(Cause.ESTATE, FTT, TRADER, FUND, 961_538_462L),
            new BalanceReserved(TRADER, FTT, 38_461_538L, 38_461_538L))
        .noneMatch(LossBorne.class::isInstance);
  }

  @Test
  void shouldPayALossThatAnOfferKeepsFromBeingSettled() {
    bench.applied(
        new ListingCommand.ListFuture(
            PERP,
            "BTC-PERP",
            BTC,
            SECOND,
            1_000_000,
            0,
            0,
            1_000_000_000,
            1_000_000_000,
            1_000_000));
    bench.applied(new LendingCommand.SetCustodyPolicy(CustodyPolicy.OPT_IN));
    bench.deposit(TRADER, USD, 2_001 * DOLLAR);
    bench.applied(new LendingCommand.OfferLending(TRADER, USD, DOLLAR, 0));
    bench.deposit(BORROWER, FTT, 1_000 * TOKEN);
    bench.applied(bench.withdrawal(BORROWER, USD, 100_001 * DOLLAR));
    bench.applied(order(SHORT, Side.SELL, 20_000, 100));
    bench.applied(order(TRADER, Side.BUY, 20_000, 100));
    bench.applied(order(MAKER, Side.SELL, 17_900, 1_000));
    bench.applied(order(MAKER, Side.BUY, 17_899, 1_000));
    advance();
    assertThat(advance())
        .containsSubsequence(
            new LossTakenOver(TRADER, PERP, 100 * DOLLAR),
            new Event.TransferPosted(
                Cause.ESTATE, USD, FUND, LedgerAccount.settlement(PERP), 100 * DOLLAR),
            new Event.TransferPosted(Cause.ESTATE, USD, TRADER, FUND, DOLLAR),
            new BalanceReserved(TRADER, USD, 0, 0),
            new LossBorne(TRADER, 99 * DOLLAR, 0, 0, 99 * DOLLAR, 0));
    assertThat(bench.view().unrealized(TRADER, PERP)).isZero();
  }

  /// The trader lends a thousand tokens at 20 and owes 10,000 dollars against them.
  private void oweAgainstLentTokens() {
    bench.deposit(TRADER, FTT, 1_000 * TOKEN);
    bench.applied(new LendingCommand.OfferLending(TRADER, FTT, 1_000 * TOKEN, 0));
    bench.applied(bench.withdrawal(BORROWER, FTT, 1_000 * TOKEN));
    bench.applied(new ClockCommand.AdvanceTime(3_600 * SECOND, 0));
    second = 3_600;
    bench.applied(bench.withdrawal(TRADER, USD, 10_000 * DOLLAR));
  }

  private void index(long priceE9) {
    bench.applied(new ClockCommand.PublishIndexPrice(FTT, priceE9));
  }

  private List<Event> advance() {
    second++;
    return bench.applied(new ClockCommand.AdvanceTime(second * SECOND, 0));
  }

  private static OrderCommand order(int account, Side side, long price, long lots) {
    return new OrderCommand.PlaceLimitOrder(account, PERP, side, price, lots);
  }
}
