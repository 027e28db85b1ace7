package org.plimsoll.solvency.explain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Custody;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Loan;
import org.plimsoll.solvency.book.Market;
import org.plimsoll.solvency.loadline.DepthModel;

/// Where a book read what the figures of its risks are computed of.
final class RiskSources {
  private final Book book;
  private final Working working;

  RiskSources(Book book) {
    this.book = book;
    this.working = new Working(book);
  }

  /// Returns where the price of an asset was read, and what a model says of its market.
  List<String> market(String asset, DepthModel model) {
    List<Figure> figures = new ArrayList<>();
    for (Market market : book.markets()) {
      if (market.asset().equals(asset)) {
        figures.addAll(
            switch (model) {
              case LOG_DEPTH -> List.of(market.depth());
              case VISIBLE_DEPTH -> List.of(market.visibleDepth());
              case DAILY_VOLUME -> List.of(market.adv(), market.dailyVol());
            });
      }
    }
    return working.sources(asset, figures.toArray(Figure[]::new));
  }

  /// Returns where the day's volume of an asset was read.
  List<String> volume(String asset) {
    List<String> sources = new ArrayList<>();
    for (Market market : book.markets()) {
      if (market.asset().equals(asset)) {
        sources.addAll(Working.source(market.adv()));
      }
    }
    return sources;
  }

  /// Returns where the price of an asset was read, and figures about it.
  List<String> of(String asset, Figure... figures) {
    return working.sources(asset, figures);
  }

  /// Returns where what is on hand of an asset was read.
  List<String> held(String asset) {
    List<String> sources = new ArrayList<>();
    for (Custody custody : book.custody()) {
      if (custody.asset().equals(asset)) {
        sources.addAll(Working.source(custody.quantity()));
      }
    }
    return distinct(sources);
  }

  /// Returns where a loan or an account of this id was read, and the prices that value it.
  List<String> debt(String name) {
    for (Loan loan : book.loans()) {
      if (loan.id().equals(name)) {
        List<String> sources = new ArrayList<>(working.sources(loan.asset(), loan.principal()));
        sources.addAll(working.sources(loan.collateral()));
        return distinct(sources);
      }
    }
    return book.accounts().stream()
        .filter(account -> account.id().equals(name))
        .findFirst()
        .map(working::sources)
        .orElse(List.of());
  }

  /// Returns what a reader calls a loan or an account of this id.
  String name(String id) {
    return book.loans().stream()
        .filter(loan -> loan.id().equals(id))
        .map(loan -> "loan " + loan.id() + " of " + loan.borrower())
        .findFirst()
        .or(() ->
            book.accounts().stream()
                .filter(account -> account.id().equals(id))
                .map(account -> "account " + Working.name(account))
                .findFirst())
        .orElse(id);
  }

  /// Returns all that both name, once.
  static List<String> join(List<String> first, List<String> second) {
    List<String> both = new ArrayList<>(first);
    both.addAll(second);
    return distinct(both);
  }

  Asset asset(String id) {
    return book.assets().stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow();
  }

  List<Account> accountsOf(String owner) {
    return book.accounts().stream().filter(account -> account.owner().equals(owner)).toList();
  }

  private static List<String> distinct(List<String> sources) {
    Set<String> once = new LinkedHashSet<>(sources);
    return List.copyOf(once);
  }
}
