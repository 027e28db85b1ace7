package org.plimsoll.solvency.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Custody;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;
import org.plimsoll.solvency.book.LoanTerms;
import org.plimsoll.solvency.book.Position;
import org.plimsoll.text.Yaml;

/// The accounts, positions, loans and custody of a book as the text of tables.
final class BookTables {
  private final String lineEnd;
  private final SortedSet<String> columns = new TreeSet<>();
  private final List<SortedMap<String, String>> rows = new ArrayList<>();

  private BookTables(String lineEnd) {
    this.lineEnd = lineEnd;
  }

  /// Returns a book in which all figures of an entry have one source, as those of a row do.
  static Book oneSourceEach(Book book) {
    return book.withAccounts(book.accounts().stream().map(BookTables::oneSource).toList())
        .withLoans(book.loans().stream().map(BookTables::oneSource).toList())
        .withCustody(book.custody().stream().map(BookTables::oneSource).toList());
  }

  static String accounts(Book book, String lineEnd) {
    BookTables table = new BookTables(lineEnd);
    for (Account account : book.accounts()) {
      SortedMap<String, String> row = table.row();
      row.put("id", account.id());
      row.put("owner", account.owner());
      row.put("segregated", account.segregated() ? "true" : "");
      List<String> words = account.exemptions().stream().map(Yaml::word).toList();
      row.put("exemptions", String.join(" ", words));
      account.balances().forEach((asset, figure) -> put(row, "balances." + asset, figure));
    }
    return table.text("id", "owner");
  }

  static String positions(Book book, String lineEnd) {
    BookTables table = new BookTables(lineEnd);
    for (Account account : book.accounts()) {
      for (Position position : account.positions()) {
        SortedMap<String, String> row = table.row();
        row.put("account", account.id());
        row.put("asset", position.asset());
        put(row, "size", position.size());
        put(row, "entry", position.entry());
      }
    }
    return table.text("account", "asset", "size", "entry");
  }

  static String loans(Book book, String lineEnd) {
    BookTables table = new BookTables(lineEnd);
    for (Loan loan : book.loans()) {
      SortedMap<String, String> row = table.row();
      row.put("id", loan.id());
      row.put("lender", loan.lender());
      row.put("borrower", loan.borrower());
      row.put("asset", loan.asset());
      put(row, "principal", loan.principal());
      loan.collateral().forEach((asset, figure) -> put(row, "collateral." + asset, figure));
      row.put("due", Yaml.word(loan.due()));
      loan.liquidationLtv().ifPresent(ltv -> row.put("liquidation-ltv", ltv.toPlainString()));
      row.put("recourse", loan.recourse().toPlainString());
      LoanTerms terms = loan.terms();
      terms.rate().ifPresent(rate -> put(row, "rate", rate));
      terms.callable().ifPresent(callable -> row.put("callable", callable.toString()));
      terms.maturity().ifPresent(day -> row.put("maturity", day));
      terms.targetLtv().ifPresent(ltv -> row.put("target-ltv", ltv.toPlainString()));
      terms.closeFactor().ifPresent(part -> row.put("close-factor", part.toPlainString()));
      terms.bonus().ifPresent(bonus -> row.put("bonus", bonus.toPlainString()));
    }
    return table.text("id", "lender", "borrower", "asset", "principal");
  }

  static String custody(Book book, String lineEnd) {
    BookTables table = new BookTables(lineEnd);
    for (Custody custody : book.custody()) {
      SortedMap<String, String> row = table.row();
      row.put("location", custody.location());
      row.put("kind", custody.kind().name().toLowerCase(Locale.ROOT));
      row.put("asset", custody.asset());
      put(row, "quantity", custody.quantity());
      put(row, "encumbered", custody.encumbered());
    }
    return table.text("location", "kind", "asset", "quantity");
  }

  private SortedMap<String, String> row() {
    SortedMap<String, String> row = new TreeMap<>();
    rows.add(row);
    return row;
  }

  private String text(String... needed) {
    columns.addAll(List.of(needed));
    rows.forEach(row -> columns.addAll(row.keySet()));
    StringBuilder text = new StringBuilder(String.join(",", columns)).append(lineEnd);
    for (SortedMap<String, String> row : rows) {
      List<String> cells = new ArrayList<>();
      columns.forEach(column -> cells.add(quoted(row.getOrDefault(column, ""))));
      text.append(String.join(",", cells)).append(lineEnd);
    }
    return text.toString();
  }

  private static void put(SortedMap<String, String> row, String column, Figure figure) {
    Interval value = figure.value();
    boolean isUnknown = value.equals(Interval.UNKNOWN);
    String range = plain(value.low()) + TableColumn.TO + plain(value.high());
    row.put(column, isUnknown ? "unknown" : value.isExact() ? plain(value.low()) : range);
    row.put("source", figure.source());
  }

  private static String plain(@Nullable BigDecimal number) {
    return number == null ? "" : number.toPlainString();
  }

  private static String quoted(String field) {
    return field.matches("[A-Za-z0-9.]*") ? field : "\"" + field.replace("\"", "\"\"") + "\"";
  }

  private static Account oneSource(Account account) {
    SortedMap<String, Figure> balances = new TreeMap<>();
    account
        .balances()
        .forEach((asset, figure) -> balances.put(asset, sourced(figure, account.balances())));
    return new Account(
        account.id(),
        account.owner(),
        account.segregated(),
        account.exemptions(),
        balances,
        account.positions().stream().map(BookTables::oneSource).toList());
  }

  private static Position oneSource(Position open) {
    return new Position(
        open.asset(), open.size(), new Figure(open.entry().value(), open.size().source()));
  }

  private static Figure sourced(Figure figure, SortedMap<String, Figure> all) {
    return new Figure(figure.value(), all.firstEntry().getValue().source());
  }

  private static Loan oneSource(Loan loan) {
    String source = loan.principal().source();
    SortedMap<String, Figure> collateral = new TreeMap<>();
    loan.collateral()
        .forEach((asset, figure) -> collateral.put(asset, new Figure(figure.value(), source)));
    LoanTerms terms = loan.terms();
    return new Loan(
        loan.id(),
        loan.lender(),
        loan.borrower(),
        loan.asset(),
        loan.principal(),
        collateral,
        loan.due(),
        loan.liquidationLtv(),
        loan.recourse(),
        new LoanTerms(
            terms.rate().map(rate -> new Figure(rate.value(), source)),
            terms.callable(),
            terms.maturity(),
            terms.targetLtv(),
            terms.closeFactor(),
            terms.bonus()));
  }

  private static Custody oneSource(Custody custody) {
    String source = custody.quantity().source();
    return new Custody(
        custody.location(),
        custody.kind(),
        custody.asset(),
        custody.quantity(),
        new Figure(custody.encumbered().value(), source));
  }
}
