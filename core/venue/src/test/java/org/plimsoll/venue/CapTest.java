package org.plimsoll.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.venue.Bench.BITCOIN;
import static org.plimsoll.venue.Bench.BTC;
import static org.plimsoll.venue.Bench.DOLLAR;
import static org.plimsoll.venue.Bench.FTT;
import static org.plimsoll.venue.Bench.TOKEN;
import static org.plimsoll.venue.Bench.USD;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.CollateralCommand.AnnounceWeight;
import org.plimsoll.protocol.CollateralCommand.CapCollateral;
import org.plimsoll.protocol.CollateralEvent;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.ControlCommand;
import org.plimsoll.protocol.ControlEvent;
import org.plimsoll.protocol.LiquidationEvent;
import org.plimsoll.protocol.ListingCommand;
import org.plimsoll.protocol.ListingCommand.SetCollateral;
import org.plimsoll.protocol.OrderEvent;
import org.plimsoll.protocol.Privilege;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.units.Decimals;
import org.plimsoll.units.Side;

/// Caps on collateral and announced weights (docs/reference/margin.md).
class CapTest {
  private static final long ONE_E9 = 1_000_000_000L;
  private static final long NANOS_PER_DAY = 86_400_000_000_000L;
  private static final long NOW = 1;

  private final Bench bench = Bench.listed(3).lending();

  /// 100 tokens at 20 and weight 0.95 count 1,900, and carry 1,900 / 1.1; half of them half.
  @Test
  void shouldCountNoMoreOfAnAccountThanTheCap() {
    bench.deposit(0, FTT, 100 * TOKEN);
    bench.deposit(1, USD, 10_000 * DOLLAR);
    bench.applied(cap(FTT, 50 * TOKEN, Limits.LENDING_MAX));
    long most = 950 * DOLLAR * 10 / 11;
    bench.refused(
        bench.withdrawal(0, USD, most + 1), RefusalReason.INSUFFICIENT_FREE_COLLATERAL, 0, -1);
    bench.applied(bench.withdrawal(0, USD, most));
  }

  @Test
  void shouldLetADebtStandThatACapWouldNotAllow() {
    bench.deposit(0, FTT, 100 * TOKEN);
    bench.deposit(1, USD, 10_000 * DOLLAR);
    bench.applied(bench.withdrawal(0, USD, 1_700 * DOLLAR));
    bench.applied(cap(FTT, 0, Limits.LENDING_MAX));
    bench.applied(cap(USD, 0, 0));
    assertThat(bench.view().balance(0, USD)).isEqualTo(-1_700 * DOLLAR);
    assertThat(bench.view().collateral(FTT))
        .isEqualTo(new SetCollateral(FTT, 950_000_000, 950_000_000, 500_000));
    bench.refused(
        bench.withdrawal(0, FTT, TOKEN),
        RefusalReason.INSUFFICIENT_FREE_COLLATERAL,
        0,
        -1_870 * DOLLAR);
  }

  /// Of 400 tokens 100 count, so a quarter of what each has: 75 and 25, at 20 and 0.95 / 1.1.
  @Test
  void shouldCountNoMoreOfAllAccountsThanTheCap() {
    bench.deposit(0, FTT, 300 * TOKEN);
    bench.deposit(1, FTT, 100 * TOKEN);
    bench.deposit(2, USD, 10_000 * DOLLAR);
    bench.applied(cap(FTT, 300 * TOKEN, 100 * TOKEN, Limits.LENDING_MAX));
    assertThat(bench.view().counted(0, FTT)).isEqualTo(75 * TOKEN);
    assertThat(bench.view().counted(1, FTT)).isEqualTo(25 * TOKEN);
    borrowsAtMost(0, 1_425 * DOLLAR * 10 / 11);
    borrowsAtMost(1, 475 * DOLLAR * 10 / 11);
  }

