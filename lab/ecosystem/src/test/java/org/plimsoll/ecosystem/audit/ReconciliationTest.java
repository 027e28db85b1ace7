package org.plimsoll.ecosystem.audit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.plimsoll.ecosystem.SmallEconomy.BANK;
import static org.plimsoll.ecosystem.SmallEconomy.BTC;
import static org.plimsoll.ecosystem.SmallEconomy.SPOT;
import static org.plimsoll.ecosystem.SmallEconomy.START_NS;
import static org.plimsoll.ecosystem.SmallEconomy.USD;

import org.junit.jupiter.api.Test;
import org.plimsoll.ecosystem.Economy;
import org.plimsoll.ecosystem.SmallEconomy;
import org.plimsoll.ecosystem.exchange.Terminal;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.world.WorldCause;
import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.units.InvariantViolation;
import org.plimsoll.units.Side;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

final class ReconciliationTest {
  private final Economy economy = SmallEconomy.create(1);
  private final Terminal maker = SmallEconomy.open(economy, "maker", 1_000_000, 10);
  private final Terminal taker = SmallEconomy.open(economy, "taker", 1_000_000, 10);

  @Test
  void what_is_booked_on_both_sides_agrees() {
    maker.limit(SPOT, Side.SELL, 2_000_000, 10_000);
    taker.market(SPOT, Side.BUY, 10_000);
    taker.withdraw(USD, 5_000_000, BANK);

    assertThatCode(economy.reconciliation()::check).doesNotThrowAnyException();
    assertThatCode(economy.reconciliation()::checkAll).doesNotThrowAnyException();
  }

  @Test
  void money_that_leaves_a_bank_behind_the_venues_back_ends_the_run_with_the_numbers() {
    economy.simulation().join(alarm -> new Thief(() -> alarm.at(START_NS + 1), this::steal));
    economy.simulation().start();

    assertThatExceptionOfType(InvariantViolation.class)
        .isThrownBy(() -> economy.simulation().runUntil(START_NS + 2))
        .withMessage(
            "USD: at bank the venue's books have 2000000000000, the world's ledger 1999999999993");
  }

  @Test
  void a_transfer_that_the_venue_tells_and_does_not_book_is_found() {
    economy
        .reconciliation()
        .onVenueTransfer(Cause.TRADE, BTC, LedgerAccount.customer(0), LedgerAccount.customer(1), 5);

    assertThatExceptionOfType(InvariantViolation.class)
        .isThrownBy(economy.reconciliation()::check)
        .withMessage(
            "BTC: transfers to CUSTOMER 0 add up to 999999995, the venue's books say 1000000000");
  }

  @Test
  void what_moved_untold_is_found_when_everything_is_compared() {
    Economy deaf = SmallEconomy.create(1);
    Reconciliation late = new Reconciliation(deaf.exchange(), deaf.ledger());
    SmallEconomy.open(deaf, "somebody", 1, 0);

    assertThatCode(late::check).doesNotThrowAnyException();
    assertThatExceptionOfType(InvariantViolation.class)
        .isThrownBy(late::checkAll)
        .withMessage("USD: transfers to CUSTOMER 0 add up to 0, the venue's books say 1000000");
    assertThatCode(late::restart).doesNotThrowAnyException();
  }

  private void steal() {
    int bank = economy.exchange().holderOfPlace(BANK);
    economy.ledger().transfer(WorldCause.THEFT, USD, bank, taker.holder(), 7);
  }

  private record Thief(Runnable first, Runnable deed) implements Agent {
    @Override
    public String name() {
      return "thief";
    }

    @Override
    public void start() {
      first.run();
    }

    @Override
    public void wake(long nowNs) {
      deed.run();
    }

    @Override
    public void writeTo(StateSink sink) {}

    @Override
    public void readFrom(StateSource source) {}
  }
}
