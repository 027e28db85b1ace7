package org.plimsoll.ecosystem.agent.firm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.plimsoll.ecosystem.SmallEconomy.BANK;
import static org.plimsoll.ecosystem.SmallEconomy.BTC;
import static org.plimsoll.ecosystem.SmallEconomy.PERP;
import static org.plimsoll.ecosystem.SmallEconomy.SPOT;
import static org.plimsoll.ecosystem.SmallEconomy.USD;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plimsoll.ecosystem.SmallEconomy;
import org.plimsoll.ecosystem.agent.SmallSetting;
import org.plimsoll.ecosystem.exchange.Terminal;
import org.plimsoll.ecosystem.scenario.Plan;
import org.plimsoll.ecosystem.scenario.Plan.Point;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.ecosystem.world.WorldCause;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.protocol.CashCommand.SetWithdrawalPolicy;
import org.plimsoll.protocol.ControlCommand.GrantPrivilege;
import org.plimsoll.protocol.Privilege;
import org.plimsoll.protocol.WithdrawalMode;
import org.plimsoll.units.Side;

/// Each agent of the firm alone, in the small economy, where BTC costs 20,000.
final class FirmTest {
  private static final long DOLLAR = 1_000_000;
  private static final String START = "2019-07-01";

  private Setting setting;
  private WorldLedger ledger;
  private int firm;

  @BeforeEach
  void set_up() {
    setting = SmallSetting.create(1);
    ledger = setting.economy().ledger();
    firm = party("firm", 1_000);
    SmallEconomy.hourly(setting.economy(), _ -> 20_000_000_000_000L);
  }

  @Test
  void a_treasury_with_privileges_pays_with_customers_money_what_its_own_does_not_cover() {
    customers(5_000);
    grant(Privilege.ALLOW_NEGATIVE, 10_000);
    grant(Privilege.LIQUIDATION_EXEMPT, 0);
    SmallSetting.join(setting, Treasury.KIND, "treasury", treasury(3_000));
    SmallSetting.run(setting, 2);

    assertThat(ledger.balance(firm, USD)).isZero();
    assertThat(main().balance(USD)).isEqualTo(-2_000 * DOLLAR);
    assertThat(setting.economy().exchange().books().onHand(BANK, USD)).isEqualTo(3_000 * DOLLAR);
  }

  @Test
  void a_treasury_without_them_pays_what_it_has_and_no_more() {
    customers(5_000);
    SmallSetting.join(setting, Treasury.KIND, "treasury", treasury(3_000));
    SmallSetting.run(setting, 2);

    assertThat(ledger.balance(firm, USD)).isZero();
    assertThat(main().balance(USD)).isZero();
    assertThat(setting.economy().exchange().books().onHand(BANK, USD)).isEqualTo(5_000 * DOLLAR);
  }

  @Test
  void a_treasury_asks_for_nothing_at_a_venue_that_has_stopped_withdrawals() {
    customers(5_000);
    grant(Privilege.ALLOW_NEGATIVE, 10_000);
    grant(Privilege.LIQUIDATION_EXEMPT, 0);
    stopWithdrawals();
    SmallSetting.join(setting, Treasury.KIND, "treasury", treasury(3_000));
    SmallSetting.run(setting, 2);

    assertThat(main().pending(USD)).isZero();
    assertThat(main().balance(USD)).isZero();
    assertThat(setting.economy().exchange().books().withdrawals(USD)).isEmpty();
  }

  @Test
  void a_treasury_without_them_takes_as_much_as_its_collateral_carries() {
    customers(50_000);
    ledger.transfer(WorldCause.OPENING, BTC, WorldLedger.OUTSIDE, firm, 100_000_000);
    assertThat(main().deposit(BTC, 100_000_000, SmallEconomy.WALLET)).isTrue();
    SmallSetting.join(setting, Treasury.KIND, "treasury", treasury(30_000));
    SmallSetting.run(setting, 2);

    // 1 BTC counts 19,000, and a debt in dollars takes 1.1 of its size: 17,272.73.
    assertThat(main().balance(USD) / 1e6).isCloseTo(-17_272, within(30.0));
    assertThat(ledger.balance(firm, USD)).isZero();
  }

  @Test
  void longs_hold_a_multiple_of_the_kelly_fraction() {
    SmallSetting.join(setting, Longs.KIND, "longs", longs(1));
    SmallSetting.run(setting, 2);

    // Kelly: 0.4 a year over 0.8 squared is 0.625 of 1,000 dollars.
    assertThat(ledger.balance(firm, BTC) / 1e8 * 20_000).isCloseTo(625, within(1e-3));
  }

  @Test
  void longs_that_stake_twice_as_much_are_bounded_by_their_cash() {
    SmallSetting.join(setting, Longs.KIND, "longs", longs(2));
    SmallSetting.run(setting, 2);

    assertThat(ledger.balance(firm, USD)).isZero();
  }

  @Test
  void an_edge_of_a_basis_point_that_decays_in_400_days_is_best_left_after_644() {
    assertThat(edge(true).stopDays()).isCloseTo(643.775, within(1e-3));
  }

  @Test
  void a_desk_pulls_its_quotes_at_a_tick_and_quotes_its_edge_around_the_index() {
    assertThat(main().deposit(USD, 1_000 * DOLLAR, BANK)).isTrue();
    SmallSetting.join(setting, DecayingEdge.KIND, "desk", edge(true));
    SmallSetting.run(setting, 2);
    assertThat(main().openOrders()).isZero();
    setting.economy().simulation().runUntil(Plan.timeNs("2019-07-01T02:00:10Z"));

    assertThat(main().openOrders()).isEqualTo(2);
    assertThat(main().bestTicks(PERP, Side.BUY)).isEqualTo(1_999_800);
    assertThat(main().bestTicks(PERP, Side.SELL)).isEqualTo(2_000_200);
  }

