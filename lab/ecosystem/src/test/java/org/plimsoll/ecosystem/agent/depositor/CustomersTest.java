package org.plimsoll.ecosystem.agent.depositor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.plimsoll.ecosystem.SmallEconomy.BANK;
import static org.plimsoll.ecosystem.SmallEconomy.BTC;
import static org.plimsoll.ecosystem.SmallEconomy.START_NS;
import static org.plimsoll.ecosystem.SmallEconomy.USD;
import static org.plimsoll.ecosystem.SmallEconomy.WALLET;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.ecosystem.Economy;
import org.plimsoll.ecosystem.SmallEconomy;
import org.plimsoll.ecosystem.agent.SmallSetting;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.ecosystem.world.WorldCause;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.protocol.CashCommand.MoveCustody;
import org.plimsoll.units.StateSource;
import org.plimsoll.units.StateWriter;

final class CustomersTest {
  private static final int DAYS = 24;
  private static final ArrivalTerms JULY =
      new ArrivalTerms(List.of(new ArrivalTerms.Month("2019-07", 31_000_000)), 0, 0, 30);
  private static final BeliefTerms CALM =
      new BeliefTerms(
          1.5,
          0.2,
          0.05,
          0.25,
          "",
          0,
          30,
          6,
          List.of(new BeliefTerms.News("leak", -0.3, 0), new BeliefTerms.News("letter", -0.5, 0)));

  @Test
  void what_comes_in_a_month_is_what_the_table_says() {
    Setting setting = setting(terms(CustomerClass.PASSIVE, JULY, CALM));
    SmallSetting.run(setting, 31 * DAYS);

    assertThat(dollars(setting.economy(), BANK)).isCloseTo(31e6, within(0.4e6));
    assertThat(setting.economy().ledger().sum(USD)).isZero();
  }

  @Test
  void dollars_arrive_at_the_affiliate_for_its_share() {
    CustomerTerms plain = terms(CustomerClass.PASSIVE, JULY, CALM);
    Setting setting = setting(withPlaces(plain, 0, 0.4));
    SmallSetting.run(setting, 31 * DAYS);

    double there = dollars(setting.economy(), SmallSetting.AFFILIATE);
    assertThat(there / 31e6).isCloseTo(0.4, within(0.1));
    assertThat(there + dollars(setting.economy(), BANK)).isCloseTo(31e6, within(0.4e6));
  }

  @Test
  void some_bring_coins() {
    Setting setting = setting(withPlaces(terms(CustomerClass.PASSIVE, JULY, CALM), 0.5, 0));
    SmallSetting.run(setting, 31 * DAYS);

    double coins = setting.economy().exchange().books().onHand(WALLET, BTC) / 1e8;
    assertThat(coins * 20_000 / 31e6).isCloseTo(0.5, within(0.1));
  }

  @Test
  void a_dollar_spent_on_the_brand_brings_what_the_terms_say() {
    ArrivalTerms brand = new ArrivalTerms(List.of(), 0, 2.5, 5);
    Setting setting = setting(terms(CustomerClass.PASSIVE, brand, CALM));
    WorldLedger ledger = setting.economy().ledger();
    int venue = ledger.open("venue");
    ledger.transfer(WorldCause.OPENING, USD, WorldLedger.OUTSIDE, venue, 4_000_000_000_000L);
    ledger.transfer(WorldCause.BRAND_SPENDING, USD, venue, WorldLedger.OUTSIDE, 4_000_000_000_000L);
    SmallSetting.run(setting, 60 * DAYS);

    assertThat(dollars(setting.economy(), BANK)).isCloseTo(10e6, within(0.1e6));
  }

  @Test
  void levered_customers_hold_what_their_leverage_says() {
    Setting setting = SmallSetting.create(3);
    makeMarkets(setting);
    CustomerTerms longs = withLeverage(terms(CustomerClass.SPOT_LONG, JULY, CALM), 2);
    CustomerTerms shorts = withLeverage(terms(CustomerClass.SPOT_SHORT, JULY, CALM), 1);
    SmallSetting.join(setting, new Customers(), "longs", longs);
    SmallSetting.join(setting, new Customers(), "shorts", shorts);
    SmallSetting.run(setting, 31 * DAYS);

    assertThat(balances(setting, "longs", BTC) / 1e8 * 20_000).isCloseTo(62e6, within(8e6));
    assertThat(balances(setting, "longs", USD) / 1e6).isCloseTo(-31e6, within(8e6));
    assertThat(balances(setting, "shorts", BTC) / 1e8 * 20_000).isCloseTo(-31e6, within(8e6));
  }

