package org.plimsoll.ecosystem.agent.lender;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plimsoll.ecosystem.Economy;
import org.plimsoll.ecosystem.Ticks;
import org.plimsoll.ecosystem.scenario.Plan;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.ecosystem.world.Instrument;
import org.plimsoll.ecosystem.world.Instrument.Kind;
import org.plimsoll.ecosystem.world.WorldCause;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.units.StateSource;
import org.plimsoll.units.StateWriter;
import org.plimsoll.venue.Limits;

/// One lender, one levered fund and one fund with money in the lender; amounts in dollars.
final class LendersTest {
  private static final long DAY_NS = 86_400_000_000_000L;
  private static final long START_NS = Plan.timeNs("2022-01-01");
  private static final int USD = 0;
  private static final int BTC = 1;
  private static final int DEBT = 2;
  private static final int DEPOSITS = 3;

  private Economy economy;
  private int lender;
  private int fund;
  private int pharos;

  @BeforeEach
  void set_up() {
    economy = create(0.8);
  }

  @Test
  void a_lender_lends_its_depositors_money_on_collateral() {
    economy.simulation().runUntil(START_NS + 10 * DAY_NS);

    assertThat(balance(lender, DEPOSITS)).isEqualTo(-1_080_000_000);
    assertThat(economy.loans().principal(0)).isPositive().isLessThanOrEqualTo(800_000_000);
    assertThat(balance(lender, DEBT)).isEqualTo(economy.loans().principal(0));
    assertThat(balance(fund, DEBT)).isEqualTo(-economy.loans().principal(0));
    assertThat(economy.loans().pledged(0)).isPositive();
  }

  @Test
  void a_lender_that_expects_the_collateral_to_go_with_the_borrower_lends_nothing() {
    economy = create(0);
    economy.simulation().runUntil(START_NS + 10 * DAY_NS);

    assertThat(economy.loans().principal(0)).isZero();
  }

  @Test
  void a_fall_of_the_collateral_ruins_the_fund_then_the_lender_and_locks_in_its_depositors() {
    economy.simulation().runUntil(START_NS + 10 * DAY_NS);
    long lent = economy.loans().principal(0);
    economy.prices().set(BTC, 2_000_000_000_000L);
    economy.simulation().runUntil(START_NS + 60 * DAY_NS);

    assertThat(economy.chronicle().flags())
        .extracting(flag -> flag.kind())
        .containsExactly("failure", "loan-loss", "failure", "loss");
    assertThat(economy.loans().principal(0)).isZero();
    assertThat(balance(lender, DEBT)).isZero();
    assertThat(balance(lender, USD)).isLessThan(-balance(lender, DEPOSITS));
    assertThat(balance(pharos, DEPOSITS)).isEqualTo(80_000_000);
    assertThat(lent).isPositive();
    for (int instrument = 0; instrument < 4; instrument++) {
      assertThat(economy.ledger().sum(instrument)).isZero();
    }
  }

  @Test
  void a_fund_sells_as_much_as_it_is_asked_for_and_keeps_the_rest() {
    economy.simulation().runUntil(START_NS + 10 * DAY_NS);
    assertThat(balance(fund, USD)).isZero();
    long coins = balance(fund, BTC) + economy.loans().pledged(0);
    economy.loans().demand(0, 100_000_000, START_NS + 12 * DAY_NS);
    economy.simulation().runUntil(START_NS + 11 * DAY_NS);

    // 100 dollars at 20,000, with a loss of 2 %: 100 / 0.98 / 20,000 = 0.00510204 BTC.
    long left = balance(fund, BTC) + economy.loans().pledged(0);
    assertThat(coins - left).isEqualTo(510_205);
    assertThat(economy.loans().demanded(0)).isZero();
    assertThat(balance(fund, USD)).isBetween(0L, 999L);
  }

  @Test
  void what_was_kept_goes_on_as_the_one_that_was_not() {
    economy.simulation().runUntil(START_NS + 10 * DAY_NS);
    StateWriter writer = new StateWriter(0);
    economy.writeTo(writer);
    Economy restored = create(0.8);
    restored.readFrom(new StateSource(writer.toBytes(), 0));
    for (Economy each : List.of(economy, restored)) {
      each.prices().set(BTC, 2_000_000_000_000L);
      each.simulation().runUntil(START_NS + 60 * DAY_NS);
    }

    assertThat(restored.hash()).isEqualTo(economy.hash());
  }

  private long balance(int holder, int instrument) {
    return economy.ledger().balance(holder, instrument);
  }

  private Economy create(double keptAtDefault) {
    Economy created =
        new Economy(
            1,
            START_NS,
            List.of(
                new Instrument("USD", 6, Kind.HELD),
                new Instrument("BTC", 8, Kind.HELD),
                new Instrument("USD-debt", 6, Kind.OWED),
                new Instrument("USD-deposits", 6, Kind.OWED)),
            new Limits(8, 16, 8, 8, 1, 1_000, 100_000));
    Setting setting = new Setting(created, new Ticks(DAY_NS, List.of()));
    for (Instrument instrument : created.ledger().instruments()) {
      setting.nameInstrument(instrument.code(), created.ledger().instruments().indexOf(instrument));
    }
    lender = party(setting, "genesis");
    fund = party(setting, "arrows");
    pharos = party(setting, "pharos");
    party(setting, "genesis-keeping");
    created.prices().set(BTC, 20_000_000_000_000L);
    give(created, fund, USD, 500_000_000);
    give(created, pharos, USD, 115_000_000);
    join(setting, keptAtDefault);
    created.simulation().start();
    return created;
  }

  private static void give(Economy economy, int holder, int instrument, long amount) {
    economy.ledger().transfer(WorldCause.OPENING, instrument, WorldLedger.OUTSIDE, holder, amount);
  }

  private static int party(Setting setting, String name) {
    int holder = setting.economy().ledger().open(name);
    setting.nameHolder(name, holder);
    return holder;
  }

  private static void join(Setting setting, double keptAtDefault) {
    Lending lending =
        new Lending(
            "genesis",
            "USD",
            "USD-debt",
            "USD-deposits",
            List.of(
                new Lending.Line(
                    "arrows",
                    "BTC",
                    "genesis-keeping",
                    List.of(new Plan.Point("2022-01-01", 800)),
                    0,
                    keptAtDefault,
                    0.9,
                    false)),
            List.of(new Plan.Point("2022-01-01", 1_000)),
            0.1,
            0.05,
            0.5,
            0.1,
            7,
            List.of());
    CryptoFund fund =
        new CryptoFund(
            "arrows",
            "USD",
            "2022-01-01",
            "2022-06-01",
            List.of(new CryptoFund.Holding("BTC", 1, false)),
            0.02);
    FundInLender depositor =
        new FundInLender("pharos", "genesis", "genesis", "USD", "USD-deposits", "2022-01-02", 80);
    var simulation = setting.economy().simulation();
    simulation.join(alarm -> new LenderKind().create(alarm, setting, "genesis", lending));
    simulation.join(alarm -> new CryptoFundKind().create(alarm, setting, "arrows", fund));
    simulation.join(alarm -> new FundInLenderKind().create(alarm, setting, "pharos", depositor));
  }
}