  @Test
  void a_desk_whose_cost_is_above_its_edge_stops_unless_its_volume_is_wanted() {
    assertThat(main().deposit(USD, 1_000 * DOLLAR, BANK)).isTrue();
    SmallSetting.join(setting, DecayingEdge.KIND, "stops", edge(false));
    SmallSetting.run(setting, 2);

    assertThat(main().openOrders()).isZero();
    assertThat(setting.economy().chronicle().flags().getFirst().kind()).isEqualTo("stop-day");
  }

  @Test
  void a_supporter_bids_at_the_announced_price_until_its_money_is_gone() {
    PriceSupporter.Bid bid = new PriceSupporter.Bid(START, "2019-08-01", 19_000, 400);
    SmallSetting.join(
        setting,
        PriceSupporter.KIND,
        "supporter",
        new PriceSupporter.Terms("firm", "firm", "BTC/USD", "bank", 0.9, -1, 0, List.of(bid)));
    SmallSetting.run(setting, 1);

    assertThat(main().bestTicks(SPOT, Side.BUY)).isEqualTo(1_900_000);
    assertThat(main().balance(USD)).isEqualTo(400 * DOLLAR);
    assertThat(ledger.balance(firm, USD)).isEqualTo(600 * DOLLAR);
  }

  @Test
  void what_is_sold_to_an_announced_bid_while_it_rests_counts_against_it() {
    PriceSupporter.Bid bid = new PriceSupporter.Bid(START, "2019-08-01", 19_000, 400);
    SmallSetting.join(
        setting,
        PriceSupporter.KIND,
        "supporter",
        new PriceSupporter.Terms("firm", "firm", "BTC/USD", "bank", 0.9, -1, 0, List.of(bid)));
    Terminal seller = SmallEconomy.open(setting.economy(), "seller", 0, 1);
    SmallSetting.run(setting, 1);
    seller.market(SPOT, Side.SELL, 100);
    setting.economy().simulation().runUntil(SmallEconomy.START_NS + 3 * SmallEconomy.HOUR_NS);

    // A hundredth of a coin, less the fee, for 190 dollars; nothing is brought in their place.
    assertThat(main().balance(BTC)).isEqualTo(999_800);
    assertThat(main().balance(USD)).isEqualTo(210 * DOLLAR);
    assertThat(ledger.balance(firm, USD)).isEqualTo(600 * DOLLAR);
  }

  @Test
  void payments_are_spread_over_their_days_and_wait_for_money() {
    UseBook uses =
        new UseBook(
            setting,
            firm,
            List.of(new UseBook.Use(START, "2019-07-11", "property", "outside", "", 2_000)));
    long halfway = Plan.timeNs("2019-07-06");
    assertThat(uses.due(halfway)).isEqualTo(1_000 * DOLLAR);
    uses.pay(halfway, 700 * DOLLAR);

    assertThat(uses.due(halfway)).isEqualTo(300 * DOLLAR);
    assertThat(ledger.balance(firm, USD)).isEqualTo(300 * DOLLAR);
  }

  @Test
  void insiders_pay_only_out_of_what_they_have() {
    SmallSetting.join(
        setting,
        Spender.KIND,
        "insiders",
        new Spender.Terms(
            "firm", List.of(new UseBook.Use(START, START, "property", "outside", "", 5_000))));
    SmallSetting.run(setting, 2);

    assertThat(ledger.balance(firm, USD)).isZero();
  }

  private Terminal main() {
    return setting.terminal("firm", "firm");
  }

  private void customers(long dollars) {
    int customer = party("customer", dollars);
    Terminal terminal = setting.terminal("customer", "customer");
    assertThat(terminal.holder()).isEqualTo(customer);
    assertThat(terminal.deposit(USD, dollars * DOLLAR, BANK)).isTrue();
  }

  private int party(String name, long dollars) {
    int holder = ledger.open(name);
    setting.nameHolder(name, holder);
    ledger.transfer(WorldCause.OPENING, USD, WorldLedger.OUTSIDE, holder, dollars * DOLLAR);
    return holder;
  }

  private void grant(Privilege privilege, long dollars) {
    setting
        .economy()
        .exchange()
        .require(
            new GrantPrivilege(
                main().account(), privilege, dollars * DOLLAR, "test", "one", "another"));
  }

  private void stopWithdrawals() {
    setting
        .economy()
        .exchange()
        .require(new SetWithdrawalPolicy(USD, WithdrawalMode.GATED, 0, "test", "one", "another"));
  }

  private static Treasury.Terms treasury(double dollars) {
    return new Treasury.Terms(
        "firm",
        List.of(new Point(START, 0)),
        0.1,
        START,
        "2020-01-01",
        0,
        false,
        0,
        List.of(),
        0,
        List.of(new VenueDraws.Source("firm", "firm", "USD", "bank", 0)),
        List.of(new UseBook.Use(START, START, "venture", "outside", "", dollars)));
  }

  private static Longs.Terms longs(double multiple) {
    return new Longs.Terms(
        "firm",
        List.of(new Longs.Bet("BTC", 1)),
        List.of(new Point(START, 0.4)),
        0.8,
        multiple,
        "BTC",
        0,
        List.of(new Point(START, 1e9)),
        7,
        0.01,
        true);
  }

  private static DecayingEdge.Terms edge(boolean stays) {
    return new DecayingEdge.Terms(
        "firm",
        "firm",
        "firm",
        "BTC-PERP",
        0.0001,
        400,
        stays ? 0.00002 : 0.0002,
        0.00001,
        List.of(new Point(START, 1_000)),
        stays,
        1);
  }
}