  /// Whoever brings as much again halves what counts of everybody, and forces nobody: what is owed
  /// stays, nobody borrows more, and when it is gone again all is as before.
  @Test
  void shouldDiluteWhoeverHoldsTheAssetAndForceNobody() {
    bench.deposit(0, FTT, 100 * TOKEN);
    bench.deposit(2, USD, 10_000 * DOLLAR);
    bench.applied(cap(FTT, 300 * TOKEN, 100 * TOKEN, Limits.LENDING_MAX));
    bench.applied(bench.withdrawal(0, USD, 1_000 * DOLLAR));
    bench.applied(Bench.tokens(0, Side.BUY, 20, 5));
    assertThat(bench.view().counted(0, FTT)).isEqualTo(100 * TOKEN);
    bench.deposit(1, FTT, 100 * TOKEN);
    assertThat(bench.view().counted(0, FTT)).isEqualTo(50 * TOKEN);
    bench.refused(
        Bench.tokens(0, Side.BUY, 19, 1),
        RefusalReason.INSUFFICIENT_FREE_COLLATERAL,
        -236_829_272,
        -254_330_110);
    assertThat(bench.applied(new ClockCommand.AdvanceTime(NANOS_PER_DAY, 0)))
        .noneMatch(LiquidationEvent.class::isInstance)
        .noneMatch(OrderEvent.class::isInstance);
    bench.applied(bench.withdrawal(1, FTT, 100 * TOKEN));
    bench.applied(Bench.tokens(0, Side.BUY, 19, 1));
  }

  private void borrowsAtMost(int account, long most) {
    bench.refused(
        bench.withdrawal(account, USD, most + 1),
        RefusalReason.INSUFFICIENT_FREE_COLLATERAL,
        0,
        -1);
    bench.applied(bench.withdrawal(account, USD, most));
  }

  @Test
  void shouldLendNoMoreInAllThanTheCap() {
    bench.deposit(0, FTT, 1_000 * TOKEN);
    bench.deposit(1, FTT, 1_000 * TOKEN);
    bench.deposit(2, USD, 10_000 * DOLLAR);
    bench.applied(cap(USD, DOLLAR, 1_500 * DOLLAR));
    bench.applied(bench.withdrawal(0, USD, 1_000 * DOLLAR));
    bench.refused(
        bench.withdrawal(1, USD, 501 * DOLLAR),
        RefusalReason.BORROW_CAP_REACHED,
        1_501 * DOLLAR,
        1_500 * DOLLAR);
    bench.applied(bench.withdrawal(1, USD, 500 * DOLLAR));
    bench.refused(
        Bench.bitcoin(0, Side.BUY, 100, 1),
        RefusalReason.BORROW_CAP_REACHED,
        1_501 * DOLLAR,
        1_500 * DOLLAR);
  }

  @Test
  void shouldTellWhatAPrivilegeBorrowsBeyondACap() {
    bench.deposit(0, FTT, 1_000 * TOKEN);
    bench.deposit(2, USD, 10_000 * DOLLAR);
    bench.applied(cap(USD, DOLLAR, 1_500 * DOLLAR));
    bench.applied(
        new ControlCommand.GrantPrivilege(
            0, Privilege.ALLOW_NEGATIVE, DOLLAR, "why", "one", "two"));
    assertThat(bench.applied(bench.withdrawal(0, USD, 1_600 * DOLLAR)))
        .contains(new ControlEvent.ExemptionUsed(0, Privilege.ALLOW_NEGATIVE, 100 * DOLLAR));
  }

  @Test
  void shouldMoveMaintenanceOnlyAsAnnounced() {
    RefusalReason reason = RefusalReason.PARAMETER_OUT_OF_RANGE;
    bench.refused(
        new SetCollateral(FTT, 900_000_000, 940_000_000, 500_000),
        reason,
        950_000_000,
        940_000_000);
    bench.refused(
        new SetCollateral(FTT, 900_000_000, 950_000_000, 500_001), reason, 500_000, 500_001);
    bench.applied(new SetCollateral(FTT, 920_000_000, 950_000_000, 500_000));
    bench.applied(announce(FTT, 905_000_000, NOW + NANOS_PER_DAY, 20_000_000));
    bench.applied(new ClockCommand.AdvanceTime(NANOS_PER_DAY, 0));
    assertThat(bench.view().collateral(FTT).totalWeightE9()).isEqualTo(950_000_000);
    assertThat(bench.applied(new ClockCommand.AdvanceTime(NOW + NANOS_PER_DAY, 0)))
        .contains(new CollateralEvent.WeightMoved(FTT, 920_000_000, 930_000_000));
    assertThat(bench.applied(new ClockCommand.AdvanceTime(NOW + 9 * NANOS_PER_DAY, 0)))
        .as("one step, however many days have passed")
        .contains(new CollateralEvent.WeightMoved(FTT, 910_000_000, 910_000_000));
    assertThat(bench.applied(new ClockCommand.AdvanceTime(NOW + 10 * NANOS_PER_DAY, 0)))
        .contains(new CollateralEvent.WeightMoved(FTT, 905_000_000, 905_000_000));
    assertThat(bench.view().weightPaths()).isEmpty();
  }

