package org.plimsoll.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ChartTest {
  @Test
  void shouldGiveEveryCauseItsOwnPermanentCode() {
    assertThat(Arrays.stream(Cause.values()).map(Cause::code)).doesNotHaveDuplicates();
    assertThat(Arrays.stream(Cause.values()).collect(Collectors.toMap(Cause::name, Cause::code)))
        .isEqualTo(
            Map.ofEntries(
                Map.entry("DEPOSIT", 1),
                Map.entry("WITHDRAWAL", 2),
                Map.entry("TRADE", 3),
                Map.entry("SETTLEMENT", 4),
                Map.entry("FUNDING", 5),
                Map.entry("INTEREST_PAID", 10),
                Map.entry("INTEREST_EARNED", 11),
                Map.entry("OWNERS_PAID", 12),
                Map.entry("WITHDRAWAL_REQUEST", 20),
                Map.entry("WITHDRAWAL_CANCELLATION", 21),
                Map.entry("MOVE", 22),
                Map.entry("CUSTODY_MOVE", 23),
                Map.entry("CONVERSION", 24),
                Map.entry("CONTRIBUTION", 30),
                Map.entry("HANDOVER", 31),
                Map.entry("ESTATE", 32),
                Map.entry("LOSS_COVERED", 33),
                Map.entry("SOCIALIZED_LOSS", 34),
                Map.entry("TAKER_FEE", 40),
                Map.entry("MAKER_FEE", 41),
                Map.entry("REBATE", 42),
                Map.entry("BUYBACK_FUNDING", 43),
                Map.entry("BURN", 44),
                Map.entry("STAKE", 45),
                Map.entry("UNSTAKE", 46),
                Map.entry("TOKEN_CREATED", 50),
                Map.entry("TOKEN_REDEEMED", 51),
                Map.entry("TOKEN_FEE", 52),
                Map.entry("MANAGEMENT_FEE", 53)));
  }

  @Test
  void shouldFindKindAndNumberInAnAddress() {
    int last = LedgerAccount.NUMBERS_MAX - 1;
    for (int number : new int[] {0, 1, 77, last}) {
      int customer = LedgerAccount.customer(number);
      int custody = LedgerAccount.custody(number);
      assertThat(LedgerAccount.kind(customer)).isEqualTo(LedgerAccount.Kind.CUSTOMER);
      assertThat(LedgerAccount.kind(custody)).isEqualTo(LedgerAccount.Kind.CUSTODY);
      assertThat(LedgerAccount.number(customer)).isEqualTo(number);
      assertThat(LedgerAccount.number(custody)).isEqualTo(number);
      int pending = LedgerAccount.pending(number);
      assertThat(LedgerAccount.kind(pending)).isEqualTo(LedgerAccount.Kind.PENDING);
      assertThat(LedgerAccount.number(pending)).isEqualTo(number);
      int staked = LedgerAccount.staked(number);
      assertThat(LedgerAccount.kind(staked)).isEqualTo(LedgerAccount.Kind.STAKED);
      assertThat(LedgerAccount.number(staked)).isEqualTo(number);
      assertThat(LedgerAccount.isAddress(customer)).isTrue();
      assertThat(LedgerAccount.isAddress(custody)).isTrue();
    }
  }

  @Test
  void shouldKnowWhatIsNoAddress() {
    assertThat(LedgerAccount.isAddress(-1)).isFalse();
    assertThat(LedgerAccount.isAddress(LedgerAccount.Kind.values().length << 28)).isFalse();
    assertThat(LedgerAccount.isAddress(LedgerAccount.venue(VenueAccount.INSURANCE))).isTrue();
    assertThat(LedgerAccount.isAddress(0x2000_0000 + VenueAccount.values().length)).isFalse();
    assertThat(LedgerAccount.isAddress(LedgerAccount.issued())).isTrue();
    assertThat(LedgerAccount.isAddress(LedgerAccount.issued() + 1)).isFalse();
  }

  @Test
  void shouldRefuseANumberThatWouldSpillIntoTheKind() {
    assertThatThrownBy(() -> LedgerAccount.customer(LedgerAccount.NUMBERS_MAX))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LedgerAccount.custody(-1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldNeverMoveAKindSinceJournalsKeepItsPlace() {
    assertThat(LedgerAccount.Kind.values())
        .containsExactly(
            LedgerAccount.Kind.CUSTOMER,
            LedgerAccount.Kind.CUSTODY,
            LedgerAccount.Kind.VENUE,
            LedgerAccount.Kind.SETTLEMENT,
            LedgerAccount.Kind.PENDING,
            LedgerAccount.Kind.STAKED,
            LedgerAccount.Kind.ISSUED);
    assertThat(LedgerAccount.customer(5)).isEqualTo(5);
    assertThat(LedgerAccount.custody(5)).isEqualTo(0x1000_0005);
    assertThat(LedgerAccount.venue(VenueAccount.FEES)).isEqualTo(0x2000_0000);
    assertThat(LedgerAccount.venue(VenueAccount.INSURANCE)).isEqualTo(0x2000_0001);
    assertThat(LedgerAccount.settlement(5)).isEqualTo(0x3000_0005);
    assertThat(LedgerAccount.pending(5)).isEqualTo(0x4000_0005);
    assertThat(LedgerAccount.staked(5)).isEqualTo(0x5000_0005);
    assertThat(LedgerAccount.issued()).isEqualTo(0x6000_0000);
  }
}
