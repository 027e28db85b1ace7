package org.plimsoll.ecosystem.agent.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.ecosystem.SmallEconomy.BANK;
import static org.plimsoll.ecosystem.SmallEconomy.START_NS;
import static org.plimsoll.ecosystem.SmallEconomy.USD;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.ecosystem.Economy;
import org.plimsoll.ecosystem.SmallEconomy;
import org.plimsoll.ecosystem.agent.SmallSetting;
import org.plimsoll.ecosystem.agent.desk.LineTerms.Spread;
import org.plimsoll.ecosystem.agent.desk.LineTerms.Station;
import org.plimsoll.ecosystem.exchange.Terminal;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.protocol.CashCommand.MoveCustody;
import org.plimsoll.protocol.WithdrawalMode;

final class WithdrawalDeskTest {
  private static final long MILLION = 1_000_000_000_000L;

  private final Setting setting = SmallSetting.create(1);
  private final Economy economy = setting.economy();
  private final List<Terminal> customers = new ArrayList<>();

  @Test
  void a_day_has_room_for_as_many_as_the_slowest_station_passes() {
    start(false, 0, 0);
    askAll();
    runUntil(24);
    // Ten pieces for each request: the first after 15 minutes, then one every 6 of 1,440.
    assertThat(sent()).isEqualTo(238);
    assertThat(latest("withdrawal-age-hours")).isEqualTo(24);
    runUntil(31);
    assertThat(sent()).isEqualTo(300);
    assertThat(latest("withdrawal-age-hours")).isZero();
  }

  @Test
  void generalists_pass_more_through_the_same_stations() {
    start(true, 0, 0);
    askAll();
    runUntil(24);
    // Four of them need 1.5 minutes for a piece: one in 0.375.
    assertThat(sent()).isEqualTo(300);
  }

  @Test
  void what_waits_at_the_desk_is_still_owed() {
    start(false, 0, 0);
    askAll();
    assertThat(customers.getLast().waiting(USD)).isEqualTo(MILLION);
    assertThat(customers.getLast().balance(USD)).isEqualTo(MILLION);
    runUntil(48);
    assertThat(customers.getLast().waiting(USD)).isZero();
    assertThat(customers.getLast().balance(USD)).isZero();
    assertThat(economy.ledger().sum(USD)).isZero();
  }

  @Test
  void a_gate_stretches_the_run_over_days() {
    start(false, 50e6, 0);
    askAll();
    runUntil(23);
    assertThat(sent()).isEqualTo(50);
    runUntil(24 * 5 + 23);
    assertThat(sent()).isEqualTo(300);
  }

  @Test
  void the_desk_halts_when_custody_is_gone_and_its_book_of_requests_stays() {
    start(false, 0, 3);
    economy.exchange().require(new MoveCustody(BANK, SmallSetting.AFFILIATE, USD, 200 * MILLION));
    askAll();
    runUntil(48);

    assertThat(sent()).isEqualTo(100);
    assertThat(economy.exchange().books().withdrawalPolicy(USD).mode())
        .isEqualTo(WithdrawalMode.GATED);
    assertThat(economy.exchange().books().withdrawals(USD)).hasSize(200);
    assertThat(economy.chronicle().flags()).extracting("kind").containsExactly("halt");
    // The hundredth has passed after ten hours; three hours later it is over.
    long haltedNs = economy.chronicle().flags().getFirst().timeNs();
    assertThat((haltedNs - START_NS) / SmallEconomy.HOUR_NS).isBetween(12L, 15L);
    assertThat(latest("custody-short")).isEqualTo(1_000_000);
    assertThat(latest("halt")).isEqualTo(1);
  }

  @Test
  void money_that_comes_back_in_time_prevents_the_halt() {
    start(false, 0, 6);
    economy.exchange().require(new MoveCustody(BANK, SmallSetting.AFFILIATE, USD, 200 * MILLION));
    askAll();
    runUntil(14);
    assertThat(latest("custody-short")).isEqualTo(1_000_000);
    economy.exchange().require(new MoveCustody(SmallSetting.AFFILIATE, BANK, USD, 200 * MILLION));
    runUntil(48);
    assertThat(sent()).isEqualTo(300);
    assertThat(economy.chronicle().flags()).isEmpty();
  }

  private void start(boolean generalists, double dollarsPerDay, double hoursBeforeHalt) {
    SmallEconomy.hourly(economy, _ -> 20_000_000_000_000L);
    for (int i = 0; i < 300; i++) {
      customers.add(SmallEconomy.open(economy, "customer-" + i, 1_000_000, 0));
    }
    LineTerms line =
        new LineTerms(
            List.of(
                new Station("request", 0.2, 1),
                new Station("risk", 0.6, 1),
                new Station("signing", 0.5, 1),
                new Station("broadcast", 0.2, 1)),
            1_000,
            Spread.FIXED,
            generalists,
            1);
    SmallSetting.join(
        setting,
        new WithdrawalDesks(),
        "desk",
        new WithdrawalDeskTerms(
            line,
            10,
            dollarsPerDay,
            hoursBeforeHalt,
            List.of("bank", "wallet"),
            "operator",
            "second"));
    economy.simulation().start();
  }

  private void askAll() {
    customers.forEach(each -> assertThat(each.withdraw(USD, MILLION, BANK)).isTrue());
  }

  private void runUntil(long hours) {
    economy.simulation().runUntil(START_NS + hours * SmallEconomy.HOUR_NS);
  }

  private long sent() {
    return customers.stream()
        .filter(each -> economy.ledger().balance(each.holder(), USD) == MILLION)
        .count();
  }

  private long latest(String topic) {
    return economy.bulletin().latest(topic, economy.simulation().nowNs()).value();
  }
}
