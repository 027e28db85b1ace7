package org.plimsoll.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.venue.Bench.BANK;
import static org.plimsoll.venue.Bench.BITCOIN;
import static org.plimsoll.venue.Bench.BTC;
import static org.plimsoll.venue.Bench.DOLLAR;
import static org.plimsoll.venue.Bench.USD;
import static org.plimsoll.venue.Bench.WALLET;

import org.junit.jupiter.api.Test;
import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.protocol.AccountCommand.OpenSubaccount;
import org.plimsoll.protocol.AccountCommand.RenameAccount;
import org.plimsoll.protocol.CashCommand.MoveAsset;
import org.plimsoll.protocol.CashCommand.MoveCustody;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.RefusalReason;

/// Accounts 0 and 1 are two customers'; 2 is a subaccount of 0, and 3 a subaccount of 2.
class MoveTest {
  private final Bench bench = Bench.listed(2);

  MoveTest() {
    bench.applied(new OpenSubaccount(2, 0, "hedge"));
    bench.applied(new OpenSubaccount(3, 2, "hedge-of-hedge"));
    bench.deposit(0, USD, 100 * DOLLAR);
  }

  @Test
  void aSubaccountHasTheOwnerOfItsParent() {
    assertThat(bench.view().owner(3)).isZero();
    assertThat(bench.view().owner(1)).isEqualTo(1);
    bench.refused(new OpenSubaccount(4, 9, "x"), RefusalReason.UNKNOWN_ACCOUNT, 4, 9);
    bench.refused(new OpenSubaccount(3, 0, "x"), RefusalReason.NUMBER_NOT_NEXT, 4, 3);
  }

  @Test
  void anAccountGetsAnotherNameAndStaysWhatItIs() {
    RenameAccount rename = new RenameAccount(3, "swing");
    assertThat(bench.applied(rename)).containsExactly(new Event.CommandApplied(rename));
    assertThat(bench.view().accounts().get(3).name()).isEqualTo("swing");
    assertThat(bench.view().owner(3)).isZero();
    bench.refused(new RenameAccount(4, "x"), RefusalReason.UNKNOWN_ACCOUNT, 4, 4);
    bench.refused(new RenameAccount(-1, "x"), RefusalReason.UNKNOWN_ACCOUNT, 4, -1);
  }

  @Test
  void anOwnerMovesBetweenHisAccountsAndNobodyElses() {
    MoveAsset move = new MoveAsset(0, 3, USD, 60 * DOLLAR);
    assertThat(bench.applied(move))
        .containsExactly(
            new Event.CommandApplied(move),
            new Event.TransferPosted(Cause.MOVE, USD, 0, 3, 60 * DOLLAR));
    assertThat(bench.view().balance(3, USD)).isEqualTo(60 * DOLLAR);
    bench.applied(new MoveAsset(3, 2, USD, 10 * DOLLAR));
    bench.refused(new MoveAsset(0, 1, USD, 1), RefusalReason.DIFFERENT_OWNER, 0, 1);
    bench.refused(new MoveAsset(0, 0, USD, 1), RefusalReason.SAME_PLACE, 0, 0);
    bench.refused(new MoveAsset(0, 2, USD, 0), RefusalReason.QUANTITY_OUT_OF_RANGE, 1, 0);
  }

  @Test
  void aMoveIsNoWayAroundTheMarginGate() {
    bench.refused(
        new MoveAsset(0, 2, USD, 101 * DOLLAR),
        RefusalReason.INSUFFICIENT_BALANCE,
        101 * DOLLAR,
        100 * DOLLAR);
    bench.lending();
    bench.deposit(0, BTC, BITCOIN);
    long most = 100 * DOLLAR + 19_000 * DOLLAR * 10 / 11;
    bench.refused(
        new MoveAsset(0, 2, USD, most + 1), RefusalReason.INSUFFICIENT_FREE_COLLATERAL, 0, -1);
    bench.applied(new MoveAsset(0, 2, USD, most));
    assertThat(bench.view().onHand(BANK, USD)).as("no coin left").isEqualTo(100 * DOLLAR);
  }

  @Test
  void aMoveNeverLiftsABalanceAboveItsBound() {
    long most = 100_000_000_000_000L;
    bench.deposit(0, BTC, 1);
    bench.deposit(2, BTC, most);
    bench.refused(new MoveAsset(0, 2, BTC, 1), RefusalReason.BALANCE_OUT_OF_RANGE, most + 1, most);
  }

  @Test
  void custodyMovesBetweenPlacesAndNobodyHasMoreOrLess() {
    MoveCustody move = new MoveCustody(BANK, WALLET, USD, 30 * DOLLAR);
    assertThat(bench.applied(move))
        .containsExactly(
            new Event.CommandApplied(move),
            new Event.TransferPosted(
                Cause.CUSTODY_MOVE,
                USD,
                LedgerAccount.custody(WALLET),
                LedgerAccount.custody(BANK),
                30 * DOLLAR));
    assertThat(bench.view().onHand(BANK, USD)).isEqualTo(70 * DOLLAR);
    assertThat(bench.view().onHand(WALLET, USD)).isEqualTo(30 * DOLLAR);
    assertThat(bench.view().balance(0, USD)).isEqualTo(100 * DOLLAR);
    bench.refused(
        new MoveCustody(BANK, WALLET, USD, 71 * DOLLAR),
        RefusalReason.INSUFFICIENT_CUSTODY,
        71 * DOLLAR,
        70 * DOLLAR);
    bench.refused(new MoveCustody(BANK, BANK, USD, 1), RefusalReason.SAME_PLACE, 1, 1);
    bench.refused(new MoveCustody(BANK, 2, USD, 1), RefusalReason.UNKNOWN_CUSTODY, 2, 2);
  }
}
