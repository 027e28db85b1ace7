package org.plimsoll.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plimsoll.results.Table;
import org.plimsoll.solvency.change.AccountChanges;
import org.plimsoll.solvency.change.BookChange;
import org.plimsoll.solvency.change.EntryChange;
import org.plimsoll.solvency.change.Part;
import org.plimsoll.solvency.change.Told;

/// The section that lists what differs between two books.
final class ChangeTables {
  private static final List<String> LOAN_COLUMNS =
      List.of("lender", "borrower", "asset", "principal", "due", "recourse");

  private final BookChange change;
  private final int limit;
  private final List<String> sentences = new ArrayList<>();
  private final List<Table> tables = new ArrayList<>();

  /// @param limit how many rows a table may have
  ChangeTables(BookChange change, int limit) {
    this.change = change;
    this.limit = limit;
  }

  Section section() {
    if (change.isEmpty()) {
      sentences.add("Nothing but, at most, the title, the date, and where figures were read.");
    }
    add("changed_prices", prices(), ChangeTables::addPrice);
    addAccounts();
    add("changed_custody", quantities(Part.CUSTODY), ChangeTables::addCustody);
    add("changed_pledges", pledges(), ChangeTables::addPledge);
    add("changed_loans", quantities(Part.LOAN), ChangeTables::addLoan);
    add("changed_entries", others(), ChangeTables::addOther);
    add("changed_facts_and_notes", words(), ChangeTables::addWords);
    return new Section("changes", "What changed", sentences, tables, List.of());
  }

  private <T> void add(String name, List<T> changes, BiConsumer<Rows, T> row) {
    if (changes.isEmpty()) {
      return;
    }
    Rows rows = new Rows(name);
    changes.stream().limit(limit).forEach(each -> row.accept(rows, each));
    tables.add(rows.table());
    if (changes.size() > limit) {
      String words = name.replace('_', ' ');
      sentences.add(
          words.substring(0, 1).toUpperCase(Locale.ROOT)
              + words.substring(1)
              + ": the first "
              + limit
              + " of "
              + changes.size()
              + " are shown; --limit changes that.");
    }
  }

  private List<EntryChange> prices() {
    return change.entries(Part.ASSET).stream()
        .filter(entry -> entry.kind() == EntryChange.Kind.CHANGED)
        .filter(entry -> entry.properties().contains("price"))
        .toList();
  }

  private static void addPrice(Rows rows, EntryChange entry) {
    rows.text("asset", entry.name())
        .range("before", entry.quantityBefore("price"))
        .range("after", entry.quantityAfter("price"))
        .end();
  }

  private void addAccounts() {
    AccountChanges accounts = change.accounts();
    add("changed_sums_of_accounts", accounts.totals(), ChangeTables::addTotal);
    add("changed_balances", ownBalances(), ChangeTables::addBalance);
    add(
        "changed_accounts",
        List.copyOf(accounts.rules().entrySet()),
        (rows, entry) ->
            rows.text("account", entry.getKey())
                .text("before", orNone(entry.getValue().before()))
                .text("after", orNone(entry.getValue().after()))
                .end());
  }

  private static String orNone(String words) {
    return words.isEmpty() ? CellWords.NONE : words;
  }

  /// The balances that are not a sum of accounts already, for want of a second account.
  private List<AccountChanges.Balance> ownBalances() {
    Set<List<String>> sums = new TreeSet<>(Comparator.comparing(List::toString));
    change.accounts().totals().stream()
        .filter(AccountChanges.Total::isOfOneAccount)
        .forEach(total -> sums.add(List.of(total.owner(), total.asset())));
    return change.accounts().balances().stream()
        .filter(balance -> !sums.contains(List.of(balance.owner(), balance.asset())))
        .toList();
  }

  private static void addTotal(Rows rows, AccountChanges.Total total) {
    rows.text("owner", total.owner())
        .text("asset", total.asset())
        .text("accounts", total.accountsBefore() + " -> " + total.accountsAfter())
        .range("before", total.before())
        .range("after", total.after())
        .end();
  }

  private static void addBalance(Rows rows, AccountChanges.Balance balance) {
    rows.text("first_account", balance.accounts().first())
        .number("accounts_alike", BigDecimal.valueOf(balance.accounts().size()))
        .text("owner", balance.owner())
        .text("asset", balance.asset())
        .range("before", balance.before())
        .range("after", balance.after())
        .end();
  }

