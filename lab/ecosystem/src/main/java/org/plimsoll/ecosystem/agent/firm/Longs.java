package org.plimsoll.ecosystem.agent.firm;

import java.util.List;
import org.plimsoll.ecosystem.agent.lender.Borrower;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.ConstructedKind;
import org.plimsoll.ecosystem.scenario.Plan;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.ecosystem.world.Appraiser;
import org.plimsoll.ecosystem.world.LoanBook;
import org.plimsoll.ecosystem.world.OutsideMarket;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Long bets on a believed drift. The growth of wealth is largest at the Kelly fraction `drift /
/// sigma²` (Kelly 1956; Thorp 2006); a multiple of it, or linear utility, which stakes all that can
/// be borrowed, grows slower and falls deeper.
public final class Longs implements Agent {
  /// How scenario files name it.
  public static final AgentKind<Terms> KIND =
      new ConstructedKind<>(
          "affiliate-longs",
          "Holds coins worth a multiple of the Kelly fraction of its wealth, with borrowed money"
              + " (Kelly 1956).",
          Terms.class,
          Longs::new);

  private static final long SECONDS_AFTER_TICK = 600;

  private final Alarm alarm;
  private final String name;
  private final Terms terms;
  private final Setting setting;
  private final WorldLedger ledger;
  private final LoanBook loans;
  private final Appraiser appraiser;
  private final Borrower borrower;
  private final OutsideMarket market;
  private final int holder;
  private final Plan drift;
  private final Plan limit;

  /// What it is asked for.
  ///
  /// @param party whose money it is
  /// @param bets on what, and how much of all
  /// @param drift believed excess return by date, a year, as a fraction
  /// @param sigma believed volatility a year, positive
  /// @param kellyMultiple how many times the Kelly fraction it stakes; 1 is Kelly
  /// @param ownToken that it counts as wealth
  /// @param tokenCounts fraction of the marked value of its own tokens that it counts, 0 to 1
  /// @param limit the most that it holds, in dollars, by date: what can be bought at all
  /// @param everyDays how often it looks
  /// @param slip fraction of the price that a sale costs
  /// @param sells whether it sells when it holds more than it should
  public record Terms(
      String party,
      List<Bet> bets,
      List<Plan.Point> drift,
      double sigma,
      double kellyMultiple,
      String ownToken,
      double tokenCounts,
      List<Plan.Point> limit,
      double everyDays,
      double slip,
      boolean sells) {
    /// Takes copies.
    public Terms {
      bets = List.copyOf(bets);
      drift = List.copyOf(drift);
      limit = List.copyOf(limit);
    }
  }

  /// A part of the bets.
  ///
  /// @param asset what it holds
  /// @param weight fraction of all bets, 0 to 1
  public record Bet(String asset, double weight) {}

  Longs(Alarm alarm, Setting setting, String name, Terms terms) {
    this.alarm = alarm;
    this.name = name;
    this.terms = terms;
    this.setting = setting;
    ledger = setting.economy().ledger();
    loans = setting.economy().loans();
    appraiser = new Appraiser(ledger, setting.economy().prices());
    holder = setting.holder(terms.party());
    borrower = new Borrower(loans, ledger, appraiser, holder);
    market = new OutsideMarket(ledger, appraiser);
    drift = new Plan(terms.drift());
    limit = new Plan(terms.limit());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    alarm.at(Rounds.after(setting.ticks(), SECONDS_AFTER_TICK).first(alarm.nowNs()));
  }

  @Override
  public void wake(long nowNs) {
    double kelly = drift.at(nowNs) / (terms.sigma() * terms.sigma());
    double wanted = terms.kellyMultiple() * kelly * StrictMath.max(0, wealth());
    double total = StrictMath.max(0, StrictMath.min(wanted, limit.at(nowNs)));
    terms.bets().forEach(bet -> moveTo(setting.instrument(bet.asset()), bet.weight() * total));
    alarm.at(nowNs + Math.round(terms.everyDays() * Rounds.DAY_NS));
  }

  /// Returns cash, coins and what is counted of own tokens, less loans, in dollars.
  private double wealth() {
    int token = setting.instrument(terms.ownToken());
    long sum = ledger.balance(holder, 0) - loans.owedBy(holder);
    for (Bet bet : terms.bets()) {
      sum += appraiser.worthOf(holder, setting.instrument(bet.asset()));
    }
    return appraiser.units(sum)
        + terms.tokenCounts() * appraiser.units(appraiser.worthOf(holder, token));
  }

  private void moveTo(int asset, double dollars) {
    long held = appraiser.worthOf(holder, asset);
    long wanted = appraiser.money(dollars);
    if (wanted > held) {
      long lacking = wanted - held;
      if (ledger.balance(holder, 0) < lacking) {
        borrower.draw(lacking - ledger.balance(holder, 0));
      }
      market.buy(holder, asset, Math.min(lacking, ledger.balance(holder, 0)));
    } else if (terms.sells() && held > wanted) {
      long amount = appraiser.amountFor(asset, held - wanted);
      market.sell(holder, asset, Math.min(amount, ledger.balance(holder, asset)), terms.slip());
    }
  }

  @Override
  public void writeTo(StateSink sink) {}

  @Override
  public void readFrom(StateSource source) {}
}
