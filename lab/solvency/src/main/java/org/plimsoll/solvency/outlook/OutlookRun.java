package org.plimsoll.solvency.outlook;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.survival.CreditSystem;
import org.plimsoll.solvency.survival.Debt;
import org.plimsoll.solvency.survival.SurvivalEngine;
import org.plimsoll.solvency.survival.SurvivalPlan;
import org.plimsoll.solvency.survival.SurvivalResult;

/// Simulates a book, in batches, so that what is finished is worth something if it must end early.
public final class OutlookRun {
  /// A batch has a seed of its own, so this number is part of what a seed means.
  private static final int BATCH = 500;

  /// The odd number next to 2^64 over the golden ratio: seeds of batches do not meet those of
  /// neighboring seeds.
  private static final long SEED_STEP = 0x9E3779B97F4A7C15L;

  /// Of what a party has; as much as sums of doubles leave open.
  private static final double ROUNDING = 1e-9;

  private final Book book;
  private final Choices choices;
  private final OutlookPlan plan;
  private final Roster roster;
  private final List<Setting> settings = new ArrayList<>();

  /// One way to read the book; settings with equal systems share what is counted.
  private record Setting(End end, boolean areExempt, CreditSystem system) {}

  private OutlookRun(Book book, Choices choices, OutlookPlan plan) {
    this.book = book;
    this.choices = choices;
    this.plan = plan;
    this.roster = Roster.of(book);
    boolean isAnyExempt = book.accounts().stream().anyMatch(MarginAccounts::isExempt);
    for (boolean areExempt : isAnyExempt ? List.of(true, false) : List.of(true)) {
      for (End end : End.values()) {
        settings.add(new Setting(end, areExempt, BookSystem.of(book, choices, end, areExempt)));
      }
    }
  }

  /// Simulates `book`.
  ///
  /// @param goesOn told after each batch how many paths are finished; false ends the run there
  public static Outlook of(Book book, Choices choices, OutlookPlan plan, IntPredicate goesOn) {
    return new OutlookRun(book, choices, plan).run(goesOn);
  }

  private Outlook run(IntPredicate goesOn) {
    List<CreditSystem> systems = settings.stream().map(Setting::system).distinct().toList();
    List<ResultSum> sums = systems.stream().map(_ -> new ResultSum()).toList();
    int finished = 0;
    boolean isWanted = true;
    for (int batch = 0; isWanted && finished < plan.paths(); batch++) {
      int paths = StrictMath.min(BATCH, plan.paths() - finished);
      SurvivalPlan part =
          new SurvivalPlan(
              paths, plan.days(), plan.seed() + batch * SEED_STEP, Roster.SUBJECT, plan.threads());
      for (int i = 0; i < systems.size(); i++) {
        sums.get(i).add(new SurvivalEngine(systems.get(i)).run(part));
      }
      finished += paths;
      isWanted = goesOn.test(finished);
    }
    List<Outlook.Case> cases = new ArrayList<>();
    for (Setting setting : settings) {
      cases.add(outcome(setting, sums.get(systems.indexOf(setting.system())).result()));
    }
    return new Outlook(plan, finished, cases, Premises.of(book, choices));
  }

  private Outlook.Case outcome(Setting setting, SurvivalResult result) {
    CreditSystem bound = BookSystem.of(book, choices, setting.end(), false);
    List<Outlook.Fate> fates = new ArrayList<>();
    for (int party = 0; party < roster.size(); party++) {
      if (party != Roster.CREDITORS) {
        boolean isInsolvent =
            party == Roster.SUBJECT
                ? isSubjectInsolvent(setting.end())
                : equity(bound, party) < -ROUNDING * claimsAndHoldings(bound, party);
        fates.add(
            new Outlook.Fate(
                roster.names().get(party),
                isInsolvent,
                owes(bound, party),
                result.outcomes().get(party)));
      }
    }
    return new Outlook.Case(setting.end(), setting.areExempt(), fates, result);
  }

  /// The exact answer of the assessment at that end.
  private boolean isSubjectInsolvent(End end) {
    Interval equity = Assessment.of(book).atMark().total();
    return end == End.CAREFUL
        ? equity.low() == null || equity.low().signum() < 0
        : equity.high() != null && equity.high().signum() < 0;
  }

  private static double equity(CreditSystem system, int party) {
    double owed = 0;
    for (Debt debt : system.debts()) {
      owed += debt.borrower() == party ? value(system, debt) : 0;
    }
    return claimsAndHoldings(system, party) - owed;
  }

  private static double claimsAndHoldings(CreditSystem system, int party) {
    double sum = 0;
    List<Double> holdings = system.parties().get(party).holdings();
    for (int asset = 0; asset < holdings.size(); asset++) {
      sum += holdings.get(asset) * system.assets().get(asset).price();
    }
    for (Debt debt : system.debts()) {
      sum += debt.lender() == party ? value(system, debt) : 0;
    }
    return sum;
  }

  private static double value(CreditSystem system, Debt debt) {
    return debt.principal() * system.assets().get(debt.asset()).price();
  }

  private static boolean owes(CreditSystem system, int party) {
    return system.debts().stream().anyMatch(debt -> debt.borrower() == party);
  }
}
