package org.plimsoll.ecosystem.agent.firm;

import java.util.List;
import java.util.Optional;
import org.plimsoll.ecosystem.Economy;
import org.plimsoll.ecosystem.exchange.Exchange;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.outcome.Flag;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.ConstructedKind;
import org.plimsoll.ecosystem.scenario.Plan;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.ecosystem.world.Appraiser;
import org.plimsoll.ecosystem.world.WorldCause;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.VenueAccount;
import org.plimsoll.protocol.CashCommand.PayFromFees;
import org.plimsoll.protocol.ControlCommand.GrantPrivilege;
import org.plimsoll.protocol.LiquidationCommand.ContributeCapital;
import org.plimsoll.protocol.LossBearer;
import org.plimsoll.protocol.Privilege;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// The venue's operator: grants privileges on their day, raises equity, and publishes each week
/// what fees came in, what was burned, and what the venue says that it is worth.
public final class VenueOffice implements Agent {
  /// How scenario files name it.
  public static final AgentKind<Terms> KIND =
      new ConstructedKind<>(
          "venue-office",
          "Grants privileges, raises equity and publishes the venue's weekly figures.",
          Terms.class,
          VenueOffice::new);

  private static final long WEEK_NS = 7 * Rounds.DAY_NS;

  private final Alarm alarm;
  private final String name;
  private final Terms terms;
  private final Setting setting;
  private final Economy economy;
  private final Exchange exchange;
  private final Appraiser appraiser;
  private final int investors;
  private long fees;
  private long publishedFees;
  private int granted;
  private int raised;

  /// What it is asked for.
  ///
  /// @param investors party that pays for equity; it has what it pays
  /// @param place custody location where their money arrives
  /// @param grants of privileges, in order of time
  /// @param raises of equity, in order of time
  /// @param owner party to whom running costs are paid, which spends them
  /// @param costShare running costs as a fraction of fees, 0 to 1
  /// @param brandShare of the costs that is spent on brands, 0 to 1
  /// @param costPlace custody location that pays them
  public record Terms(
      String investors,
      String place,
      List<Grant> grants,
      List<Raise> raises,
      String owner,
      double costShare,
      double brandShare,
      String costPlace) {
    /// Takes copies.
    public Terms {
      grants = List.copyOf(grants);
      raises = List.copyOf(raises);
    }
  }

  /// A privilege.
  ///
  /// @param date when
  /// @param account name of the account
  /// @param party whose it is
  /// @param beside the account that it is a subaccount of; itself for a main one
  /// @param privilege which
  /// @param dollars the credit line of `ALLOW_NEGATIVE`; 0 for the others
  /// @param reason in a word
  /// @param granter role of who grants it
  /// @param secondGranter role of who else does
  public record Grant(
      String date,
      String account,
      String party,
      String beside,
      Privilege privilege,
      double dollars,
      String reason,
      String granter,
      String secondGranter) {}

  /// Equity raised.
  ///
  /// @param date when
  /// @param dollars how much
  public record Raise(String date, double dollars) {}

  VenueOffice(Alarm alarm, Setting setting, String name, Terms terms) {
    this.alarm = alarm;
    this.name = name;
    this.terms = terms;
    this.setting = setting;
    economy = setting.economy();
    exchange = economy.exchange();
    appraiser = new Appraiser(economy.ledger(), economy.prices());
    investors = setting.holder(terms.investors());
    exchange.listen((cause, asset, _, _, amount) -> {
      if (asset == 0 && (cause == Cause.TAKER_FEE || cause == Cause.MAKER_FEE)) {
        fees += amount;
      }
    });
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    wake(alarm.nowNs());
  }

  @Override
  public void wake(long nowNs) {
    while (granted < terms.grants().size() && isPast(terms.grants().get(granted).date(), nowNs)) {
      grant(nowNs, terms.grants().get(granted++));
    }
    while (raised < terms.raises().size() && isPast(terms.raises().get(raised).date(), nowNs)) {
      raise(terms.raises().get(raised++).dollars());
    }
    spend(fees - publishedFees);
    publish(nowNs);
    alarm.at(nowNs + WEEK_NS);
  }

  private static boolean isPast(String date, long nowNs) {
    return Plan.timeNs(date) <= nowNs;
  }

  private void grant(long nowNs, Grant grant) {
    var terminal = setting.terminal(grant.account(), grant.beside(), grant.party());
    exchange.require(
        new GrantPrivilege(
            terminal.account(),
            grant.privilege(),
            appraiser.money(grant.dollars()),
            grant.reason(),
            grant.granter(),
            grant.secondGranter()));
    String text = grant.account() + " is granted " + grant.privilege();
    economy.chronicle().add(new Flag(nowNs, "privilege", text, Optional.empty()));
  }

  private void raise(double dollars) {
    long money = appraiser.money(dollars);
    economy.ledger().transfer(WorldCause.EQUITY_RAISED, 0, WorldLedger.OUTSIDE, investors, money);
    ContributeCapital paid =
        new ContributeCapital(LossBearer.CAPITAL, 0, money, setting.place(terms.place()));
    if (!exchange.askPaidBy(investors, paid)) {
      throw new IllegalStateException("equity was refused: " + exchange.refusal());
    }
  }

  /// Pays what the week has cost, which is nothing in a week in which custody has it not.
  private void spend(long earned) {
    long cost = Math.round(terms.costShare() * earned);
    int owner = setting.holder(terms.owner());
    PayFromFees paid =
        new PayFromFees(
            0, cost, setting.place(terms.costPlace()), "costs", "operator", "second-operator");
    if (cost > 0 && exchange.askPaidBy(owner, paid)) {
      long brands = Math.round(terms.brandShare() * cost);
      economy.ledger().transfer(WorldCause.BRAND_SPENDING, 0, owner, WorldLedger.OUTSIDE, brands);
      economy
          .ledger()
          .transfer(WorldCause.RUNNING_COST, 0, owner, WorldLedger.OUTSIDE, cost - brands);
    }
  }

  private void publish(long nowNs) {
    post("weekly-fees", nowNs, appraiser.units(fees - publishedFees));
    publishedFees = fees;
    post("burned-tokens", nowNs, burned());
    post("believed-equity", nowNs, equity());
  }

  private void post(String topic, long nowNs, double value) {
    economy.bulletin().post(topic, nowNs, Math.round(value));
  }

  private double burned() {
    return exchange
        .books()
        .exchangeToken()
        .map(token -> exchange.books().asset(token.asset()).decimals())
        .map(decimals -> exchange.books().burned() / StrictMath.pow(10, decimals))
        .orElse(0.0);
  }

  private double equity() {
    long sum = 0;
    for (VenueAccount account : VenueAccount.values()) {
      sum += exchange.books().venueBalance(account, 0);
    }
    return appraiser.units(sum);
  }

  @Override
  public void writeTo(StateSink sink) {
    sink.add(fees).add(publishedFees).add(granted).add(raised);
  }

  @Override
  public void readFrom(StateSource source) {
    fees = source.number();
    publishedFees = source.number();
    granted = source.within(0, terms.grants().size());
    raised = source.within(0, terms.raises().size());
  }
}
