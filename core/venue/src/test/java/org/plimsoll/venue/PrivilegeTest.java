package org.plimsoll.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.venue.Bench.BANK;
import static org.plimsoll.venue.Bench.BITCOIN;
import static org.plimsoll.venue.Bench.BTC;
import static org.plimsoll.venue.Bench.DOLLAR;
import static org.plimsoll.venue.Bench.FTT;
import static org.plimsoll.venue.Bench.TOKEN;
import static org.plimsoll.venue.Bench.USD;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.protocol.AccountCommand.OpenSubaccount;
import org.plimsoll.protocol.CashCommand.MoveAsset;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.ControlCommand.GrantPrivilege;
import org.plimsoll.protocol.ControlCommand.OverridePublishedFigure;
import org.plimsoll.protocol.ControlCommand.RevokePrivilege;
import org.plimsoll.protocol.ControlEvent.ExemptionUsed;
import org.plimsoll.protocol.ControlEvent.PublishedFigureOverridden;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.ListingCommand;
import org.plimsoll.protocol.OrderEvent;
import org.plimsoll.protocol.Privilege;
import org.plimsoll.protocol.PublishedFigure;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.units.Side;

/// Account 0 has a bitcoin, worth 19,000 as collateral; account 1 has dollars that can be taken.
class PrivilegeTest {
  private static final Privilege LINE = Privilege.ALLOW_NEGATIVE;

  private final Bench bench = Bench.listed(3);

  PrivilegeTest() {
    bench.deposit(0, BTC, BITCOIN);
    bench.deposit(1, USD, 100_000 * DOLLAR);
  }

  @Test
  void aLineLetsAWithdrawalGoBelowWhatCollateralCoversAndTellsByHowMuch() {
    bench.lending();
    Command withdrawal = bench.withdrawal(0, USD, 20_000 * DOLLAR);
    refusedBelow(withdrawal, 3_000);
    grant(0, LINE, 5_000 * DOLLAR);
    assertThat(bench.applied(withdrawal).get(1))
        .isEqualTo(new ExemptionUsed(0, LINE, 3_000 * DOLLAR));
    assertThat(bench.view().balance(0, USD)).isEqualTo(-20_000 * DOLLAR);
    assertThat(bench.view().onHand(BANK, USD)).isEqualTo(80_000 * DOLLAR);
    assertThat(bench.view().privileges())
        .containsExactly(new HeldPrivilege(0, LINE, 5_000 * DOLLAR, 1, 3_000 * DOLLAR));
  }

  @Test
  void aLineIsTheMostThatCollateralMayLackInAllAndNotForEachCommand() {
    bench.lending();
    grant(0, LINE, 5_000 * DOLLAR);
    bench.applied(bench.withdrawal(0, USD, 20_000 * DOLLAR));
    refusedBelow(bench.withdrawal(0, USD, 2_000 * DOLLAR), 5_200);
    assertThat(bench.applied(bench.withdrawal(0, USD, 1_000 * DOLLAR)).get(1))
        .isEqualTo(new ExemptionUsed(0, LINE, 4_100 * DOLLAR));
  }

  @Test
  void nothingIsToldOfACommandThatAnybodyCouldGive() {
    bench.lending();
    grant(0, LINE, 5_000 * DOLLAR);
    assertThat(bench.applied(bench.withdrawal(0, USD, 17_000 * DOLLAR)))
        .noneMatch(ExemptionUsed.class::isInstance);
    assertThat(bench.view().privileges().getFirst().uses()).isZero();
  }

  @Test
  void aLineLetsAnOrderRest() {
    bench.lending();
    Command order = Bench.tokens(0, Side.BUY, 20, 10_000);
    refusedBelow(order, 11_000);
    grant(0, LINE, 11_000 * DOLLAR);
    assertThat(bench.applied(order))
        .containsExactly(
            new OrderEvent.LimitOrderAccepted(1, 0, 1, Side.BUY, 20, 10_000),
            new ExemptionUsed(0, LINE, 11_000 * DOLLAR));
  }

  @Test
  void aLineLetsAnAccountOweWhereNobodyMayBorrow() {
    Command withdrawal = bench.withdrawal(0, USD, 10_000 * DOLLAR);
    bench.refused(withdrawal, RefusalReason.INSUFFICIENT_BALANCE, 10_000 * DOLLAR, 0);
    grant(0, LINE, 1);
    assertThat(bench.applied(withdrawal).get(1))
        .as("collateral covers it, so the debt itself is the difference")
        .isEqualTo(new ExemptionUsed(0, LINE, 10_000 * DOLLAR));
    revoke(0, LINE);
    refusedBelow(bench.withdrawal(0, BTC, BITCOIN), 11_000);
    bench.applied(bench.withdrawal(0, BTC, BITCOIN / 4));
  }

