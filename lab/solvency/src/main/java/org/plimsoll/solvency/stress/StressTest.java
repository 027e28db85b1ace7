package org.plimsoll.solvency.stress;

import java.util.List;
import org.plimsoll.solvency.assess.AccountGrounds;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.book.Book;

/// A book judged before and after a scenario.
///
/// @param scenario what happens
/// @param before the book as it is
/// @param after the book after the prices, the depths and the defaults of the scenario
/// @param withdrawals what is demanded then, and what is there to pay it
/// @param contagion who falls then, and who loses what
public record StressTest(
    Scenario scenario,
    Assessment before,
    Assessment after,
    Withdrawals withdrawals,
    Contagion contagion) {

  /// Judges `book` before and after `scenario`.
  public static StressTest of(Book book, Scenario scenario) {
    return of(book, AccountGrounds.of(book), scenario);
  }

  /// Judges a book whose accounts may stand in it as sums.
  ///
  /// @param accounts what the accounts themselves say
  public static StressTest of(Book book, AccountGrounds accounts, Scenario scenario) {
    Book after = ScenarioBook.of(book, scenario);
    return new StressTest(
        scenario,
        Assessment.of(book, accounts),
        Assessment.of(after, accounts),
        Withdrawals.of(after, scenario.withdrawn()),
        Contagion.of(after, scenario));
  }

  /// Returns which part of the scenario did how much.
  public StressAttribution attribution() {
    return StressAttribution.of(before.book(), scenario);
  }

  /// Returns the smallest things that break the book as it is.
  public List<BreakPoint> reverse() {
    return ReverseStress.of(before.book());
  }
}
