package org.plimsoll.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.venue.Bench.BITCOIN;
import static org.plimsoll.venue.Bench.BTC;
import static org.plimsoll.venue.Bench.DOLLAR;
import static org.plimsoll.venue.Bench.USD;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.ledger.VenueAccount;
import org.plimsoll.protocol.AccountCommand;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.LendingCommand;
import org.plimsoll.protocol.LeveragedTokenCommand.CreateToken;
import org.plimsoll.protocol.LeveragedTokenCommand.ListLeveragedToken;
import org.plimsoll.protocol.LeveragedTokenEvent.ManagementFeeCapped;
import org.plimsoll.protocol.ListingCommand;
import org.plimsoll.units.LeveragedTokenKind;

/// What happens to a fund's fee when the venue's own can take no more. A venue comes to that by
/// interest alone: 96 accounts owe a millionth of a dollar each, at 6 % an hour, for a month.
class ManagementFeeCapTest {
  private static final int BULL = 3;
  private static final int PERP = 2;
  private static final int HOLDER = 0;
  private static final int LENDER = 1;
  private static final int FUND = 2;
  private static final int BORROWERS = 96;
  private static final int DAYS = 30;
  private static final long HOUR = 3_600_000_000_000L;

  private final Bench bench = Bench.listed(new Limits(4, 128, 2, 4, 3, 10, 1_000), 3).lending();

  @Test
  void isLeftWithTheFundWhereTheVenueHasNoRoomForIt() {
    list();
    borrow();
    for (int hour = 1; hour < 24 * DAYS; hour++) {
      advance(hour);
    }
    assertThat(bench.view().venueBalance(VenueAccount.FEES, USD)).isEqualTo(Limits.OWN_MAX);
    long worth = bench.view().balance(FUND, USD);
    long due = 893_275; // 0.03 % of 3,000 dollars less 25 days' fees that it could pay
    assertThat(advance(24 * DAYS)).contains(new ManagementFeeCapped(BULL, due, 0));
    assertThat(bench.view().balance(FUND, USD)).isEqualTo(worth);
  }

  private void list() {
    bench.applied(new ListingCommand.DefineAsset(BULL, "BULL", 6, 1_000_000_000_000L));
    bench.applied(FuturesTest.perpetual(PERP, 1_000_000));
    bench.applied(
        new ListLeveragedToken(BULL, LeveragedTokenKind.BULL, FUND, PERP, 100_000_000_000L, 1));
    bench.deposit(HOLDER, USD, 10_000 * DOLLAR);
    bench.applied(new CreateToken(HOLDER, BULL, 30_000_000));
  }

  private void borrow() {
    bench.applied(new LendingCommand.SetLendingTerms(10_000_000));
    bench.deposit(LENDER, USD, DOLLAR);
    bench.applied(new LendingCommand.OfferLending(LENDER, USD, 1, Limits.LENDING_RATE_MAX_E9));
    for (int account = 3; account < 3 + BORROWERS; account++) {
      bench.applied(new AccountCommand.OpenAccount(account, "borrower-" + account));
      bench.deposit(account, BTC, BITCOIN);
      bench.applied(bench.withdrawal(account, USD, 1));
    }
  }

  private List<Event> advance(int hour) {
    return bench.applied(new ClockCommand.AdvanceTime(hour * HOUR, 0));
  }
}