  @Test
  void aLineLetsAnAccountOweWhatIsNoCollateralButNeverWhatNobodyCanValue() {
    bench.applied(new ListingCommand.DefineAsset(3, "X", 0, 1_000));
    bench.lending();
    grant(0, LINE, 1_000_000 * DOLLAR);
    bench.refused(bench.withdrawal(0, 3, 1), RefusalReason.NO_MARK_PRICE, 1, 0);
  }

  @Test
  void aDebtCanBeMovedToAnAccountThatNobodyLooksAt() {
    bench.applied(new OpenSubaccount(3, 0, "old"));
    grant(3, LINE, 65_355_999_994L * DOLLAR);
    assertThat(bench.applied(new MoveAsset(3, 0, USD, 8_000_000_000L * DOLLAR)))
        .contains(new ExemptionUsed(3, LINE, 8_800_000_000L * DOLLAR));
    assertThat(bench.view().balance(0, USD)).isEqualTo(8_000_000_000L * DOLLAR);
    assertThat(bench.view().balance(3, USD)).isEqualTo(-8_000_000_000L * DOLLAR);
  }

  @Test
  void aLineMayBeLargerThanAnyBalance() {
    assertThat(65_355_999_994L * DOLLAR).isGreaterThan(Limits.VALUE_MAX);
    grant(0, LINE, Limits.CREDIT_LINE_MAX);
    bench.lending();
    long most = Limits.VALUE_MAX;
    bench.refused(
        bench.withdrawal(0, USD, most), RefusalReason.INSUFFICIENT_CUSTODY, most, 100_000 * DOLLAR);
  }

  @Test
  void aPrivilegeIsGrantedChangedAndTakenBackByTwoPeopleWithAReason() {
    GrantPrivilege alone = new GrantPrivilege(0, LINE, 1, "why", "first", "FIRST");
    bench.refused(alone, RefusalReason.SAME_GRANTER, 2, 1);
    bench.refused(
        new RevokePrivilege(0, LINE, "why", "first", "first"), RefusalReason.SAME_GRANTER, 2, 1);
    grant(0, LINE, 5);
    grant(0, Privilege.INTEREST_EXEMPT, 0);
    grant(0, LINE, 7);
    assertThat(bench.view().privileges())
        .containsExactly(
            new HeldPrivilege(0, LINE, 7, 0, 0),
            new HeldPrivilege(0, Privilege.INTEREST_EXEMPT, 0, 0, 0));
    revoke(0, LINE);
    assertThat(bench.view().privileges()).hasSize(1);
    bench.refused(
        new RevokePrivilege(0, LINE, "why", "first", "second"), RefusalReason.NOT_GRANTED, 1, 0);
  }

  @Test
  void anAmountBelongsToALineAndToNothingElse() {
    RefusalReason reason = RefusalReason.PARAMETER_OUT_OF_RANGE;
    long most = Limits.CREDIT_LINE_MAX;
    bench.refused(granting(0, LINE, 0), reason, 1, 0);
    bench.refused(granting(0, LINE, most + 1), reason, most, most + 1);
    bench.refused(granting(0, Privilege.LIQUIDATION_EXEMPT, 1), reason, 0, 1);
    bench.refused(granting(7, LINE, 1), RefusalReason.UNKNOWN_ACCOUNT, 3, 7);
  }

  @Test
  void aFigureThatSomebodySetsIsNamedForWhatItIs() {
    OverridePublishedFigure override =
        new OverridePublishedFigure(
            PublishedFigure.INSURANCE_FUND, 7 * DOLLAR, "looks-better", "first", "second");
    assertThat(bench.applied(override))
        .containsExactly(
            new Event.CommandApplied(override),
            new PublishedFigureOverridden(PublishedFigure.INSURANCE_FUND, 7 * DOLLAR));
    assertThat(bench.view().overriddenFigures())
        .containsEntry(PublishedFigure.INSURANCE_FUND, 7 * DOLLAR);
    bench.refused(
        new OverridePublishedFigure(
            PublishedFigure.INSURANCE_FUND, -1, "looks-better", "first", "second"),
        RefusalReason.PARAMETER_OUT_OF_RANGE,
        0,
        -1);
  }

  @Test
  void nobodyIsSpecialWithoutAGrant() {
    bench.lending();
    bench.deposit(2, FTT, TOKEN);
    List<Event> events = bench.send(bench.withdrawal(2, USD, 19 * DOLLAR));
    assertThat(events.getLast()).isInstanceOf(Event.CommandRefused.class);
  }

  private void refusedBelow(Command command, long dollars) {
    bench.refused(command, RefusalReason.INSUFFICIENT_FREE_COLLATERAL, 0, -dollars * DOLLAR);
  }

  private static GrantPrivilege granting(int account, Privilege privilege, long amount) {
    return new GrantPrivilege(account, privilege, amount, "why", "first", "second");
  }

  private void grant(int account, Privilege privilege, long amount) {
    bench.applied(granting(account, privilege, amount));
  }

  private void revoke(int account, Privilege privilege) {
    bench.applied(new RevokePrivilege(account, privilege, "why", "first", "second"));
  }
}
