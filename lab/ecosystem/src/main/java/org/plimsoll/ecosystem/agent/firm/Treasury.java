package org.plimsoll.ecosystem.agent.firm;

import java.util.List;
import java.util.Optional;
import org.plimsoll.ecosystem.Economy;
import org.plimsoll.ecosystem.agent.lender.Borrower;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.outcome.Flag;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.ConstructedKind;
import org.plimsoll.ecosystem.scenario.Plan;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.ecosystem.world.Appraiser;
import org.plimsoll.ecosystem.world.OutsideMarket;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// A firm's cash: pays what was planned, interest, and what lenders ask back. Where the firm's own
/// cash does not suffice it borrows, then sells coins, and then takes what it needs from the venue,
/// as far as the venue lets it and has it.
public final class Treasury implements Agent {
  /// How scenario files name it.
  public static final AgentKind<Terms> KIND =
      new ConstructedKind<>(
          "affiliate-treasury",
          "Pays a dated plan of uses, interest and recalls from own cash, loans, and draws on the"
              + " venue.",
          Terms.class,
          Treasury::new);

  private static final long SECONDS_AFTER_TICK = 300;

  private final Alarm alarm;
  private final String name;
  private final Terms terms;
  private final Economy economy;
  private final WorldLedger ledger;
  private final Appraiser appraiser;
  private final Borrower borrower;
  private final OutsideMarket market;
  private final VenueDraws draws;
  private final UseBook uses;
  private final Setting setting;
  private final Rounds rounds;
  private final Plan cushion;
  private final int holder;
  private long lastNs;
  private double interestDue;
  private boolean hasFailed;

  /// What it is asked for.
  ///
  /// @param party whose money it is
  /// @param cushion dollars of cash that it keeps for the firm's other desks, by date
  /// @param yearlyInterest that it pays on all loans, as a fraction
  /// @param borrowsFrom date from which it asks lenders for money
  /// @param borrowsUntil date from which it draws no more loans
  /// @param drawsFirst how many of the places at the venue it takes money from before it borrows,
  ///   from 0: customers' dollars on the firm's own bank account are the nearest
  /// @param repaysVenue whether cash above twice the cushion goes back to the venue
  /// @param coinShare of what lenders ask back, the fraction that it raises by selling coins first,
  ///   0 to 1
  /// @param coins that it sells then, in this order
  /// @param slip fraction of the price that it loses on them, 0 to 1
  /// @param draws where it takes money from at the venue, in this order
  /// @param uses what it pays, by date
  public record Terms(
      String party,
      List<Plan.Point> cushion,
      double yearlyInterest,
      String borrowsFrom,
      String borrowsUntil,
      int drawsFirst,
      boolean repaysVenue,
      double coinShare,
      List<String> coins,
      double slip,
      List<VenueDraws.Source> draws,
      List<UseBook.Use> uses) {
    /// Takes copies.
    public Terms {
      cushion = List.copyOf(cushion);
      coins = List.copyOf(coins);
      draws = List.copyOf(draws);
      uses = List.copyOf(uses);
    }
  }

  Treasury(Alarm alarm, Setting setting, String name, Terms terms) {
    this.alarm = alarm;
    this.name = name;
    this.terms = terms;
    this.setting = setting;
    economy = setting.economy();
    ledger = economy.ledger();
    holder = setting.holder(terms.party());
    appraiser = new Appraiser(ledger, economy.prices());
    borrower = new Borrower(economy.loans(), ledger, appraiser, holder);
    market = new OutsideMarket(ledger, appraiser);
    draws = new VenueDraws(setting, terms.party(), terms.draws());
    uses = new UseBook(setting, holder, terms.uses());
    cushion = new Plan(terms.cushion());
    rounds = Rounds.after(setting.ticks(), SECONDS_AFTER_TICK);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    lastNs = alarm.nowNs();
    alarm.at(rounds.first(lastNs));
  }

  @Override
  public void wake(long nowNs) {
    accrueInterest(nowNs);
    borrower.pledgeWhatIsCalled();
    long demanded = borrower.demanded();
    long planned = uses.due(nowNs);
    long interest = Math.round(interestDue);
    sellCoins(demanded);
    raise(nowNs, demanded + planned + interest + appraiser.money(cushion.at(nowNs)));
    payInterest();
    borrower.repay(demanded);
    if (borrower.demanded() > 0 && !hasFailed) {
      hasFailed = true;
      tell(nowNs, "failure", name + " cannot pay what its lenders ask back");
    }
    uses.pay(nowNs, cash());
    giveBack(nowNs);
    alarm.at(rounds.next(nowNs));
  }

  private void accrueInterest(long nowNs) {
    double years = (nowNs - lastNs) / Rounds.YEAR_NS;
    interestDue += economy.loans().owedBy(holder) * terms.yearlyInterest() * years;
    lastNs = nowNs;
  }

  private void sellCoins(long demanded) {
    long wanted = Math.round(terms.coinShare() * demanded);
    for (int i = 0; i < terms.coins().size() && wanted > 0; i++) {
      int coin = setting.instrument(terms.coins().get(i));
      long amount = Math.min(ledger.balance(holder, coin), appraiser.amountFor(coin, wanted));
      market.sell(holder, coin, amount, terms.slip());
      wanted -= appraiser.worth(coin, amount);
    }
  }

  /// Brings cash up to what is needed: from the nearest places, by loans, then from all places.
  private void raise(long nowNs, long needed) {
    draw(nowNs, needed, terms.drawsFirst());
    if (cash() < needed && borrows(nowNs)) {
      borrower.draw(needed - cash());
    }
    draw(nowNs, needed, terms.draws().size());
  }

  private void draw(long nowNs, long needed, int sources) {
    boolean wasFirst = draws.drawn() == 0;
    draws.draw(needed - cash(), sources);
    if (wasFirst && draws.drawn() > 0) {
      tell(nowNs, "first-draw", name + " takes customers' money for the first time");
    }
  }

  private boolean borrows(long nowNs) {
    return nowNs >= Plan.timeNs(terms.borrowsFrom()) && nowNs < Plan.timeNs(terms.borrowsUntil());
  }

  private void payInterest() {
    long owed = Math.max(1, economy.loans().owedBy(holder));
    double share = Math.min(interestDue, (double) cash()) / owed;
    for (int loan = 0; loan < economy.loans().count(); loan++) {
      if (economy.loans().terms(loan).borrower() == holder) {
        long amount = (long) (share * economy.loans().principal(loan));
        economy.loans().payInterest(loan, amount);
        interestDue -= amount;
      }
    }
  }

  private void giveBack(long nowNs) {
    long kept = appraiser.money(cushion.at(nowNs));
    if (terms.repaysVenue() && cash() > 2 * kept && borrower.demanded() == 0) {
      draws.repay(cash() - 2 * kept);
    }
  }

  private long cash() {
    return ledger.balance(holder, 0);
  }

  private void tell(long nowNs, String kind, String text) {
    economy.chronicle().add(new Flag(nowNs, kind, text, Optional.empty()));
  }

  @Override
  public void writeTo(StateSink sink) {
    sink.add(lastNs).add(Double.doubleToLongBits(interestDue)).add(hasFailed ? 1 : 0);
    draws.writeTo(sink);
    uses.writeTo(sink);
  }

  @Override
  public void readFrom(StateSource source) {
    lastNs = source.number();
    interestDue = Double.longBitsToDouble(source.number());
    hasFailed = source.flag();
    draws.readFrom(source);
    uses.readFrom(source);
  }
}
