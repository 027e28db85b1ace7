package org.plimsoll.solvency.lender;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import org.plimsoll.solvency.assess.OwnTokens;
import org.plimsoll.solvency.assess.Positions;
import org.plimsoll.solvency.assess.Wording;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Elsewhere;
import org.plimsoll.solvency.book.Fact;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.wrongway.WrongWayReason;

/// Collects what can be seen of a borrower on the day of the book.
final class Flags {
  private static final Interval UNKNOWN_QUANTITY = new Interval(BigDecimal.ZERO, null);

  private final Book book;
  private final String borrower;
  private final SortedSet<String> related;
  private final List<Flag> flags = new ArrayList<>();

  private Flags(Book book, String borrower) {
    this.book = book;
    this.borrower = borrower;
    this.related = OwnTokens.relatedTo(book, borrower);
  }

  static List<Flag> of(
      Book book,
      String borrower,
      SortedMap<String, WrongWayReason> reasons,
      List<LoanJudgment> loans) {
    Flags collected = new Flags(book, borrower);
    reasons.forEach(collected::addWrongWay);
    loans.forEach(collected::addConcentration);
    book.elsewhere().stream()
        .filter(other -> reasons.containsKey(other.asset()))
        .forEach(collected::addSeller);
    Positions.accounts(book).forEach(collected::addExemptions);
    book.facts().forEach(collected::addFact);
    collected.flags.sort(Comparator.comparing(Flag::kind).thenComparing(Flag::since));
    return List.copyOf(collected.flags);
  }

  private void addWrongWay(String asset, WrongWayReason reason) {
    Optional<String> text =
        switch (reason) {
          case WrongWayReason.OwnToken() ->
              Optional.of(
                  asset + " is the lender's own token: it is worth nothing when it is needed.");
          case WrongWayReason.IssuerRelated(String issuer) ->
              Optional.of(
                  asset
                      + " is issued by "
                      + (issuer.equals(borrower)
                          ? "the borrower itself"
                          : issuer + ", which stands or falls with " + borrower)
                      + ": in the default that it is meant for it may be worth nothing.");
          case WrongWayReason.Statistical() -> Optional.empty();
        };
    text.ifPresent(sentence -> add(Flag.Kind.WRONG_WAY, sentence));
  }

  /// What can be sold in a day is held against the loan, since the rest must wait.
  private void addConcentration(LoanJudgment judged) {
    LoanJudgment.Sale month = judged.sales().get(2);
    if (!judged.loan().collateral().isEmpty() && month.lossLow() > 0) {
      add(
          Flag.Kind.CONCENTRATION,
          "However much is pledged for "
              + judged.loan().id()
              + ", its market takes at most "
              + Wording.about(month.best())
              + " "
              + book.currency()
              + " in "
              + month.days()
              + " days, of "
              + Wording.amount(judged.debt(), book.currency())
              + " owed.");
    }
  }

  private void addSeller(Elsewhere other) {
    String who = related.contains(other.party()) || other.party().equals(borrower) ? " itself" : "";
    add(
        Flag.Kind.CONCENTRATION,
        other.party()
            + who
            + " holds "
            + (other.quantity().value().equals(UNKNOWN_QUANTITY)
                ? "an unknown quantity of " + other.asset()
                : Wording.amount(other.quantity().value(), other.asset()))
            + " elsewhere and would sell into the same market.");
  }

  private void addExemptions(Account account) {
    boolean isRelated = account.owner().equals(borrower) || related.contains(account.owner());
    if (isRelated && !account.exemptions().isEmpty()) {
      add(
          Flag.Kind.EXEMPTION,
          account.owner()
              + " is exempt from rules at "
              + book.subject()
              + ": "
              + Wording.list(account.exemptions().stream().map(Flags::words).toList())
              + ".");
    }
  }

  private static String words(Account.Exemption exemption) {
    return switch (exemption) {
      case NO_LIQUIDATION -> "nobody sells it out";
      case NEGATIVE_ALLOWED -> "it may owe without collateral";
      case NO_INTEREST -> "it pays no interest";
      case CREDIT_LINE -> "it has a credit line";
    };
  }

  private void addFact(Fact fact) {
    boolean isRelated = fact.party().equals(borrower) || related.contains(fact.party());
    if (isRelated && fact.date().compareTo(day()) <= 0) {
      flags.add(new Flag(Flag.Kind.PUBLIC_FACT, fact.date(), fact.text(), fact.source()));
    }
  }

  private void add(Flag.Kind kind, String text) {
    flags.add(new Flag(kind, day(), text, ""));
  }

  private String day() {
    return book.asOf().substring(0, 10);
  }
}
