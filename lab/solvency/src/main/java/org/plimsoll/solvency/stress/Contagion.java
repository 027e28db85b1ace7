package org.plimsoll.solvency.stress;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plimsoll.solvency.assess.LiquidationView;
import org.plimsoll.solvency.assess.Positions;
import org.plimsoll.solvency.assess.Prices;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;
import org.plimsoll.solvency.book.Party;
import org.plimsoll.solvency.clearing.Clearing;
import org.plimsoll.solvency.clearing.ClearingSolver;
import org.plimsoll.solvency.clearing.NetworkBuilder;

/// Who falls in what order once everybody pays what he can: a clearing of all debts of a book
/// (Eisenberg and Noe 2001), at the careful end of what the book allows.
///
/// The subject pays from what it has, sold at once. Of the other parties a book says what they owe,
/// not what they have. So each is taken to have what it owes on loans, and of what its accounts
/// lack the part that the book's policies expect back; one that the scenario names as defaulting
/// pays from its collateral and from what it receives alone.
///
/// @param falls who defaults, in the order in which it comes to that
/// @param losses what each creditor does not get back, largest first, in the book's currency
/// @param isUnique whether no other payments would be consistent
public record Contagion(List<Fall> falls, List<Loss> losses, boolean isUnique) {
  /// A default.
  ///
  /// @param party the id
  /// @param round 1 for what happens by its own losses, 2 for what follows from round 1, and so on
  /// @param owed all that it owes
  /// @param recovery the part of it that is paid
  public record Fall(String party, int round, double owed, double recovery) {}

  /// A loss of a creditor.
  ///
  /// @param party the id
  /// @param claims all that it is owed, in the book
  /// @param lost what it does not get
  public record Loss(String party, double claims, double lost) {}

  /// Returns what follows in `after`, the book after the prices and defaults of `scenario`.
  public static Contagion of(Book after, Scenario scenario) {
    return new Walk(after, scenario).contagion();
  }

  private static final class Walk {
    private final Book book;
    private final Scenario scenario;
    private final Prices prices;
    private final SortedMap<String, Integer> numbers = new TreeMap<>();
    private final List<Claim> claims = new ArrayList<>();

    /// @param covered what collateral pays of it, whoever defaults
    /// @param expected what the debtor is taken to have for it
    private record Claim(
        String debtor, String creditor, double due, double covered, double expected) {}

    Walk(Book book, Scenario scenario) {
      this.book = book;
      this.scenario = scenario;
      this.prices = new Prices(book);
      for (Party party : book.parties()) {
        numbers.put(party.id(), numbers.size());
      }
      addAccounts();
      book.loans().forEach(this::addLoan);
    }

    /// What all accounts of an owner are owed is one claim, and what they owe another, each added
    /// up exactly: so neither the order of the accounts nor their number decides a last digit.
    private void addAccounts() {
      SortedMap<String, BigDecimal> claimed = new TreeMap<>();
      SortedMap<String, BigDecimal> lacking = new TreeMap<>();
      for (Account account : Positions.accounts(book)) {
        Interval net = prices.netValue(account);
        if (net.high() != null && net.high().signum() > 0) {
          claimed.merge(account.owner(), net.high(), BigDecimal::add);
        } else if (net.low() != null && net.low().signum() < 0) {
          lacking.merge(account.owner(), net.low().negate(), BigDecimal::add);
        }
      }
      claimed.forEach(
          (owner, owed) -> claims.add(new Claim(book.subject(), owner, owed.doubleValue(), 0, 0)));
      double expected = book.policies().accountRecovery().doubleValue();
      lacking.forEach((owner, owed) -> {
        double due = owed.doubleValue();
        claims.add(new Claim(owner, book.subject(), due, 0, due * expected));
      });
    }

    private void addLoan(Loan loan) {
      double due = value(prices.value(loan.asset(), loan.principal().value()).high());
      double covered = StrictMath.min(due, value(prices.value(loan.collateral()).low()));
      if (due > 0 && !loan.borrower().equals(loan.lender())) {
        claims.add(new Claim(loan.borrower(), loan.lender(), due, covered, due - covered));
      }
    }

    Contagion contagion() {
      NetworkBuilder network = new NetworkBuilder(numbers.size(), 1);
      double[] owed = new double[numbers.size()];
      double[] covered = new double[numbers.size()];
      double[] expected = new double[numbers.size()];
      for (Claim claim : claims) {
        expected[number(claim.debtor())] += claim.expected();
        owed[number(claim.debtor())] += claim.due();
        covered[number(claim.debtor())] += claim.covered();
        network.securedDebt(
            number(claim.debtor()), number(claim.creditor()), 0, claim.due(), claim.covered());
      }
      numbers.forEach((party, number) -> network.asset(number, assets(party, expected[number])));
      Clearing clearing = ClearingSolver.clear(network.build());
      return new Contagion(falls(clearing, owed, covered), losses(clearing), clearing.isUnique());
    }

    private double assets(String party, double expected) {
      if (scenario.defaults().contains(party)) {
        return 0;
      }
      return party.equals(book.subject())
          ? value(LiquidationView.of(book).heldRealizable().low())
          : expected;
    }

    private List<Fall> falls(Clearing clearing, double[] owed, double[] covered) {
      List<Fall> falls = new ArrayList<>();
      numbers.forEach((party, number) -> {
        if (clearing.isDefault(number)) {
          double paid = covered[number] + clearing.payment(number);
          falls.add(
              new Fall(party, clearing.roundOfDefault(number), owed[number], paid / owed[number]));
        }
      });
      falls.sort(Comparator.comparingInt(Fall::round).thenComparing(Fall::party));
      return falls;
    }

    private List<Loss> losses(Clearing clearing) {
      SortedMap<String, double[]> sums = new TreeMap<>();
      for (Claim claim : claims) {
        double[] sum = sums.computeIfAbsent(claim.creditor(), _ -> new double[2]);
        double open = claim.due() - claim.covered();
        sum[0] += claim.due();
        sum[1] += open * (1 - clearing.recovery(number(claim.debtor())));
      }
      List<Loss> losses = new ArrayList<>();
      sums.forEach((party, sum) -> {
        if (sum[1] > 0) {
          losses.add(new Loss(party, sum[0], sum[1]));
        }
      });
      losses.sort(Comparator.comparingDouble(Loss::lost).reversed().thenComparing(Loss::party));
      return losses;
    }

    private int number(String party) {
      return numbers.getOrDefault(party, -1);
    }

    private static double value(@Nullable BigDecimal end) {
      return end == null ? 0 : end.doubleValue();
    }
  }
}