  @Test
  void perpetual_traders_are_on_both_sides() {
    Setting setting = SmallSetting.create(3);
    makeMarkets(setting);
    CustomerTerms terms = withLeverage(terms(CustomerClass.PERPETUAL, JULY, CALM), 3);
    SmallSetting.join(setting, new Customers(), "traders", terms);
    SmallSetting.run(setting, 31 * DAYS);

    long net = 0;
    long gross = 0;
    for (int i = 0; i < 100; i++) {
      long lots = setting.terminal("traders-" + i, "customers").positionLots(SmallEconomy.PERP);
      net += lots;
      gross += Math.abs(lots);
    }
    assertThat(gross / 1e4 * 20_000).isCloseTo(93e6, within(20e6));
    assertThat((double) Math.abs(net)).isLessThan(0.6 * gross);
  }

  @Test
  void nobody_runs_without_news_and_bad_news_empties_the_bank_in_order_of_doubt() {
    Setting setting = setting(terms(CustomerClass.PASSIVE, JULY, CALM));
    Economy economy = setting.economy();
    SmallSetting.run(setting, 31 * DAYS);
    double before = dollars(economy, BANK);
    // After the leak the middle believes 1.2, the most doubtful 1.0, all above 0.9375.
    economy.bulletin().post("leak", economy.simulation().nowNs(), 1);
    runUntil(economy, 33 * DAYS);
    assertThat(dollars(economy, BANK)).isGreaterThan(before * 0.99);
    // After the letter the middle believes 0.7, the most trusting 0.9: all leave.
    economy.bulletin().post("letter", economy.simulation().nowNs(), 1);
    runUntil(economy, 33 * DAYS + 6);
    double afterSixHours = dollars(economy, BANK) / before;
    runUntil(economy, 38 * DAYS);

    assertThat(afterSixHours).isBetween(0.2, 0.55);
    assertThat(dollars(economy, BANK)).isLessThan(before * 0.01);
    assertThat(economy.chronicle().flags()).extracting("kind").containsExactly("run");
  }

  @Test
  void a_cohort_that_has_brought_next_to_nothing_does_not_run() {
    Setting setting = setting(terms(CustomerClass.PASSIVE, JULY, CALM));
    Economy economy = setting.economy();
    SmallSetting.run(setting, 12);
    economy.bulletin().post("letter", economy.simulation().nowNs(), 2);
    runUntil(economy, 20);
    assertThat(economy.chronicle().flags()).isEmpty();
    runUntil(economy, 3 * DAYS);

    assertThat(economy.chronicle().flags())
        .extracting("text")
        .containsExactly("A tenth of cohort leaves, who had brought 1.02 m USD.");
  }

  @Test
  void of_a_cohort_in_doubt_only_those_below_the_threshold_leave() {
    BeliefTerms doubt = new BeliefTerms(0.9375, 0.2, 0.05, 0.25, "", 0, 30, 2, List.of());
    Setting setting = setting(terms(CustomerClass.PASSIVE, JULY, doubt));
    SmallSetting.run(setting, 31 * DAYS);

    long with = 0;
    for (int i = 0; i < 100; i++) {
      with += setting.terminal("cohort-" + i, "customers").balance(USD) > 0 ? 1 : 0;
    }
    assertThat(with).isBetween(35L, 65L);
  }

  @Test
  void who_wants_more_than_custody_has_stays_a_creditor() {
    Setting setting = setting(terms(CustomerClass.PASSIVE, JULY, CALM));
    Economy economy = setting.economy();
    SmallSetting.run(setting, 31 * DAYS);
    long there = economy.exchange().books().onHand(BANK, USD);
    economy.exchange().require(new MoveCustody(BANK, SmallSetting.AFFILIATE, USD, there / 2));
    economy.bulletin().post("letter", economy.simulation().nowNs(), 2);
    runUntil(economy, 40 * DAYS);

    assertThat(balances(setting, "cohort", USD) / 1e6).isGreaterThan(there / 2.2e6);
  }

