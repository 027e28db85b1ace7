package org.plimsoll.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.plimsoll.units.InvariantViolation;
import org.plimsoll.units.StateHash;

class LedgerTest {
  private static final int USD = 0;
  private static final int BTC = 1;
  private static final int WALLET = LedgerAccount.custody(0);
  private static final int ALICE = LedgerAccount.customer(0);
  private static final int BOB = LedgerAccount.customer(1);

  private final List<String> told = new ArrayList<>();
  private final Ledger ledger =
      new Ledger(
          2,
          (cause, asset, from, to, amount) ->
              told.add(cause + " " + asset + " " + from + " " + to + " " + amount));

  LedgerTest() {
    ledger.openCustody();
    ledger.openCustomer();
    ledger.openCustomer();
  }

  @Test
  void shouldOweACustomerWhatCameIntoCustody() {
    ledger.post(Cause.DEPOSIT, BTC, WALLET, ALICE, 50);
    assertThat(ledger.customerBalance(0, BTC)).isEqualTo(50);
    assertThat(ledger.onHand(0, BTC)).isEqualTo(50);
    assertThat(ledger.customerBalance(0, USD)).isZero();
    assertThat(ledger.customerBalance(1, BTC)).isZero();
  }

  @Test
  void shouldTellItsListenerEachTransferOnce() {
    ledger.post(Cause.DEPOSIT, BTC, WALLET, ALICE, 50);
    ledger.post(Cause.TRADE, BTC, ALICE, BOB, 20);
    assertThat(told).containsExactly("DEPOSIT 1 " + WALLET + " 0 50", "TRADE 1 " + ALICE + " 1 20");
  }

  @Test
  void shouldLetACustomerOweTheVenue() {
    ledger.post(Cause.TRADE, USD, ALICE, BOB, 7);
    assertThat(ledger.customerBalance(0, USD)).isEqualTo(-7);
    assertThat(ledger.customerBalance(1, USD)).isEqualTo(7);
  }

  @Test
  void shouldKeepWhatIsTheVenuesOwnByPurpose() {
    int fees = LedgerAccount.venue(VenueAccount.FEES);
    ledger.post(Cause.TRADE, USD, ALICE, fees, 7);
    ledger.post(Cause.TRADE, USD, fees, BOB, 9);
    assertThat(ledger.venueBalance(VenueAccount.FEES, USD)).isEqualTo(-2);
    assertThat(ledger.venueBalance(VenueAccount.INSURANCE, USD)).isZero();
    StateHash before = new StateHash();
    ledger.writeTo(before);
    ledger.post(Cause.TRADE, USD, fees, LedgerAccount.venue(VenueAccount.INSURANCE), 1);
    StateHash after = new StateHash();
    ledger.writeTo(after);
    assertThat(after.value()).isNotEqualTo(before.value());
  }

  @Test
  void shouldHaltBeforeCustodyHoldsLessThanNothing() {
    ledger.post(Cause.DEPOSIT, BTC, WALLET, ALICE, 5);
    assertThatThrownBy(() -> ledger.post(Cause.WITHDRAWAL, BTC, ALICE, WALLET, 6))
        .isInstanceOf(InvariantViolation.class)
        .hasMessage("custody holds no less than nothing (0, 1)");
  }

  @Test
  void shouldHoldWhatACustomerHasAskedForApart() {
    int pending = LedgerAccount.pending(0);
    ledger.post(Cause.DEPOSIT, BTC, WALLET, ALICE, 5);
    ledger.post(Cause.WITHDRAWAL_REQUEST, BTC, ALICE, pending, 3);
    assertThat(ledger.customerBalance(0, BTC)).isEqualTo(2);
    assertThat(ledger.pending(0, BTC)).isEqualTo(3);
    long waiting = hash();
    ledger.post(Cause.WITHDRAWAL, BTC, pending, WALLET, 1);
    assertThat(ledger.onHand(0, BTC)).isEqualTo(4);
    assertThat(hash()).isNotEqualTo(waiting);
    assertThatThrownBy(() -> ledger.post(Cause.WITHDRAWAL_CANCELLATION, BTC, pending, ALICE, 3))
        .isInstanceOf(InvariantViolation.class)
        .hasMessage("no less than nothing is asked for (0, -1)");
  }

  @Test
  void shouldHaltAtATransferOfNothingOrToItself() {
    assertThatThrownBy(() -> ledger.post(Cause.TRADE, BTC, ALICE, BOB, 0))
        .isInstanceOf(InvariantViolation.class)
        .hasMessageContaining("positive amount");
    assertThatThrownBy(() -> ledger.post(Cause.TRADE, BTC, ALICE, BOB, -1))
        .isInstanceOf(InvariantViolation.class);
    assertThatThrownBy(() -> ledger.post(Cause.TRADE, BTC, ALICE, ALICE, 1))
        .isInstanceOf(InvariantViolation.class)
        .hasMessageContaining("two ends");
    assertThat(told).isEmpty();
  }

  @Test
  void shouldRefuseToWrapABalanceAround() {
    ledger.post(Cause.TRADE, USD, ALICE, BOB, Long.MAX_VALUE);
    assertThatThrownBy(() -> ledger.post(Cause.TRADE, USD, ALICE, BOB, 2))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void balancesOfEachAssetSumToZeroOverALongHistory() {
    int customers = 40;
    int places = 20;
    for (int i = 2; i < customers; i++) {
      ledger.openCustomer();
    }
    for (int i = 1; i < places; i++) {
      ledger.openCustody();
    }
    SplittableRandom random = new SplittableRandom(1);
    for (int step = 0; step < 20_000; step++) {
      int asset = random.nextInt(2);
      int place = random.nextInt(places);
      int customer = random.nextInt(customers);
      long amount = 1 + random.nextLong(1_000_000);
      boolean pays = random.nextBoolean() && ledger.onHand(place, asset) >= amount;
      int inside = LedgerAccount.custody(place);
      int outside = LedgerAccount.customer(customer);
      ledger.post(
          pays ? Cause.WITHDRAWAL : Cause.DEPOSIT,
          asset,
          pays ? outside : inside,
          pays ? inside : outside,
          amount);
      assertThat(owed(asset, customers)).isEqualTo(onHand(asset, places)).isNotNegative();
    }
  }

  @Test
  void shouldFingerprintEveryBalance() {
    long empty = hash();
    ledger.post(Cause.DEPOSIT, BTC, WALLET, ALICE, 5);
    long deposited = hash();
    ledger.post(Cause.TRADE, BTC, ALICE, BOB, 5);
    long moved = hash();
    ledger.post(Cause.TRADE, BTC, BOB, ALICE, 5);
    assertThat(List.of(empty, deposited, moved)).doesNotHaveDuplicates();
    assertThat(hash()).isEqualTo(deposited);
  }

  private long hash() {
    StateHash hash = new StateHash();
    ledger.writeTo(hash);
    return hash.value();
  }

  private long owed(int asset, int customers) {
    long sum = 0;
    for (int i = 0; i < customers; i++) {
      sum += ledger.customerBalance(i, asset);
    }
    return sum;
  }

  private long onHand(int asset, int places) {
    long sum = 0;
    for (int i = 0; i < places; i++) {
      sum += ledger.onHand(i, asset);
    }
    return sum;
  }
}
