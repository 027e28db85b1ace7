package org.plimsoll.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.venue.Bench.DOLLAR;
import static org.plimsoll.venue.Bench.FTT;
import static org.plimsoll.venue.Bench.TOKEN;
import static org.plimsoll.venue.Bench.USD;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.ClockEvent.DueWorkBegan;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.LiquidationCommand;
import org.plimsoll.protocol.LiquidationEvent.MarginStageSet;
import org.plimsoll.protocol.LiquidationProfile;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.units.MarginStage;

/// A venue whose commands do two steps, so that a look at its 2,060 accounts takes 2 of them at
/// once, 2 times 1,024 as due work of the same command, and the last ten with the next.
class LiquidationScanTest {
  private static final int ACCOUNTS = 2_060;
  private static final int FIRST = 1;
  private static final int LAST = ACCOUNTS - 1;

  private final Bench bench =
      Bench.listed(new Limits(4, ACCOUNTS, 2, 4, 3, 20, 2), ACCOUNTS).lending();

  LiquidationScanTest() {
    bench.applied(
        new LiquidationCommand.SetLiquidationProfile(
            LiquidationProfile.FTX_2022, "test", "one", "two"));
    bench.deposit(0, USD, 1_000_000 * DOLLAR);
    bench.applied(new ClockCommand.AdvanceTime(2, 0));
    bench.deposit(2, USD, 1); // a command in which the look comes to its end
    for (int account : List.of(FIRST, LAST)) {
      bench.deposit(account, FTT, 1_000 * TOKEN);
      bench.applied(bench.withdrawal(account, USD, 10_000 * DOLLAR));
    }
    bench.applied(new ClockCommand.PublishIndexPrice(FTT, 9_000_000_000L));
  }

  @Test
  void shouldGoOnWithTheNextCommand() {
    DueWorkBegan work = new DueWorkBegan(DueWork.STAGE, 0, 3);
    assertThat(advanceTo(3).stream().filter(e -> e instanceof MarginStageSet || e.equals(work)))
        .containsExactly(new MarginStageSet(FIRST, MarginStage.BANKRUPT), work, work);
    assertThat(bench.send(bench.withdrawal(0, USD, 1)))
        .containsSubsequence(
            new Event.CommandRefused(RefusalReason.CATCHING_UP, 3, 3),
            work,
            new MarginStageSet(LAST, MarginStage.BANKRUPT));
    bench.applied(bench.withdrawal(0, USD, 1));
  }

  @Test
  void shouldGoOnWhereItIsWhenMarksMoveAgain() {
    advanceTo(3);
    assertThat(advanceTo(4))
        .startsWith(
            new Event.CommandApplied(new ClockCommand.AdvanceTime(4, 0)),
            new DueWorkBegan(DueWork.STAGE, 0, 3),
            new MarginStageSet(LAST, MarginStage.BANKRUPT));
  }

  private List<Event> advanceTo(long timeNs) {
    return bench.applied(new ClockCommand.AdvanceTime(timeNs, 0));
  }
}