  @Test
  void shouldReplaceWhatWasAnnounced() {
    bench.applied(announce(FTT, 0, NOW + NANOS_PER_DAY, 20_000_000));
    bench.applied(announce(FTT, ONE_E9, NOW + 2 * NANOS_PER_DAY, 10_000_000));
    bench.applied(new ClockCommand.AdvanceTime(NOW + NANOS_PER_DAY, 0));
    assertThat(bench.view().collateral(FTT).totalWeightE9()).isEqualTo(950_000_000);
    bench.applied(new ClockCommand.AdvanceTime(NOW + 2 * NANOS_PER_DAY, 0));
    assertThat(bench.view().collateral(FTT))
        .isEqualTo(new SetCollateral(FTT, 950_000_000, 960_000_000, 500_000));
  }

  @Test
  void shouldRefuseWhatIsNoCapAndNoAnnouncement() {
    RefusalReason reason = RefusalReason.PARAMETER_OUT_OF_RANGE;
    long start = NOW + NANOS_PER_DAY;
    bench.refused(
        new CapCollateral(FTT, 0, 0, 0, "why", "One", "one"), RefusalReason.SAME_GRANTER, 2, 1);
    bench.refused(cap(7, 0, 0), RefusalReason.UNKNOWN_ASSET, 3, 7);
    bench.refused(cap(FTT, -1, 0), reason, 0, -1);
    bench.refused(cap(FTT, 0, -1, 0), reason, 0, -1);
    bench.refused(cap(FTT, 0, Limits.LENDING_MAX + 1), reason, 1L << 62, (1L << 62) + 1);
    bench.refused(announce(FTT, 0, start - 1, 20_000_000), reason, start, start - 1);
    bench.refused(announce(FTT, 0, start, 20_000_001), reason, 20_000_000, 20_000_001);
    bench.refused(announce(FTT, 0, start, 99_999), reason, 100_000, 99_999);
    bench.refused(announce(FTT, ONE_E9 + 1, start, 100_000), reason, ONE_E9, ONE_E9 + 1);
    bench.applied(new ListingCommand.DefineAsset(3, "X", 0, 1));
    bench.refused(announce(3, 0, start, 100_000), RefusalReason.NOT_BORROWABLE, 1, 0);
  }

  /// S3: what 1,000 tokens worth 20,000 dollars let somebody borrow at each weight.
  @Test
  void storyS3_shouldLendByTheWeightOfTheToken() throws IOException {
    List<String[]> rows =
        Files.readAllLines(Path.of("../../docs/reference/caps.md")).stream()
            .dropWhile(line -> !line.startsWith("| initial weight |"))
            .skip(2)
            .map(line -> line.replace(",", "").split("[| ]+", -1))
            .toList();
    assertThat(rows).hasSize(3);
    for (String[] row : rows) {
      long weightE9 = Decimals.parse(row[1], 9);
      long most = Decimals.parse(row[2], 6);
      Bench other = Bench.listed(3).lending();
      other.deposit(0, FTT, 1_000 * TOKEN);
      other.deposit(1, BTC, BITCOIN);
      other.deposit(2, USD, 50_000 * DOLLAR);
      other.applied(new SetCollateral(FTT, weightE9, 950_000_000, 500_000));
      other.refused(
          other.withdrawal(0, USD, most + 1), RefusalReason.INSUFFICIENT_FREE_COLLATERAL, 0, -1);
      other.applied(other.withdrawal(0, USD, most));
    }
  }

  private static Command cap(int asset, long accountMax, long borrowMax) {
    return cap(asset, accountMax, Long.MAX_VALUE, borrowMax);
  }

  private static Command cap(int asset, long accountMax, long venueMax, long borrowMax) {
    return new CapCollateral(asset, accountMax, venueMax, borrowMax, "why", "one", "two");
  }

  private static Command announce(int asset, long weightE9, long startNs, long dailyMaxE9) {
    return new AnnounceWeight(asset, weightE9, startNs, dailyMaxE9, "why", "one", "two");
  }
}
