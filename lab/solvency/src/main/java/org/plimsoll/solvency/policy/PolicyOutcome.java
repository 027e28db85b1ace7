package org.plimsoll.solvency.policy;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.loadline.CollateralLoad;
import org.plimsoll.solvency.loadline.Corner;
import org.plimsoll.solvency.loadline.LoadLines;
import org.plimsoll.solvency.loadline.MarginalSpiral;
import org.plimsoll.solvency.stress.Scenario;
import org.plimsoll.solvency.stress.ScenarioBook;
import org.plimsoll.solvency.waterfall.LossAllocation;

/// A book under one set of rules: what they would have let arise, and what a scenario does to that.
///
/// @param policy the rules
/// @param lending what they would have refused
/// @param unweighted ids of the assets that borrowers hold and that no weight is told for
/// @param before the book that would stand
/// @param after the same after the scenario
/// @param sellOut who is sold out after the scenario
/// @param losses who bears what that leaves unpaid; empty where it has no limit
/// @param loads how deep each collateral is loaded, before the scenario
/// @param spirals whether selling a collateral feeds on itself, before the scenario
/// @param payout how far claims are paid after the scenario; empty where nothing can be demanded
public record PolicyOutcome(
    Policy policy,
    Lending lending,
    List<String> unweighted,
    Assessment before,
    Assessment after,
    SellOut sellOut,
    Optional<LossAllocation> losses,
    List<CollateralLoad> loads,
    List<MarginalSpiral> spirals,
    Optional<Payout> payout) {
  /// Copies the lists.
  public PolicyOutcome {
    unweighted = List.copyOf(unweighted);
    loads = List.copyOf(loads);
    spirals = List.copyOf(spirals);
  }

  /// Returns `book` as it is, with nothing taken back, and what `scenario` does to it.
  ///
  /// @param days the horizon within which collateral must be sold; positive
  public static PolicyOutcome asItIs(Book book, Scenario scenario, int days) {
    Policy own = Policy.of(book);
    Book ruled = own.applyTo(book);
    return of(own, Lending.nothingRefused(ruled), scenario, days);
  }

  /// Returns what `policy` would have let arise of `book`, and what `scenario` does to that.
  ///
  /// @param days the horizon within which collateral must be sold; positive
  public static PolicyOutcome of(Book book, Policy policy, Scenario scenario, int days) {
    return of(policy, Lending.of(policy.applyTo(book)), scenario, days);
  }

  private static PolicyOutcome of(Policy policy, Lending lending, Scenario scenario, int days) {
    Book book = lending.book();
    Book after = ScenarioBook.of(book, scenario);
    SellOut sellOut = SellOut.of(book, after, days);
    return new PolicyOutcome(
        policy,
        lending,
        new CollateralRules(book).unnamed(held(book)),
        Assessment.of(book),
        Assessment.of(after),
        sellOut,
        Double.isFinite(sellOut.badDebt())
            ? Optional.of(LossBearing.of(after, sellOut.badDebt()))
            : Optional.empty(),
        LoadLines.of(book, days),
        MarginalSpiral.of(book, Corner.CAREFUL),
        Payout.of(after, scenario.withdrawn()));
  }

  private static SortedSet<String> held(Book book) {
    SortedSet<String> assets = new TreeSet<>();
    Borrower.of(book).forEach(borrower -> assets.addAll(borrower.held().keySet()));
    return assets;
  }
}
