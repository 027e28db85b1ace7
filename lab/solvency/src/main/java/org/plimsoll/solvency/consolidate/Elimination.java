package org.plimsoll.solvency.consolidate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.plimsoll.solvency.assess.Equity;
import org.plimsoll.solvency.assess.Prices;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Custody;
import org.plimsoll.solvency.book.Elsewhere;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;

/// Takes what members owe each other out of a book, and what they have and owe outside into it.
final class Elimination {
  private final Book book;
  private final SortedSet<String> members;
  private final Prices prices;
  private final List<Account> accounts = new ArrayList<>();
  private final List<Loan> loans = new ArrayList<>();
  private final List<Custody> custody;
  private final List<Elsewhere> elsewhere = new ArrayList<>();
  private final List<IntragroupItem> items = new ArrayList<>();
  private final List<BroughtIn> broughtIn = new ArrayList<>();
  private boolean pledgeToMember;

  /// @param members the parties that are one with the subject, without it
  Elimination(Book book, SortedSet<String> members) {
    this.book = book;
    this.members = members;
    this.prices = new Prices(book);
    this.custody = new ArrayList<>(book.custody());
    eliminateAccounts();
    book.loans().forEach(this::place);
    book.elsewhere().forEach(this::place);
  }

  Book book() {
    return book.withAccounts(accounts)
        .withLoans(loans)
        .withCustody(custody)
        .withElsewhere(elsewhere);
  }

  List<IntragroupItem> items() {
    return items;
  }

  List<BroughtIn> broughtIn() {
    return broughtIn;
  }

  /// Returns whether the subject has pledged holdings, which ones is not told, to a member.
  boolean hasPledgeToMember() {
    return pledgeToMember;
  }

  /// The sums of one owner's accounts with the subject, by asset.
  private static final class Sums {
    private final List<String> accounts = new ArrayList<>();
    private final SortedMap<String, Interval> owedTo = new TreeMap<>();
    private final SortedMap<String, Interval> owedBy = new TreeMap<>();

    /// Positions count as what they have earned or lost.
    void add(Account account, Prices prices, String currency) {
      accounts.add(account.id());
      prices
          .settled(account, currency)
          .forEach((asset, balance) -> {
            owedTo.merge(asset, balance.value().positivePart(), Interval::plus);
            owedBy.merge(asset, balance.value().negate().positivePart(), Interval::plus);
          });
    }

    String name() {
      return accounts.size() == 1
          ? "account " + accounts.getFirst()
          : accounts.size() + " accounts";
    }
  }

  private void eliminateAccounts() {
    Map<String, Sums> owners = new LinkedHashMap<>();
    for (Account account : book.accounts()) {
      if (members.contains(account.owner())) {
        owners
            .computeIfAbsent(account.owner(), _ -> new Sums())
            .add(account, prices, book.currency());
      } else {
        accounts.add(account);
      }
    }
    owners.forEach((owner, sums) -> {
      sums.owedBy.forEach(
          (asset, debt) -> eliminate(owner, book.subject(), sums.name(), asset, debt));
      sums.owedTo.forEach(
          (asset, claim) -> eliminate(book.subject(), owner, sums.name(), asset, claim));
    });
  }

  private void eliminate(
      String debtor, String creditor, String item, String asset, Interval quantity) {
    if (!quantity.equals(Interval.ZERO) && !debtor.equals(creditor)) {
      items.add(
          new IntragroupItem(
              debtor, creditor, item, asset, quantity, prices.value(asset, quantity)));
    }
  }

  private void place(Loan loan) {
    boolean isFromMember = members.contains(loan.lender());
    boolean isToMember = members.contains(loan.borrower());
    boolean isFromGroup = isFromMember || loan.lender().equals(book.subject());
    boolean isToGroup = isToMember || loan.borrower().equals(book.subject());
    if (!isFromMember && !isToMember) {
      loans.add(loan);
    } else if (isFromGroup && isToGroup) {
      eliminate(loan);
    } else if (isFromMember) {
      Loan ours = between(loan, book.subject(), loan.borrower());
      loans.add(ours);
      bring(loan.lender(), BroughtIn.Kind.LOAN, loan, Equity.worth(ours, prices));
    } else {
      Loan ours = between(loan, loan.lender(), book.subject());
      loans.add(ours);
      Interval debt = prices.value(loan.asset(), loan.principal().value());
      bring(loan.borrower(), BroughtIn.Kind.DEBT, loan, debt.negate());
      addCollateral(loan, true);
    }
  }

  /// What a member pledged to another is free again, and is the group's.
  private void eliminate(Loan loan) {
    eliminate(
        loan.borrower(),
        loan.lender(),
        "loan " + loan.id(),
        loan.asset(),
        loan.principal().value());
    if (loan.borrower().equals(book.subject())) {
      boolean isKnown = custody.stream().anyMatch(held -> isCollateral(held, loan));
      custody.replaceAll(held -> isCollateral(held, loan) ? unpledged(held) : held);
      pledgeToMember |= !isKnown && !loan.collateral().isEmpty();
    } else {
      addCollateral(loan, false);
    }
  }

  private void addCollateral(Loan loan, boolean isPledged) {
    loan.collateral()
        .forEach((asset, quantity) -> {
          Figure pledged = isPledged ? quantity : Figure.of(Interval.ZERO);
          custody.add(new Custody(place(loan.id()), Custody.Kind.OTHER, asset, quantity, pledged));
          broughtIn.add(
              new BroughtIn(
                  loan.borrower(),
                  BroughtIn.Kind.COLLATERAL,
                  "loan " + loan.id(),
                  isPledged ? loan.lender() : "",
                  asset,
                  quantity.value(),
                  prices.value(asset, quantity.value())));
        });
  }

  private static String place(String loan) {
    return "collateral of loan " + loan;
  }

  private static boolean isCollateral(Custody held, Loan loan) {
    return held.location().equals(place(loan.id())) && loan.collateral().containsKey(held.asset());
  }

  private static Custody unpledged(Custody held) {
    return new Custody(
        held.location(), held.kind(), held.asset(), held.quantity(), Figure.of(Interval.ZERO));
  }

  private void bring(String member, BroughtIn.Kind kind, Loan loan, Interval counted) {
    String other = kind == BroughtIn.Kind.DEBT ? loan.lender() : loan.borrower();
    broughtIn.add(
        new BroughtIn(
            member,
            kind,
            "loan " + loan.id(),
            other,
            loan.asset(),
            loan.principal().value(),
            counted));
  }

  private void place(Elsewhere holding) {
    if (!members.contains(holding.party())) {
      elsewhere.add(holding);
      return;
    }
    Interval quantity = holding.quantity().value();
    Interval pledged = new Interval(BigDecimal.ZERO, quantity.high());
    custody.add(
        new Custody(
            "elsewhere, of " + holding.party(),
            Custody.Kind.AFFILIATE,
            holding.asset(),
            holding.quantity(),
            new Figure(pledged, holding.quantity().source())));
    broughtIn.add(
        new BroughtIn(
            holding.party(),
            BroughtIn.Kind.HOLDING,
            "elsewhere",
            "",
            holding.asset(),
            quantity,
            prices.value(holding.asset(), quantity)));
  }

  private static Loan between(Loan loan, String lender, String borrower) {
    return new Loan(
        loan.id(),
        lender,
        borrower,
        loan.asset(),
        loan.principal(),
        loan.collateral(),
        loan.due(),
        loan.liquidationLtv(),
        loan.recourse(),
        loan.terms());
  }
}