  private List<EntryChange> quantities(Part part) {
    return change.entries(part).stream()
        .filter(entry ->
            entry.kind() != EntryChange.Kind.CHANGED
                || entry.properties().stream().anyMatch(each -> isFigureOfTable(part, each)))
        .toList();
  }

  private static void addCustody(Rows rows, EntryChange entry) {
    rows.text("location", entry.words("location")).text("asset", entry.words("asset"));
    addQuantity(rows, entry, "quantity");
    rows.end();
  }

  private List<EntryChange> pledges() {
    return change.entries(Part.CUSTODY).stream()
        .filter(
            entry -> !entry.quantityBefore("encumbered").equals(entry.quantityAfter("encumbered")))
        .toList();
  }

  private static void addPledge(Rows rows, EntryChange entry) {
    rows.text("location", entry.words("location"))
        .text("asset", entry.words("asset"))
        .range("before", entry.quantityBefore("encumbered"))
        .range("after", entry.quantityAfter("encumbered"))
        .end();
  }

  private static void addLoan(Rows rows, EntryChange entry) {
    rows.text("loan", entry.name())
        .text("lender", entry.words("lender"))
        .text("borrower", entry.words("borrower"))
        .text("asset", entry.words("asset"));
    addQuantity(rows, entry, "principal");
    rows.end();
  }

  private static void addQuantity(Rows rows, EntryChange entry, String property) {
    rows.text("line", Words.kind(entry.kind()))
        .range("before", entry.quantityBefore(property))
        .range("after", entry.quantityAfter(property));
  }

  /// A property of an entry, or a whole entry where only one book has it.
  private record Difference(String part, String entry, String what, String before, String after) {}

  private List<Difference> others() {
    return change.entries().stream()
        .filter(entry -> entry.part() != Part.NOTE && entry.part() != Part.FACT)
        .filter(entry -> entry.part() != Part.CUSTODY || entry.kind() == EntryChange.Kind.CHANGED)
        .flatMap(ChangeTables::differences)
        .toList();
  }

  private static Stream<Difference> differences(EntryChange entry) {
    if (entry.kind() == EntryChange.Kind.CHANGED) {
      return entry.properties().stream()
          .filter(property -> !isFigureOfTable(entry.part(), property))
          .map(property ->
              difference(entry, property, entry.before(property), entry.after(property)));
    }
    Optional<Told> before = entry.before().map(told -> summary(entry.part(), told));
    Optional<Told> after = entry.after().map(told -> summary(entry.part(), told));
    boolean isTold =
        before.or(() -> after).filter(summary -> !summary.words().isEmpty()).isPresent();
    return isTold
        ? Stream.of(difference(entry, Words.kind(entry.kind()), before, after))
        : Stream.of();
  }

  private static Difference difference(
      EntryChange entry, String what, Optional<Told> before, Optional<Told> after) {
    return new Difference(
        Words.kind(entry.part()),
        entry.name(),
        what,
        before.map(Told::words).orElse(CellWords.NONE),
        after.map(Told::words).orElse(CellWords.NONE));
  }

  private static boolean isFigureOfTable(Part part, String property) {
    return switch (part) {
      case ASSET -> property.equals("price");
      case CUSTODY -> property.equals("quantity") || property.equals("encumbered");
      case LOAN -> property.equals("principal");
      case PARTY, MARKET, POLICY, ELSEWHERE, FACT, NOTE -> false;
    };
  }

  /// All properties in words but those that stand in a table of their own.
  private static Told summary(Part part, SortedMap<String, Told> told) {
    return new Told.Words(
        told.entrySet().stream()
            .filter(each -> part != Part.LOAN || !LOAN_COLUMNS.contains(each.getKey()))
            .map(each -> each.getKey() + " " + each.getValue().words())
            .collect(Collectors.joining("; ")));
  }

  private static void addOther(Rows rows, Difference difference) {
    rows.text("entry", difference.entry())
        .text("part", difference.part())
        .text("what", difference.what())
        .text("before", difference.before())
        .text("after", difference.after())
        .end();
  }

  private List<EntryChange> words() {
    return Stream.concat(change.entries(Part.FACT).stream(), change.entries(Part.NOTE).stream())
        .toList();
  }

  private static void addWords(Rows rows, EntryChange entry) {
    String date = entry.words("date");
    rows.text("line", Words.kind(entry.kind()) + " " + Words.kind(entry.part()))
        .text("text", date.isEmpty() ? entry.name() : date + ": " + entry.name())
        .end();
  }
}
