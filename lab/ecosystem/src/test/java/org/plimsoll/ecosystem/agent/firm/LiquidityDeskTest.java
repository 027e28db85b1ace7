package org.plimsoll.ecosystem.agent.firm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.plimsoll.ecosystem.SmallEconomy.BANK;
import static org.plimsoll.ecosystem.SmallEconomy.BTC;
import static org.plimsoll.ecosystem.SmallEconomy.USD;
import static org.plimsoll.ecosystem.SmallEconomy.WALLET;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plimsoll.ecosystem.SmallEconomy;
import org.plimsoll.ecosystem.agent.SmallSetting;
import org.plimsoll.ecosystem.agent.desk.LineTerms;
import org.plimsoll.ecosystem.agent.desk.LineTerms.Spread;
import org.plimsoll.ecosystem.agent.desk.LineTerms.Station;
import org.plimsoll.ecosystem.agent.desk.WithdrawalDeskTerms;
import org.plimsoll.ecosystem.agent.desk.WithdrawalDesks;
import org.plimsoll.ecosystem.exchange.Exchange;
import org.plimsoll.ecosystem.exchange.Terminal;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.ecosystem.world.WorldCause;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.protocol.CashCommand.WithdrawAsset;
import org.plimsoll.protocol.ControlCommand.GrantPrivilege;
import org.plimsoll.protocol.ControlCommand.RevokePrivilege;
import org.plimsoll.protocol.Privilege;

/// A venue whose dollars its affiliate has taken: 60 million of a customer's 100 million. BTC costs
/// 20,000, and another customer has 2,000 of them there, worth 40 million. The market takes 48
/// million of BTC a day, 2 million an hour, at a loss of a hundredth.
final class LiquidityDeskTest {
  private static final long DOLLAR = 1_000_000;
  private static final long MILLION = 1_000_000 * DOLLAR;
  private static final long COIN = 100_000_000;

  /// What the market has taken after six ticks: the first round is four minutes long, five follow.
  private static final double SOLD = 5 * 2e6 + 2e6 / 15;

  private Setting setting;
  private WorldLedger ledger;
  private Exchange exchange;
  private Terminal saver;
  private Terminal holder;
  private int firm;

  @BeforeEach
  void set_up() {
    setting = SmallSetting.create(1);
    exchange = setting.economy().exchange();
    ledger = setting.economy().ledger();
    firm = ledger.open("firm");
    setting.nameHolder("firm", firm);
    SmallEconomy.hourly(setting.economy(), _ -> 20_000_000_000_000L);
    saver = SmallEconomy.open(setting.economy(), "saver", 100_000_000, 0);
    holder = SmallEconomy.open(setting.economy(), "holder", 0, 2_000);
    Terminal main = setting.terminal("firm", "firm");
    for (Privilege each : List.of(Privilege.ALLOW_NEGATIVE, Privilege.LIQUIDATION_EXEMPT)) {
      long line = each == Privilege.ALLOW_NEGATIVE ? 1_000 * MILLION : 0;
      exchange.require(new GrantPrivilege(main.account(), each, line, "test", "one", "other"));
    }
    exchange.require(new WithdrawAsset(main.account(), USD, 60 * MILLION, BANK));
    ledger.transfer(WorldCause.VENTURE, USD, firm, WorldLedger.OUTSIDE, 60 * MILLION);
    join();
  }

  @Test
  void the_firm_pays_back_with_its_own_coins_as_fast_as_the_market_takes_them() {
    own(1_000);
    saver.withdraw(USD, 100 * MILLION, BANK);
    SmallSetting.run(setting, 6);

    assertThat(sent(saver)).isCloseTo(40e6 + 0.99 * SOLD, within(1.0));
    assertThat(ledger.balance(firm, BTC) / 1e8).isCloseTo(1_000 - SOLD / 20_000, within(1e-3));
    assertThat(main().balance(USD) / 1e6).isCloseTo(0.99 * SOLD - 60e6, within(1.0));
    assertThat(exchange.books().onHand(WALLET, BTC)).isEqualTo(2_000 * COIN);
  }

  @Test
  void without_coins_of_its_own_the_firm_exchanges_the_venues_and_owes_them() {
    saver.withdraw(USD, 100 * MILLION, BANK);
    SmallSetting.run(setting, 6);

    double coins = SOLD / 20_000;
    assertThat(sent(saver)).isCloseTo(40e6 + 0.99 * SOLD, within(1.0));
    assertThat(exchange.books().onHand(WALLET, BTC) / 1e8).isCloseTo(2_000 - coins, within(1e-3));
    assertThat(main().balance(BTC) / 1e8).isCloseTo(-coins, within(1e-3));
    assertThat(main().balance(USD) / 1e6).isCloseTo(0.99 * SOLD - 60e6, within(1.0));
    assertThat(ledger.sum(BTC)).isZero();
    assertThat(ledger.sum(USD)).isZero();
  }

  @Test
  void what_somebody_waits_for_is_not_exchanged_for_what_others_wait_for() {
    saver.withdraw(USD, 100 * MILLION, BANK);
    holder.withdraw(BTC, 2_000 * COIN, WALLET);
    SmallSetting.run(setting, 6);

    assertThat(ledger.balance(holder.holder(), BTC)).isEqualTo(2_000 * COIN);
    assertThat(ledger.balance(saver.holder(), USD)).isEqualTo(40 * MILLION);
  }

  @Test
  void without_a_credit_line_nothing_of_the_venues_is_exchanged() {
    for (Privilege each : List.of(Privilege.ALLOW_NEGATIVE, Privilege.LIQUIDATION_EXEMPT)) {
      exchange.require(new RevokePrivilege(main().account(), each, "test", "one", "other"));
    }
    saver.withdraw(USD, 100 * MILLION, BANK);
    SmallSetting.run(setting, 6);

    assertThat(exchange.books().onHand(WALLET, BTC)).isEqualTo(2_000 * COIN);
    assertThat(ledger.balance(saver.holder(), USD)).isEqualTo(40 * MILLION);
  }

  @Test
  void a_firm_brings_no_more_than_it_owes() {
    own(4_000);
    main().ask(new WithdrawAsset(main().account(), BTC, 2_000 * COIN, WALLET));
    holder.withdraw(BTC, 2_000 * COIN, WALLET);
    SmallSetting.run(setting, 2);

    // It owes the coins, and brings them as they are: no market is asked.
    assertThat(ledger.balance(holder.holder(), BTC)).isEqualTo(2_000 * COIN);
    assertThat(ledger.balance(firm, BTC)).isEqualTo(4_000 * COIN);
    assertThat(main().balance(BTC)).isZero();
  }

  private double sent(Terminal customer) {
    return ledger.balance(customer.holder(), USD) / 1e6;
  }

  private Terminal main() {
    return setting.terminal("firm");
  }

  private void own(long coins) {
    ledger.transfer(WorldCause.OPENING, BTC, WorldLedger.OUTSIDE, firm, coins * COIN);
  }

  private void join() {
    LineTerms line =
        new LineTerms(List.of(new Station("all", 1, 1)), 1_000, Spread.FIXED, false, 1);
    SmallSetting.join(
        setting,
        new WithdrawalDesks(),
        "desk",
        new WithdrawalDeskTerms(
            line, 1, 0, 1_000, List.of("bank", "wallet"), "operator", "second"));
    SmallSetting.join(
        setting,
        LiquidityDesk.KIND,
        "liquidity",
        new LiquidityDesk.Terms(
            "firm",
            "firm",
            "bank",
            List.of(new LiquidityDesk.Outlet("BTC", "wallet", 48_000_000, 0.01))));
  }
}
