package org.plimsoll.solvency.file;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;
import org.plimsoll.text.Tree;

/// Holds a book against the checks that its file states, as bookkeepers do with control totals.
///
/// A stated value, or every value of a stated range, must be possible for the book. The sums of a
/// file that has other problems mean nothing, so they are compared only where there are none.
final class BalanceChecks {
  private final Book book;
  private final BookReading reading;

  private BalanceChecks(Book book, BookReading reading) {
    this.book = book;
    this.reading = reading;
  }

  static void run(BookFields file, Book book, BookReading reading) {
    BalanceChecks checks = new BalanceChecks(book, reading);
    for (Tree item : file.items("checks")) {
      BookFields check = new BookFields(item, reading);
      reading.assets().require(check.text("asset"), check.placeOf("asset"), reading.problems());
    }
    boolean addsUp = reading.problems().isEmpty();
    for (Tree item : file.items("checks")) {
      checks.run(new BookFields(item, reading), addsUp);
    }
  }

  private void run(BookFields check, boolean addsUp) {
    String asset = check.text("asset");
    compare(check, "owed-to", addsUp, () -> owedTo(asset));
    compare(check, "owed-by", addsUp, () -> owedBy(asset));
    compare(check, "on-hand", addsUp, () -> onHand(asset));
    compare(check, "total-assets", addsUp, this::totalAssets);
    compare(check, "total-claims", addsUp, this::totalClaims);
  }

  private void compare(BookFields check, String key, boolean addsUp, Supplier<Interval> actual) {
    if (!check.has(key)) {
      return;
    }
    Interval stated = check.quantity(key, Figure.of(Interval.UNKNOWN)).value();
    if (addsUp && !stated.liesIn(actual.get())) {
      String what =
          check.has("asset") ? "`" + key + "` of " + check.text("asset") : "`" + key + "`";
      reading
          .problems()
          .add(
              check.placeOf(key),
              "the book does not balance: "
                  + what
                  + " is stated as "
                  + Wording.of(stated)
                  + ", but the entries add up to "
                  + Wording.of(actual.get()));
    }
  }

  private Interval owedTo(String asset) {
    return sum(balances(asset).map(Interval::positivePart));
  }

  private Interval owedBy(String asset) {
    return sum(balances(asset).map(balance -> balance.negate().positivePart()));
  }

  private Interval onHand(String asset) {
    return sum(
        book.custody().stream()
            .filter(entry -> entry.asset().equals(asset))
            .map(entry -> entry.quantity().value()));
  }

  private Interval totalAssets() {
    Interval lent = loans(loan -> loan.lender().equals(book.subject()));
    return lent.plus(valued(asset -> onHand(asset).plus(owedBy(asset))));
  }

  private Interval totalClaims() {
    Interval borrowed = loans(loan -> loan.borrower().equals(book.subject()));
    return borrowed.plus(valued(this::owedTo));
  }

  private Interval valued(Function<String, Interval> quantity) {
    return sum(
        book.assets().stream()
            .map(asset -> quantity.apply(asset.id()).times(asset.price().value())));
  }

  private Interval loans(Predicate<Loan> wanted) {
    return sum(
        book.loans().stream()
            .filter(wanted)
            .map(loan -> loan.principal().value().times(price(loan.asset()))));
  }

  private Interval price(String id) {
    return book.assets().stream()
        .filter(asset -> asset.id().equals(id))
        .map(Asset::price)
        .map(Figure::value)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("there is no asset " + id));
  }

  private Stream<Interval> balances(String asset) {
    return book.accounts().stream()
        .map(Account::balances)
        .filter(balances -> balances.containsKey(asset))
        .map(balances -> balances.get(asset).value());
  }

  private static Interval sum(Stream<Interval> parts) {
    return parts.reduce(Interval.ZERO, Interval::plus);
  }
}
