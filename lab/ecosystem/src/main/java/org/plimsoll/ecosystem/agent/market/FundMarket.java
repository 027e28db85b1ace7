package org.plimsoll.ecosystem.agent.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.ecosystem.Economy;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.kernel.RandomStream;
import org.plimsoll.ecosystem.outcome.Flag;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.ConstructedKind;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// An auction a step, in which noise traders and leveraged funds meet: the leverage cycle of
/// Thurner, Farmer and Geanakoplos 2012 with parties who really have what they trade.
///
/// The closed-book twin is [org.plimsoll.solvency.cycle.LeverageCycle]; the two share no code. Here
/// the price is found by asking everybody what he wants at one price after another, outward from
/// the last, as a caller of auctions does.
public final class FundMarket implements Agent {
  /// How scenario files name it.
  public static final AgentKind<Terms> KIND =
      new ConstructedKind<>(
          "fund-market",
          "Auctions shares among noise traders and leveraged funds (Thurner et al. 2012).",
          Terms.class,
          FundMarket::new);

  private final Alarm alarm;
  private final String name;
  private final Terms terms;
  private final Economy economy;
  private final WorldLedger ledger;
  private final RandomStream random;
  private final List<LeveragedFund> funds = new ArrayList<>();
  private final List<Double> prices = new ArrayList<>();
  private final int share;
  private final int debt;
  private final int noise;
  private final int lender;
  private final double shareUnit;
  private final double dollarUnit;
  private double distance;
  private double price;
  private int defaults;

  /// What it is asked for.
  ///
  /// @param share the asset that is traded, none of the venue's
  /// @param debt the instrument that funds owe their lender in
  /// @param noise the party of the noise traders, who have all shares at first
  /// @param lender the party who lends to the funds
  /// @param funds those who trade by the worth of a share
  /// @param worth of a share in dollars, positive
  /// @param shares that there are, positive
  /// @param persistence the part of the noise traders' distance that is left a step later
  /// @param deviation of the logarithm of their demand in a step, not negative
  /// @param leverageCap what the lender allows, assets over wealth, positive
  /// @param startWealth of a fund in dollars, positive
  /// @param ruin the part of it at which a fund gives up, from 0 to below 1
  /// @param absence steps until it is back, positive
  /// @param investors how the funds' investors move
  /// @param stepMinutes from one auction to the next, positive
  public record Terms(
      String share,
      String debt,
      String noise,
      String lender,
      List<FundTerms> funds,
      double worth,
      double shares,
      double persistence,
      double deviation,
      double leverageCap,
      double startWealth,
      double ruin,
      int absence,
      Investors investors,
      double stepMinutes) {
    /// Takes a copy and checks the bounds.
    public Terms {
      funds = List.copyOf(funds);
      Require.positive("worth", worth);
      Require.positive("shares", shares);
      Require.share("persistence", persistence);
      Require.notNegative("deviation", deviation);
      Require.positive("leverage-cap", leverageCap);
      Require.positive("start-wealth", startWealth);
      Require.share("ruin", ruin);
      Require.holds(absence > 0, "absence", absence, "must be positive");
      Require.positive("step-minutes", stepMinutes);
    }
  }

  /// A fund.
  ///
  /// @param party that is the fund, with its start wealth in dollars outside
  /// @param aggressiveness leverage that it wants per unit of mispricing, positive
  public record FundTerms(String party, double aggressiveness) {
    /// Checks the bound.
    public FundTerms {
      Require.positive("aggressiveness", aggressiveness);
    }
  }

  /// Investors who follow performance.
  ///
  /// @param smoothing weight of the newest return in the average that they look at, 0 to 1
  /// @param sensitivity part of the fund's wealth that moves per unit of return above the benchmark
  /// @param benchmark return per step
  public record Investors(double smoothing, double sensitivity, double benchmark) {
    /// Checks the bounds.
    public Investors {
      Require.share("smoothing", smoothing);
      Require.notNegative("sensitivity", sensitivity);
    }
  }

