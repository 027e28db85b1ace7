package org.plimsoll.solvency.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.solvency.assess.Prices;
import org.plimsoll.solvency.assess.Wording;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Custody;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;
import org.plimsoll.solvency.book.Position;

/// The words of an entry: how its number comes out of the book, and where the book read it.
final class Working {
  private final Book book;
  private final Prices prices;
  private final SortedMap<String, String> priceSources = new TreeMap<>();

  Working(Book book) {
    this(book, new Prices(book));
  }

  /// Takes other prices than those of the book.
  Working(Book book, Prices prices) {
    this.book = book;
    this.prices = prices;
    for (Asset asset : book.assets()) {
      priceSources.put(asset.id(), asset.price().source());
    }
  }

  /// Returns a quantity at its price, such as `2 BTC × 20,000`; the book's own currency has none.
  String valued(String asset, Interval quantity) {
    String units = units(asset, quantity);
    return asset.equals(book.currency()) ? units : units + " × " + grouped(prices.of(asset));
  }

  /// Returns a basket at its prices, such as `2 BTC × 20,000 - 10,000 USD`.
  String valued(SortedMap<String, Figure> basket) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, Figure> entry : basket.entrySet()) {
      Interval quantity = entry.getValue().value();
      boolean isTaken = quantity.high() != null && quantity.high().compareTo(BigDecimal.ZERO) < 0;
      String sign = isTaken ? " - " : " + ";
      text.append(text.isEmpty() ? (isTaken ? "-" : "") : sign)
          .append(valued(entry.getKey(), isTaken ? quantity.negate() : quantity));
    }
    return text.isEmpty() ? "nothing" : text.toString();
  }

  /// Returns what is owed to the owner of an account: its balances at their prices, and its
  /// positions such as `position 2 BTC × (60,000 - 58,000)`.
  String valued(Account account) {
    StringBuilder text = new StringBuilder();
    if (!account.balances().isEmpty() || account.positions().isEmpty()) {
      text.append(valued(account.balances()));
    }
    for (Position position : account.positions()) {
      text.append(text.isEmpty() ? "position " : " + position ")
          .append(units(position.asset(), position.size().value()))
          .append(" × (")
          .append(grouped(prices.of(position.asset())))
          .append(" - ")
          .append(grouped(position.entry().value()))
          .append(')');
    }
    return text.toString();
  }

  /// Returns a quantity with its unit, such as `2 BTC`.
  static String units(String asset, Interval quantity) {
    return grouped(quantity) + " " + asset;
  }

  private static String grouped(Interval interval) {
    String text = Wording.range(interval);
    return text.contains(" ") ? "(" + text + ")" : text;
  }

  static String name(Account account) {
    return account.id().equals(account.owner())
        ? account.id()
        : account.id() + " of " + account.owner();
  }

  static String name(Custody custody) {
    return custody.asset() + " in " + custody.location();
  }

  String name(Loan loan) {
    return loan.lender().equals(book.subject())
        ? loan.id() + " to " + loan.borrower()
        : loan.id() + " from " + loan.lender();
  }

  /// Returns where a quantity and the price of its asset were read.
  List<String> sources(String asset, Figure... figures) {
    Set<String> sources = new LinkedHashSet<>();
    for (Figure figure : figures) {
      sources.add(figure.source());
    }
    sources.add(priceSource(asset));
    return withoutEmpty(sources);
  }

  /// Returns where a basket and the prices of its assets were read.
  List<String> sources(SortedMap<String, Figure> basket) {
    Set<String> sources = new LinkedHashSet<>();
    basket.values().forEach(figure -> sources.add(figure.source()));
    basket.keySet().forEach(asset -> sources.add(priceSource(asset)));
    return withoutEmpty(sources);
  }

  /// Returns where an account's balances and positions and the prices of their assets were read.
  List<String> sources(Account account) {
    Set<String> sources = new LinkedHashSet<>();
    account.balances().values().forEach(figure -> sources.add(figure.source()));
    for (Position position : account.positions()) {
      sources.add(position.size().source());
      sources.add(position.entry().source());
    }
    account.balances().keySet().forEach(asset -> sources.add(priceSource(asset)));
    account.positions().forEach(position -> sources.add(priceSource(position.asset())));
    return withoutEmpty(sources);
  }

  /// Returns where a quantity alone was read.
  static List<String> source(Figure figure) {
    return withoutEmpty(Set.of(figure.source()));
  }

  private String priceSource(String asset) {
    return asset.equals(book.currency()) ? "" : priceSources.getOrDefault(asset, "");
  }

  private static List<String> withoutEmpty(Set<String> sources) {
    List<String> kept = new ArrayList<>(sources);
    kept.removeIf(String::isEmpty);
    return kept;
  }
}
