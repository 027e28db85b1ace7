package org.plimsoll.ecosystem.agent.depositor;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.ecosystem.Economy;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.kernel.RandomStream;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.ecosystem.world.Instrument;
import org.plimsoll.units.Side;

/// Makes cohorts of customers.
public final class Customers implements AgentKind<CustomerTerms> {
  private static final int DOLLAR = 0;
  private static final int ACCOUNTS_MAX = 10_000;

  @Override
  public String name() {
    return "customers";
  }

  @Override
  public String about() {
    return "Customers of one class who bring money by a table, trade, and run when they believe"
        + " that others will (Goldstein and Pauzner 2005).";
  }

  @Override
  public Class<CustomerTerms> terms() {
    return CustomerTerms.class;
  }

  @Override
  public Agent create(Alarm alarm, Setting setting, String agent, CustomerTerms terms) {
    check(terms);
    Economy economy = setting.economy();
    Instrument dollar = economy.ledger().instruments().get(DOLLAR);
    int coin = setting.instrument(terms.coin());
    ArrivalFlow arrivals =
        new ArrivalFlow(terms.arrivals(), DOLLAR, dollar.amount(1), alarm.nowNs());
    economy.listen(arrivals);
    String token = terms.belief().token();
    int sign = token.isEmpty() ? -1 : setting.instrument(token);
    return new CustomerCohort(
        agent,
        alarm,
        setting.ticks(),
        terms,
        open(setting, agent, terms),
        cashier(setting, agent, terms, coin),
        habit(setting, agent, terms, coin),
        arrivals,
        new CoverageBelief(terms.belief(), economy.bulletin(), economy.prices(), sign),
        economy.prices(),
        coin,
        economy.chronicle(),
        economy.random(agent, "attention"));
  }

  private static void check(CustomerTerms terms) {
    require(terms.accounts() >= 1 && terms.accounts() <= ACCOUNTS_MAX, "accounts: 1 to 10,000");
    require(terms.sizeDispersion() >= 0, "size-dispersion: from 0");
    require(terms.visitsPerTick() >= 1, "visits-per-tick: from 1");
    require(isShare(terms.coinShare()), "coin-share: 0 to 1");
    require(isShare(terms.affiliateShare()), "affiliate-share: 0 to 1");
    require(isShare(terms.longShare()), "long-share: 0 to 1");
    require(isShare(terms.dailyWithdrawals()), "daily-withdrawals: 0 to 1");
    require(terms.leverage() >= 0, "leverage: from 0");
    require(terms.belief().attentionHours() > 0, "attention-hours: above 0");
    require(
        terms.belief().token().isEmpty() || terms.belief().tokenMemoryDays() > 0,
        "token-memory-days: above 0");
    require(
        terms.arrivals().dollarsPerBrandDollar() == 0 || terms.arrivals().brandMemoryDays() > 0,
        "brand-memory-days: above 0");
  }

  private static boolean isShare(double value) {
    return value >= 0 && value <= 1;
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException(what);
    }
  }

  private static List<Customer> open(Setting setting, String agent, CustomerTerms terms) {
    RandomStream sizes = setting.economy().random(agent, "sizes");
    double[] size = new double[terms.accounts()];
    double sum = 0;
    for (int i = 0; i < size.length; i++) {
      size[i] = StrictMath.exp(terms.sizeDispersion() * sizes.normal());
      sum += size[i];
    }
    List<Customer> customers = new ArrayList<>();
    for (int i = 0; i < size.length; i++) {
      customers.add(
          new Customer(
              setting.terminal(agent + "-" + i, terms.party()),
              size[i] / sum,
              2 * sizes.uniform() - 1,
              sizes.uniform() < terms.longShare() ? Side.BUY : Side.SELL));
    }
    return customers;
  }

  private static Cashier cashier(Setting setting, String agent, CustomerTerms terms, int coin) {
    boolean hasAffiliate = !terms.affiliateBank().isEmpty();
    Cashier.Places places =
        new Cashier.Places(
            terms.kind() == CustomerClass.LEVERAGED_TOKEN ? DOLLAR : coin,
            terms.coinShare(),
            setting.place(terms.bank()),
            setting.place(terms.wallet()),
            hasAffiliate ? setting.place(terms.affiliateBank()) : -1,
            hasAffiliate ? terms.affiliateShare() : 0);
    Economy economy = setting.economy();
    return new Cashier(
        economy.ledger(), economy.prices(), places, economy.random(agent, "deposits"));
  }

  private static Habit habit(Setting setting, String agent, CustomerTerms terms, int coin) {
    Instrument unit = setting.economy().ledger().instruments().get(coin);
    Instrument dollar = setting.economy().ledger().instruments().get(DOLLAR);
    double leverage = terms.leverage();
    return switch (terms.kind()) {
      case PASSIVE -> Habit.PASSIVE;
      case SPOT_LONG -> new SpotHabit(dealing(setting, agent, terms), coin, unit, dollar, leverage);
      case SPOT_SHORT ->
          new SpotHabit(dealing(setting, agent, terms), coin, unit, dollar, -leverage);
      case PERPETUAL ->
          new PerpetualHabit(dealing(setting, agent, terms), coin, unit, dollar, leverage);
      case LEVERAGED_TOKEN -> new LeveragedTokenHabit(coin, unit, dollar, leverage);
      case YIELD -> new YieldHabit();
    };
  }

  private static Dealing dealing(Setting setting, String agent, CustomerTerms terms) {
    int market = setting.market(terms.market());
    return new Dealing(setting.terminal(agent + "-0").listing(market));
  }
}
