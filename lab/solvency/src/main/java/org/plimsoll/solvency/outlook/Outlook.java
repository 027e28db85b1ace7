package org.plimsoll.solvency.outlook;

import java.util.List;
import java.util.Optional;
import org.plimsoll.solvency.bounds.Require;
import org.plimsoll.solvency.survival.Estimate;
import org.plimsoll.solvency.survival.PolicyEffect;
import org.plimsoll.solvency.survival.SurvivalResult;

/// How likely the parties of a book are to fail, at both ends of what the book leaves open, with
/// its exemptions and without, all over the same random numbers.
///
/// @param plan what was asked for
/// @param paths how many of its paths were finished; positive
/// @param cases both ends, with the exemptions first; those without follow only where an account is
///   exempt
/// @param premises everything that the figures rest on and the book does not tell
public record Outlook(OutlookPlan plan, int paths, List<Case> cases, List<Premise> premises) {
  /// Checks the paths and takes copies.
  ///
  /// @throws IllegalArgumentException if more paths were finished than asked for, or none
  public Outlook {
    Require.holds(paths > 0 && paths <= plan.paths(), "paths", paths);
    cases = List.copyOf(cases);
    premises = List.copyOf(premises);
  }

  /// One way to read the book.
  ///
  /// @param areExempt whether the exemptions of accounts hold
  /// @param fates of the subject, then of everybody else who owes something
  /// @param result what was counted, of which the first party is the subject
  public record Case(End end, boolean areExempt, List<Fate> fates, SurvivalResult result) {
    /// Takes a copy.
    public Case {
      fates = List.copyOf(fates);
    }
  }

  /// What becomes of a party.
  ///
  /// @param isInsolventNow whether it is insolvent before anything happens; then no later price
  ///   undoes it
  /// @param owes whether the book names anything that it owes; who owes nothing cannot fail
  /// @param outcome what was counted
  public record Fate(
      String party, boolean isInsolventNow, boolean owes, SurvivalResult.Outcome outcome) {
    /// Returns how often it is insolvent by the end of `day` or was so at the start.
    ///
    /// @throws IllegalArgumentException if the day is not within the horizon
    public Estimate insolvent(int day) {
      Estimate counted = outcome.insolvent().failed(day);
      return isInsolventNow ? new Estimate(counted.paths(), counted.paths()) : counted;
    }

    /// Returns how often it cannot pay something by the end of `day`.
    ///
    /// @throws IllegalArgumentException if the day is not within the horizon
    public Estimate unableToPay(int day) {
      return outcome.unableToPay().failed(day);
    }
  }

  /// Something that the figures rest on.
  ///
  /// @param sentence what is taken
  /// @param option of the command line that changes it; empty where nothing does but the book
  public record Premise(String sentence, String option) {}

  /// Returns a case.
  ///
  /// @return empty where no account is exempt and the case without exemptions is asked for
  public Optional<Case> of(End end, boolean areExempt) {
    return cases.stream()
        .filter(each -> each.end() == end && each.areExempt() == areExempt)
        .findFirst();
  }

  /// Returns what it changes about the subject's inability to pay by the end of `day` that every
  /// account is sold at its limit, path by path.
  ///
  /// @return empty where no account is exempt
  public Optional<PolicyEffect> withoutExemptions(End end, int day) {
    Optional<Case> without = of(end, false);
    return without.map(
        policy -> PolicyEffect.between(of(end, true).orElseThrow().result(), policy.result(), day));
  }
}