  @Test
  void a_state_that_was_kept_goes_on_as_the_one_that_was_not() {
    Setting whole = setting(terms(CustomerClass.PASSIVE, JULY, CALM));
    SmallSetting.run(whole, 20 * DAYS);
    Setting kept = setting(terms(CustomerClass.PASSIVE, JULY, CALM));
    SmallSetting.run(kept, 9 * DAYS);
    StateWriter writer = new StateWriter(0);
    kept.economy().writeTo(writer);
    Setting restored = setting(terms(CustomerClass.PASSIVE, JULY, CALM));
    restored.economy().readFrom(new StateSource(writer.toBytes(), 0));
    runUntil(restored.economy(), 20 * DAYS);

    assertThat(restored.economy().hash()).isEqualTo(whole.economy().hash());
  }

  @Test
  void terms_that_make_no_sense_are_named() {
    CustomerTerms terms = withPlaces(terms(CustomerClass.PASSIVE, JULY, CALM), 1.5, 0);
    Setting setting = SmallSetting.create(1);
    assertThatThrownBy(() -> SmallSetting.join(setting, new Customers(), "cohort", terms))
        .hasMessageContaining("coin-share");
  }

  private static Setting setting(CustomerTerms terms) {
    Setting setting = SmallSetting.create(3);
    SmallEconomy.hourly(setting.economy(), _ -> 20_000_000_000_000L);
    SmallSetting.join(setting, new Customers(), "cohort", terms);
    return setting;
  }

  /// A maker with deep pockets, whose quotes rest for good.
  private static void makeMarkets(Setting setting) {
    Economy economy = setting.economy();
    SmallEconomy.hourly(economy, _ -> 20_000_000_000_000L);
    var maker = SmallEconomy.open(economy, "maker", 1_000_000_000, 50_000);
    for (int market : List.of(SmallEconomy.SPOT, SmallEconomy.PERP)) {
      maker.limit(market, org.plimsoll.units.Side.BUY, 1_999_900, 100_000_000);
      maker.limit(market, org.plimsoll.units.Side.SELL, 2_000_100, 100_000_000);
    }
  }

  private static void runUntil(Economy economy, long hours) {
    economy.simulation().runUntil(START_NS + hours * SmallEconomy.HOUR_NS);
  }

  private static double dollars(Economy economy, int place) {
    return economy.exchange().books().onHand(place, USD) / 1e6;
  }

  private static double balances(Setting setting, String cohort, int asset) {
    double sum = 0;
    for (int i = 0; i < 100; i++) {
      sum += setting.terminal(cohort + "-" + i, "customers").balance(asset);
    }
    return sum;
  }

  private static CustomerTerms terms(
      CustomerClass kind, ArrivalTerms arrivals, BeliefTerms belief) {
    String market = kind == CustomerClass.PERPETUAL ? "BTC-PERP" : "BTC/USD";
    return new CustomerTerms(
        "customers",
        kind,
        100,
        1,
        10,
        "BTC",
        0,
        market,
        0,
        0.5,
        "bank",
        "wallet",
        "affiliate",
        0,
        0,
        arrivals,
        belief);
  }

  private static CustomerTerms withPlaces(CustomerTerms it, double coins, double affiliate) {
    return new CustomerTerms(
        it.party(),
        it.kind(),
        it.accounts(),
        it.sizeDispersion(),
        it.visitsPerTick(),
        it.coin(),
        coins,
        it.market(),
        it.leverage(),
        it.longShare(),
        it.bank(),
        it.wallet(),
        it.affiliateBank(),
        affiliate,
        it.dailyWithdrawals(),
        it.arrivals(),
        it.belief());
  }

  private static CustomerTerms withLeverage(CustomerTerms it, double leverage) {
    return new CustomerTerms(
        it.party(),
        it.kind(),
        it.accounts(),
        it.sizeDispersion(),
        it.visitsPerTick(),
        it.coin(),
        it.coinShare(),
        it.market(),
        leverage,
        it.longShare(),
        it.bank(),
        it.wallet(),
        it.affiliateBank(),
        it.affiliateShare(),
        it.dailyWithdrawals(),
        it.arrivals(),
        it.belief());
  }
}
