package org.plimsoll.solvency.change;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;

/// Finds the [AccountChanges] of two books.
final class AccountComparison {
  private final SortedMap<String, Account> before;
  private final SortedMap<String, Account> after;

  /// The higher of both books' prices; null where one has no upper limit.
  private final SortedMap<String, @Nullable BigDecimal> prices = new TreeMap<>();

  AccountComparison(Book before, Book after) {
    this.before = byId(before);
    this.after = byId(after);
    before.assets().forEach(this::addPrice);
    after.assets().forEach(this::addPrice);
  }

  private static SortedMap<String, Account> byId(Book book) {
    SortedMap<String, Account> accounts = new TreeMap<>();
    book.accounts()
        .forEach(account -> accounts.put(account.id(), account.unfolded(book.currency())));
    return accounts;
  }

  private void addPrice(Asset asset) {
    BigDecimal price = asset.price().value().high();
    BigDecimal other = prices.getOrDefault(asset.id(), BigDecimal.ZERO);
    prices.put(asset.id(), price == null || other == null ? null : price.max(other));
  }

  AccountChanges changes() {
    SortedMap<String, AccountChanges.Rules> rules = new TreeMap<>();
    ids()
        .forEach(id -> {
          String was = rules(before.get(id));
          String is = rules(after.get(id));
          boolean isTold = before.containsKey(id) && after.containsKey(id);
          if (!was.equals(is) && (isTold || (isEmpty(before, id) && isEmpty(after, id)))) {
            rules.put(id, new AccountChanges.Rules(was, is));
          }
        });
    return new AccountChanges(totals(), balances(), rules);
  }

  private SortedSet<String> ids() {
    SortedSet<String> ids = new TreeSet<>(before.keySet());
    ids.addAll(after.keySet());
    return ids;
  }

  private static boolean isEmpty(SortedMap<String, Account> side, String id) {
    return balances(side, id).values().stream()
        .allMatch(balance -> balance.value().equals(Interval.ZERO));
  }

  private static String rules(@Nullable Account account) {
    if (account == null) {
      return "";
    }
    StringBuilder words = new StringBuilder("owner ").append(account.owner());
    if (account.segregated()) {
      words.append(", segregated");
    }
    account.exemptions().stream()
        .sorted()
        .forEach(exemption ->
            words.append(", ").append(exemption.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    return words.toString();
  }

  /// What one owner has of one asset.
  private record Holding(String owner, String asset) {}

  private static final Comparator<Holding> BY_OWNER =
      Comparator.comparing(Holding::owner).thenComparing(Holding::asset);

  private List<AccountChanges.Total> totals() {
    SortedMap<Holding, List<Interval>> old = holdings(before);
    SortedMap<Holding, List<Interval>> now = holdings(after);
    SortedSet<Holding> all = new TreeSet<>(BY_OWNER);
    all.addAll(old.keySet());
    all.addAll(now.keySet());
    List<AccountChanges.Total> totals = new ArrayList<>();
    for (Holding holding : all) {
      List<Interval> was = old.getOrDefault(holding, List.of());
      List<Interval> is = now.getOrDefault(holding, List.of());
      if (was.size() != is.size() || !sum(was).equals(sum(is))) {
        totals.add(
            new AccountChanges.Total(
                holding.owner(), holding.asset(), was.size(), is.size(), sum(was), sum(is)));
      }
    }
    return totals;
  }

  private static SortedMap<Holding, List<Interval>> holdings(SortedMap<String, Account> accounts) {
    SortedMap<Holding, List<Interval>> holdings = new TreeMap<>(BY_OWNER);
    for (Account account : accounts.values()) {
      account
          .balances()
          .forEach((asset, balance) -> {
            if (!balance.value().equals(Interval.ZERO)) {
              holdings
                  .computeIfAbsent(new Holding(account.owner(), asset), _ -> new ArrayList<>())
                  .add(balance.value());
            }
          });
    }
    return holdings;
  }

  private static Interval sum(List<Interval> balances) {
    return balances.stream().reduce(Interval.ZERO, Interval::plus);
  }

  /// The same change of the same owner's balance.
  private record Step(Holding holding, Interval before, Interval after) {}

  private List<AccountChanges.Balance> balances() {
    Map<Step, SortedSet<String>> steps = new LinkedHashMap<>();
    for (String id : ids()) {
      SortedSet<String> assets = new TreeSet<>(balances(before, id).keySet());
      assets.addAll(balances(after, id).keySet());
      for (String asset : assets) {
        Interval was = balance(before, id, asset);
        Interval is = balance(after, id, asset);
        if (!was.equals(is)) {
          Step step = new Step(new Holding(owner(id), asset), was, is);
          steps.computeIfAbsent(step, _ -> new TreeSet<>()).add(id);
        }
      }
    }
    List<Sized> balances = new ArrayList<>();
    steps.forEach((step, accounts) -> balances.add(sized(step, accounts)));
    balances.sort(LARGEST_FIRST);
    return balances.stream().map(Sized::change).toList();
  }

  /// A change and what it is worth at most, worked out once and not at each step of sorting; null
  /// where nothing limits it.
  private record Sized(AccountChanges.Balance change, @Nullable BigDecimal size) {}

  private static final Comparator<Sized> LARGEST_FIRST =
      Comparator.comparing(Sized::size, Comparator.nullsLast(BigDecimal::compareTo))
          .reversed()
          .thenComparing(each -> each.change().owner())
          .thenComparing(each -> each.change().asset())
          .thenComparing(each -> each.change().accounts().first());

  private Sized sized(Step step, SortedSet<String> accounts) {
    Holding holding = step.holding();
    AccountChanges.Balance change =
        new AccountChanges.Balance(
            holding.owner(), holding.asset(), accounts, step.before(), step.after());
    return new Sized(change, size(change));
  }

  private static SortedMap<String, Figure> balances(SortedMap<String, Account> side, String id) {
    Account account = side.get(id);
    return account == null ? new TreeMap<>() : account.balances();
  }

  private static Interval balance(SortedMap<String, Account> side, String id, String asset) {
    Figure balance = balances(side, id).get(asset);
    return balance == null ? Interval.ZERO : balance.value();
  }

  private String owner(String id) {
    Account account = after.containsKey(id) ? after.get(id) : before.get(id);
    return account == null ? "" : account.owner();
  }

  /// What the change is worth at most; null where nothing limits it.
  private @Nullable BigDecimal size(AccountChanges.Balance change) {
    BigDecimal low = distance(change.before().low(), change.after().low());
    BigDecimal high = distance(change.before().high(), change.after().high());
    BigDecimal price = prices.get(change.asset());
    return low == null || high == null || price == null
        ? null
        : low.max(high).multiply(price).multiply(BigDecimal.valueOf(change.accounts().size()));
  }

  private static @Nullable BigDecimal distance(@Nullable BigDecimal a, @Nullable BigDecimal b) {
    if (a == null && b == null) {
      return BigDecimal.ZERO;
    }
    return a == null || b == null ? null : b.subtract(a).abs();
  }
}
