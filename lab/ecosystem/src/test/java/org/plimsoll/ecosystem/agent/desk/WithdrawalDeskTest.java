package org.plimsoll.ecosystem.agent.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.ecosystem.SmallEconomy.BANK;
import static org.plimsoll.ecosystem.SmallEconomy.BTC;
import static org.plimsoll.ecosystem.SmallEconomy.START_NS;
import static org.plimsoll.ecosystem.SmallEconomy.USD;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.ecosystem.Checkpoint;
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
  private static final long COIN = 100_000_000L;

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
  void the_desk_halts_when_nothing_there_would_pay_those_who_wait_and_its_book_of_requests_stays() {
    start(false, 0, 3);
    leave(100);
    askAll();
    runUntil(48);

    assertThat(sent()).isEqualTo(100);
    assertThat(economy.exchange().books().withdrawalPolicy(USD).mode())
        .isEqualTo(WithdrawalMode.GATED);
    assertThat(economy.exchange().books().withdrawals(USD)).hasSize(200);
    assertThat(economy.chronicle().flags()).extracting("kind").containsExactly("halt");
    // The hundredth has passed after 10 hours; the tick at 11 sees it, three hours later it is
    // over.
    assertThat(economy.chronicle().flags().getFirst().timeNs())
        .isEqualTo(START_NS + 14 * SmallEconomy.HOUR_NS);
    assertThat(latest("halt")).isEqualTo(1);
  }

  @Test
  void what_is_held_is_told_and_told_no_longer_when_money_has_come_back() {
    start(false, 0, 6);
    leave(100);
    askAll();
    runUntil(12);
    // 118 have passed the stations after 12 hours.
    assertThat(latest("custody-short")).isEqualTo(18_000_000);
    economy.exchange().require(new MoveCustody(SmallSetting.AFFILIATE, BANK, USD, 200 * MILLION));
    runUntil(13);
    assertThat(latest("custody-short")).isZero();
    runUntil(48);
    assertThat(sent()).isEqualTo(300);
    assertThat(economy.chronicle().flags()).isEmpty();
  }

  @Test
  void an_asset_that_is_gone_holds_nobody_who_asked_for_another() {
    Terminal saver = SmallEconomy.open(economy, "saver", 0, 50_000);
    start(false, 0, 3);
    leave(100);
    askAll();
    saver.withdraw(BTC, 10_000 * COIN, SmallEconomy.WALLET);
    runUntil(48);

    assertThat(sent()).isEqualTo(100);
    assertThat(economy.ledger().balance(saver.holder(), BTC)).isEqualTo(10_000 * COIN);
    assertThat(latest("custody-short")).isEqualTo(200_000_000);
    assertThat(economy.exchange().lacking(USD)).isEqualTo(200 * MILLION);
    assertThat(economy.exchange().lacking(BTC)).isEqualTo(-40_000 * COIN);
    // Coins worth 800 million are there: nobody has decided to stop.
    assertThat(economy.chronicle().flags()).isEmpty();
  }

  @Test
  void what_is_there_is_sent_even_if_it_is_a_part_of_what_was_asked_for() {
    start(false, 0, 30);
    economy
        .exchange()
        .require(
            new MoveCustody(BANK, SmallSetting.AFFILIATE, USD, 200 * MILLION - 300_000_000_000L));
    askAll();
    runUntil(24);
    Terminal next = customers.get(100);

    assertThat(sent()).isEqualTo(100);
    assertThat(economy.ledger().balance(next.holder(), USD)).isEqualTo(300_000_000_000L);
    assertThat(next.waiting(USD)).isEqualTo(MILLION - 300_000_000_000L);
    assertThat(next.balance(USD)).isEqualTo(MILLION - 300_000_000_000L);
  }

  @Test
  void a_desk_whose_queue_is_held_goes_on_from_a_checkpoint() {
    start(false, 0, 6);
    leave(100);
    askAll();
    runUntil(13);
    byte[] kept = Checkpoint.of(economy, "held");
    runUntil(48);

    WithdrawalDeskTest again = new WithdrawalDeskTest();
    again.start(false, 0, 6);
    assertThat(Checkpoint.restore(again.economy, "held", kept)).isEmpty();
    again.runUntil(48);
    assertThat(Checkpoint.of(again.economy, "held")).isEqualTo(Checkpoint.of(economy, "held"));
    assertThat(again.economy.chronicle().flags()).extracting("kind").containsExactly("halt");
  }

  /// Leaves so many million dollars where the desk can pay from.
  private void leave(long millions) {
    economy
        .exchange()
        .require(new MoveCustody(BANK, SmallSetting.AFFILIATE, USD, (300 - millions) * MILLION));
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
