package org.plimsoll.ecosystem.agent.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.plimsoll.ecosystem.SmallEconomy.BANK;
import static org.plimsoll.ecosystem.SmallEconomy.START_NS;
import static org.plimsoll.ecosystem.SmallEconomy.USD;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.ecosystem.Economy;
import org.plimsoll.ecosystem.SmallEconomy;
import org.plimsoll.ecosystem.agent.SmallSetting;
import org.plimsoll.ecosystem.agent.desk.Discrepancy.Kind;
import org.plimsoll.ecosystem.exchange.Terminal;
import org.plimsoll.ecosystem.outcome.Flag;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.ecosystem.world.WorldCause;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.protocol.CashCommand.MoveCustody;
import org.plimsoll.protocol.ControlCommand.GrantPrivilege;
import org.plimsoll.protocol.Privilege;

final class ReconcilerTest {
  private static final long DOLLAR = 1_000_000;
  private static final Entry THREE = new Entry(3, 0, USD, 300);

  @Test
  void every_kind_of_difference_is_found_and_nothing_else() {
    Entry one = new Entry(1, 0, USD, 100);
    Entry two = new Entry(2, 0, USD, -200);
    Entry four = new Entry(4, 0, USD, 400);
    List<Discrepancy> found =
        Reconciliation.of(
            List.of(one, two, THREE, four),
            List.of(one, two, two, new Entry(3, 0, USD, 30), new Entry(9, 0, USD, 7)));

    assertThat(found)
        .extracting(Discrepancy::kind)
        .containsExactly(Kind.DOUBLE, Kind.WRONG, Kind.MISSING, Kind.INVENTED);
    assertThat(found).extracting(Discrepancy::excess).containsExactly(-200L, -270L, -400L, 7L);
  }

  @Test
  void books_that_agree_differ_nowhere() {
    assertThat(Reconciliation.of(List.of(THREE), List.of(THREE))).isEmpty();
  }

  @Test
  void a_bookkeeper_s_mistakes_come_out_as_often_as_he_makes_them() {
    Setting setting = SmallSetting.create(2);
    Economy economy = setting.economy();
    int firm = economy.ledger().open("firm");
    setting.nameHolder("firm", firm);
    join(
        setting,
        new ReconcilerTerms("firm", 0.02, 0.01, 0.01, 1, List.of(), List.of(), 0, 0, List.of()));
    economy.simulation().start();
    for (int day = 1; day <= 50; day++) {
      for (int payment = 0; payment < 100; payment++) {
        economy.ledger().transfer(WorldCause.OPENING, USD, WorldLedger.OUTSIDE, firm, 1_000);
      }
      economy.simulation().runUntil(START_NS + day * 24L * SmallEconomy.HOUR_NS);
    }

    assertThat((double) latest(economy, "reconciliation-breaks") / 5_000)
        .isCloseTo(0.04, within(0.012));
    assertThat(economy.chronicle().flags()).extracting("kind").containsExactly("alarm");
  }

  @Test
  void dollars_that_left_the_banks_raise_the_alarm_the_next_day() {
    Setting setting = SmallSetting.create(2);
    Economy economy = setting.economy();
    setting.nameHolder("venue", economy.ledger().open("venue"));
    SmallEconomy.hourly(economy, _ -> 20_000_000_000_000L);
    SmallEconomy.open(economy, "customer", 1_000_000, 0);
    join(setting, watching(0, List.of()));
    SmallSetting.run(setting, 36);
    assertThat(economy.chronicle().flags()).isEmpty();
    moveAway(economy, 300_000);
    economy.simulation().runUntil(START_NS + 50 * SmallEconomy.HOUR_NS);

    assertThat(latest(economy, "reconciliation-alarm")).isEqualTo(300_000);
    assertThat(economy.chronicle().flags()).hasSize(1);
    assertThat(economy.chronicle().flags().getFirst().timeNs())
        .isEqualTo(START_NS + 48 * SmallEconomy.HOUR_NS);
  }

  @Test
  void what_has_lacked_for_two_days_is_lent_no_more_and_the_line_of_whom_it_watches_is_gone() {
    Setting setting = SmallSetting.create(2);
    Economy economy = setting.economy();
    setting.nameHolder("venue", economy.ledger().open("venue"));
    SmallEconomy.hourly(economy, _ -> 20_000_000_000_000L);
    SmallEconomy.open(economy, "customer", 1_000_000, 0);
    Terminal firm = setting.terminal("customers-line", "customers");
    economy.exchange().require(line(firm));
    join(setting, watching(2, List.of("customers-line")));
    economy.simulation().start();
    moveAway(economy, 300_000);
    runUntilDay(economy, 1);
    economy
        .exchange()
        .require(new MoveCustody(SmallSetting.AFFILIATE, BANK, USD, 300_000 * DOLLAR));
    runUntilDay(economy, 2);
    moveAway(economy, 300_000);
    runUntilDay(economy, 4);

    assertThat(firm.withdraw(USD, DOLLAR, BANK)).as("a day is not two").isTrue();
    runUntilDay(economy, 5);
    assertThat(firm.withdraw(USD, DOLLAR, BANK)).isFalse();
    assertThat(firm.balance(USD)).as("what is owed stays owed").isEqualTo(-DOLLAR);
    assertThat(economy.exchange().books().caps(USD).borrowMax()).isZero();
    assertThat(economy.exchange().books().caps(SmallEconomy.BTC).borrowMax()).isPositive();
    assertThat(economy.chronicle().flags())
        .extracting(Flag::kind)
        .containsExactly("alarm", "lending-stop");
  }

  private static ReconcilerTerms watching(double actsAfterDays, List<String> takesBack) {
    return new ReconcilerTerms(
        "venue", 0, 0, 0, 1, List.of("bank"), List.of(), 0.1, actsAfterDays, takesBack);
  }

  private static void moveAway(Economy economy, long dollars) {
    economy
        .exchange()
        .require(new MoveCustody(BANK, SmallSetting.AFFILIATE, USD, dollars * DOLLAR));
  }

  private static GrantPrivilege line(Terminal of) {
    return new GrantPrivilege(
        of.account(), Privilege.ALLOW_NEGATIVE, 1_000 * DOLLAR, "test", "one", "another");
  }

  private static void runUntilDay(Economy economy, long day) {
    economy.simulation().runUntil(START_NS + day * 24 * SmallEconomy.HOUR_NS);
  }

  private static void join(Setting setting, ReconcilerTerms terms) {
    SmallSetting.join(setting, new Reconcilers(), "reconciler", terms);
  }

  private static long latest(Economy economy, String topic) {
    return economy.bulletin().latest(topic, economy.simulation().nowNs()).value();
  }
}