  FundMarket(Alarm alarm, Setting setting, String name, Terms terms) {
    this.alarm = alarm;
    this.name = name;
    this.terms = terms;
    economy = setting.economy();
    ledger = economy.ledger();
    random = setting.economy().random(name, "noise");
    share = setting.instrument(terms.share());
    debt = setting.instrument(terms.debt());
    noise = setting.holder(terms.noise());
    lender = setting.holder(terms.lender());
    shareUnit = StrictMath.pow(10, ledger.instruments().get(share).decimals());
    dollarUnit = StrictMath.pow(10, ledger.instruments().getFirst().decimals());
    for (FundTerms fund : terms.funds()) {
      int holder = setting.holder(fund.party());
      funds.add(new LeveragedFund(this, holder, fund.aggressiveness()));
    }
    price = terms.worth();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    sleep();
  }

  @Override
  public void wake(long nowNs) {
    funds.forEach(LeveragedFund::returnIfDue);
    distance = terms.persistence() * distance + terms.deviation() * random.normal();
    double demand = terms.worth() * terms.shares() * StrictMath.exp(distance);
    double last = price;
    price = new PriceSearch(each -> excess(demand, each)).from(last);
    funds.forEach(fund -> fund.settle(last, price));
    prices.add(price);
    tell(nowNs);
    sleep();
  }

  /// Makes the price public: to the price board, and on the bulletin in billionths.
  private void tell(long nowNs) {
    long priceE9 = StrictMath.round(price * 1e9);
    economy.prices().set(share, priceE9);
    economy.bulletin().post(name, nowNs, priceE9);
  }

  /// What all want beyond what there is at a price, in dollars.
  private double excess(double demand, double price) {
    double wanted = demand;
    for (LeveragedFund fund : funds) {
      wanted += fund.demand(price);
    }
    return wanted - terms.shares() * price;
  }

  private void sleep() {
    alarm.at(alarm.nowNs() + (long) (terms.stepMinutes() * 60e9));
  }

  /// Returns the price of every step so far.
  List<Double> prices() {
    return List.copyOf(prices);
  }

  /// Returns how many funds have given up so far.
  int defaults() {
    return defaults;
  }

  void onDefault() {
    defaults++;
    String text = "a fund of " + name + " gives up";
    economy.chronicle().add(new Flag(alarm.nowNs(), "default", text, Optional.empty()));
  }

  Terms terms() {
    return terms;
  }

  WorldLedger ledger() {
    return ledger;
  }

  int share() {
    return share;
  }

  int debt() {
    return debt;
  }

  int noise() {
    return noise;
  }

  int lender() {
    return lender;
  }

  double dollars(long shareUnits, double price) {
    return shareUnits / shareUnit * price;
  }

  double ledgerDollars(long units) {
    return units / dollarUnit;
  }

  long units(double shares) {
    return (long) (shares * shareUnit);
  }

  /// Whole units of account for shares at a price, to the nearest.
  long money(long shareUnits, double price) {
    return StrictMath.round(shareUnits / shareUnit * price * dollarUnit);
  }

  @Override
  public void writeTo(StateSink sink) {
    random.writeTo(sink);
    sink.add(Double.doubleToRawLongBits(distance)).add(Double.doubleToRawLongBits(price));
    sink.add(defaults).add(prices.size());
    prices.forEach(each -> sink.add(Double.doubleToRawLongBits(each)));
    funds.forEach(fund -> fund.writeTo(sink));
  }

  @Override
  public void readFrom(StateSource source) {
    random.readFrom(source);
    distance = Double.longBitsToDouble(source.number());
    price = Double.longBitsToDouble(source.number());
    defaults = source.count(Integer.MAX_VALUE);
    prices.clear();
    int count = source.count();
    for (int i = 0; i < count; i++) {
      prices.add(Double.longBitsToDouble(source.number()));
    }
    funds.forEach(fund -> fund.readFrom(source));
  }
}
