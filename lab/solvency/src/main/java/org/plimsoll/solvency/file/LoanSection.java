package org.plimsoll.solvency.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;
import org.plimsoll.solvency.book.LoanTerms;
import org.plimsoll.text.Names;
import org.plimsoll.text.Tree;

/// Reads the loans of a book.
final class LoanSection {
  private LoanSection() {}

  static List<Loan> read(BookFields book, BookReading reading) {
    Names names = new Names("loan");
    List<Loan> loans = new ArrayList<>();
    reading.entries(
        book,
        "loans",
        fields -> {
          names.declare(fields.text("id"), fields.placeOf("id"), reading.problems());
          requireParties(fields, reading);
          loans.add(loan(fields, reading));
        });
    return loans;
  }

  private static void requireParties(BookFields fields, BookReading reading) {
    String borrower = fields.text("borrower");
    String lender = fields.text("lender");
    reading.parties().require(lender, fields.placeOf("lender"), reading.problems());
    reading.parties().require(borrower, fields.placeOf("borrower"), reading.problems());
    if (!borrower.isEmpty() && borrower.equals(lender)) {
      reading
          .problems()
          .add(fields.placeOf("borrower"), "the party `" + borrower + "` cannot lend to itself");
    }
  }

  private static Loan loan(BookFields fields, BookReading reading) {
    String asset = fields.text("asset");
    reading.useAsset(asset, fields.placeOf("asset"));
    return new Loan(
        fields.text("id"),
        fields.text("lender"),
        fields.text("borrower"),
        asset,
        fields.quantity("principal", Figure.of(Interval.ZERO)),
        collateral(fields, reading),
        fields.choice("due", Loan.Due.UNKNOWN),
        optional(fields, "liquidation-ltv"),
        fields.number("recourse", BigDecimal.ZERO),
        terms(fields));
  }

  private static LoanTerms terms(BookFields fields) {
    return new LoanTerms(
        fields.has("rate")
            ? Optional.of(fields.quantity("rate", Figure.of(Interval.UNKNOWN)))
            : Optional.empty(),
        fields.has("callable") ? Optional.of(fields.flag("callable")) : Optional.empty(),
        Optional.of(fields.text("maturity")).filter(day -> !day.isEmpty()),
        optional(fields, "target-ltv"),
        optional(fields, "close-factor"),
        optional(fields, "bonus"));
  }

  private static Optional<BigDecimal> optional(BookFields fields, String key) {
    return fields.has(key) ? Optional.of(fields.number(key, BigDecimal.ZERO)) : Optional.empty();
  }

  private static SortedMap<String, Figure> collateral(BookFields fields, BookReading reading) {
    SortedMap<String, Figure> collateral = new TreeMap<>();
    for (Tree.Entry entry : fields.entries("collateral")) {
      reading.useAsset(entry.key(), entry.place());
      collateral.put(entry.key(), fields.quantity(entry.value()));
    }
    return collateral;
  }
}
