package org.plimsoll.ecosystem.agent.lender;

import java.util.Optional;
import org.plimsoll.ecosystem.Economy;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.outcome.Flag;
import org.plimsoll.ecosystem.scenario.Plan;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.ecosystem.world.Appraiser;
import org.plimsoll.ecosystem.world.Instrument.Kind;
import org.plimsoll.ecosystem.world.LoanBook;
import org.plimsoll.ecosystem.world.WorldCause;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.ecosystem.world.WorldListener;
import org.plimsoll.solvency.clearing.Clearing;
import org.plimsoll.solvency.clearing.ClearingSolver;
import org.plimsoll.solvency.clearing.DefaultCosts;
import org.plimsoll.solvency.clearing.NetworkBuilder;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Works out on one day what every creditor of a group of firms will get: what a firm has, with
/// what others pay it, goes to its creditors by rank, and a failure costs a part of it. What
/// lenders have written off is claimed here all the same. Nothing is paid.
///
/// It posts, in millionths, what each firm pays of its debts (`recovery-PARTY`) and what each fund
/// loses of its assets (`loss-PARTY`).
final class EstateClearing implements Agent, WorldListener {
  private static final double MILLION = 1e6;
  private static final int DEPOSITORS = 0;

  private final Alarm alarm;
  private final String name;
  private final Estates terms;
  private final Economy economy;
  private final WorldLedger ledger;
  private final Appraiser appraiser;
  private final int[] holders;
  private final int deposits;
  private final int debt;

  /// What a debtor's creditors have written off, by debtor and creditor.
  private final long[] writtenOff;

  EstateClearing(Alarm alarm, Setting setting, String name, Estates terms) {
    this.alarm = alarm;
    this.name = name;
    this.terms = terms;
    economy = setting.economy();
    ledger = economy.ledger();
    appraiser = new Appraiser(ledger, economy.prices());
    holders = terms.parties().stream().mapToInt(setting::holder).toArray();
    deposits = setting.instrument(terms.deposits());
    debt = setting.instrument(terms.debt());
    writtenOff = new long[holders.length * holders.length];
    terms.funds().forEach(each -> require(setting, each));
    economy.listen(this);
  }

  private void require(Setting setting, Estates.Fund fund) {
    if (node(setting.holder(fund.name())) < 0 || node(setting.holder(fund.lender())) < 0) {
      throw new IllegalArgumentException("funds: " + fund.name() + " and its lender are parties");
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    alarm.at(Plan.timeNs(terms.date()));
  }

  /// Hears what is written off: the debt goes from the lender to the borrower, who owes it less.
  @Override
  public void onTransfer(WorldCause cause, int instrument, int from, int to, long amount) {
    if (cause == WorldCause.DEFAULT_LOSS
        && instrument == debt
        && node(from) >= 0
        && node(to) >= 0) {
      writtenOff[node(to) * holders.length + node(from)] += amount;
    }
  }

  @Override
  public void wake(long nowNs) {
    NetworkBuilder network = new NetworkBuilder(holders.length, terms.depositorsFirst() ? 2 : 1);
    for (int node = 0; node < holders.length; node++) {
      network.asset(node, assets(holders[node]));
      network.external(node, DEPOSITORS, Math.max(0, ownDepositors(node)));
    }
    addLoans(network);
    terms
        .funds()
        .forEach(each ->
            network.debt(node(each.lender()), node(each.name()), DEPOSITORS, deposit(each)));
    Clearing clearing =
        ClearingSolver.clear(network.build(), new DefaultCosts(terms.kept(), terms.keptOfClaims()));
    for (int node = 0; node < holders.length; node++) {
      tell(nowNs, node, clearing);
    }
    terms.funds().forEach(each -> tellLoss(nowNs, each, clearing));
  }

  private void addLoans(NetworkBuilder network) {
    int rank = terms.depositorsFirst() ? 1 : 0;
    LoanBook loans = economy.loans();
    for (int loan = 0; loan < loans.count(); loan++) {
      LoanBook.Terms agreed = loans.terms(loan);
      int from = node(agreed.borrower());
      int to = node(agreed.lender());
      if (from >= 0 && to >= 0) {
        double secured = units(appraiser.worth(agreed.collateral(), loans.pledged(loan)));
        network.securedDebt(from, to, rank, units(loans.principal(loan)), secured);
      }
    }
    for (int from = 0; from < holders.length; from++) {
      for (int to = 0; to < holders.length; to++) {
        if (writtenOff[from * holders.length + to] > 0) {
          network.debt(from, to, rank, units(writtenOff[from * holders.length + to]));
        }
      }
    }
  }

  private double assets(int holder) {
    long sum = 0;
    for (int each = 0; each < ledger.instruments().size(); each++) {
      sum +=
          ledger.instruments().get(each).kind() == Kind.OWED ? 0 : appraiser.worthOf(holder, each);
    }
    return units(sum);
  }

  /// Returns what a lender owes depositors who are none of the parties.
  private double ownDepositors(int node) {
    double owed = -units(Math.min(0, ledger.balance(holders[node], deposits)));
    for (Estates.Fund fund : terms.funds()) {
      owed -= node(fund.lender()) == node ? deposit(fund) : 0;
    }
    return owed;
  }

  private double deposit(Estates.Fund fund) {
    return units(Math.max(0, ledger.balance(holders[node(fund.name())], deposits)));
  }

  private void tell(long nowNs, int node, Clearing clearing) {
    String party = terms.parties().get(node);
    long recovery = StrictMath.round(clearing.recovery(node) * MILLION);
    economy.bulletin().post("recovery-" + party, nowNs, recovery);
    if (clearing.isDefault(node)) {
      flag(
          nowNs,
          "estate",
          party
              + " pays "
              + percent(clearing.recovery(node))
              + " of what it owes; it falls in round "
              + clearing.roundOfDefault(node)
              + ".");
    }
  }

  private void tellLoss(long nowNs, Estates.Fund fund, Clearing clearing) {
    int lender = node(fund.lender());
    double lost = deposit(fund) * (1 - clearing.recovery(lender, DEPOSITORS));
    double all =
        fund.assets() > 0 ? fund.assets() : assets(holders[node(fund.name())]) + deposit(fund);
    double share = lost / Math.max(1, all);
    economy.bulletin().post("loss-" + fund.name(), nowNs, StrictMath.round(share * MILLION));
    flag(nowNs, "loss", "Who invested in " + fund.name() + " loses " + percent(share) + ".");
  }

  private static String percent(double share) {
    return StrictMath.round(share * 1_000) / 10.0 + " %";
  }

  private void flag(long nowNs, String kind, String text) {
    economy.chronicle().add(new Flag(nowNs, kind, text, Optional.empty()));
  }

  private int node(String party) {
    return terms.parties().indexOf(party);
  }

  private int node(int holder) {
    for (int node = 0; node < holders.length; node++) {
      if (holders[node] == holder) {
        return node;
      }
    }
    return -1;
  }

  private double units(long amount) {
    return appraiser.units(amount);
  }

  @Override
  public void writeTo(StateSink sink) {
    for (long each : writtenOff) {
      sink.add(each);
    }
  }

  @Override
  public void readFrom(StateSource source) {
    for (int i = 0; i < writtenOff.length; i++) {
      writtenOff[i] = source.within(0, Long.MAX_VALUE);
    }
  }
}
