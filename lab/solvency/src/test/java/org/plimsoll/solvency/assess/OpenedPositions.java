package org.plimsoll.solvency.assess;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Position;

/// Turns balances of a drawn book into positions.
public final class OpenedPositions {
  private OpenedPositions() {}

  /// Returns the book in which half of the balances in other assets than the currency, and a few
  /// more, are open positions.
  public static Book of(Book book, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return book.withAccounts(
        book.accounts().stream().map(account -> opened(account, random)).toList());
  }

  private static Account opened(Account account, SplittableRandom random) {
    SortedMap<String, Figure> balances = new TreeMap<>(account.balances());
    List<Position> positions = new ArrayList<>(account.positions());
    for (Map.Entry<String, Figure> balance : account.balances().entrySet()) {
      boolean isFree = positions.stream().noneMatch(open -> open.asset().equals(balance.getKey()));
      if (isFree && !balance.getKey().equals("USD") && random.nextBoolean()) {
        Figure entry = Figure.of(Interval.exactly(BigDecimal.valueOf(random.nextInt(600), 1)));
        positions.add(new Position(balance.getKey(), balance.getValue(), entry));
        if (random.nextInt(4) > 0) {
          balances.remove(balance.getKey());
        }
      }
    }
    return new Account(
        account.id(),
        account.owner(),
        account.segregated(),
        account.exemptions(),
        balances,
        positions);
  }

  /// Returns the book with every position as the units that it stands for.
  public static Book boughtOnCredit(Book book) {
    return book.withAccounts(
        book.accounts().stream().map(account -> account.unfolded(book.currency())).toList());
  }
}
