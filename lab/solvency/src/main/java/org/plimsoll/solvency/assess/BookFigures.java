package org.plimsoll.solvency.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Custody;
import org.plimsoll.solvency.book.Feedback;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;
import org.plimsoll.solvency.book.Market;
import org.plimsoll.solvency.book.Party;

/// Every figure of a book with words that say which one it is.
final class BookFigures {
  /// The sort of a figure, named in the plural.
  enum Group {
    PRICES("prices"),
    SHARES("ownership shares"),
    BALANCES("account balances"),
    LOANS("loan figures"),
    CUSTODY("custody quantities"),
    PLEDGES("pledged quantities"),
    DEPTHS("market depths"),
    FEEDBACK("figures of how a price acts on itself");

    private final String plural;

    Group(String plural) {
      this.plural = plural;
    }

    String plural() {
      return plural;
    }
  }

  /// A figure and which one it is.
  ///
  /// @param group the sort of figure
  /// @param what such as `balance of account `, or the whole name
  /// @param entry the id of the entry; empty where the name is whole
  /// @param asset the asset of a basket that it speaks of; empty where the name is whole
  /// @param figure the value and its source
  record Named(Group group, String what, String entry, String asset, Figure figure) {
    /// Returns words such as `price of BTC`. A large book has millions of names, of which a few are
    /// read, so none is made before.
    String name() {
      return what + entry + (asset.isEmpty() ? "" : " in " + asset);
    }

    boolean hasSource() {
      return !figure.source().isEmpty();
    }

    Interval value() {
      return figure.value();
    }
  }

  private final List<Named> figures = new ArrayList<>();

  private BookFigures() {}

  /// Returns the figures in the order of the book, without the price of its own currency, which is
  /// 1 by meaning. A large book has millions of them.
  static List<Named> of(Book book) {
    BookFigures all = new BookFigures();
    for (Asset asset : book.assets()) {
      if (!asset.id().equals(book.currency())) {
        all.add(Group.PRICES, "price of " + asset.id(), asset.price());
      }
    }
    for (Party party : book.parties()) {
      party.owners().forEach(share -> all.add(party, share));
    }
    for (Account account : book.accounts()) {
      all.addBasket(Group.BALANCES, "balance of account ", account.id(), account.balances());
    }
    for (Loan loan : book.loans()) {
      all.add(Group.LOANS, "principal of loan " + loan.id(), loan.principal());
      all.addBasket(Group.LOANS, "collateral of loan ", loan.id(), loan.collateral());
    }
    for (Custody custody : book.custody()) {
      String where = custody.asset() + " at " + custody.location();
      all.add(Group.CUSTODY, where, custody.quantity());
      all.add(Group.PLEDGES, "pledged part of " + where, custody.encumbered());
    }
    for (Market market : book.markets()) {
      all.add(Group.DEPTHS, "depth of " + market.asset(), market.depth());
    }
    book.assets().forEach(asset -> all.add(asset.id(), asset.feedback()));
    return all.figures;
  }

  private void add(Party party, Party.Ownership share) {
    add(Group.SHARES, "share of " + share.owner() + " in " + party.id(), share.share());
  }

  private void add(String asset, Feedback told) {
    told.ownToken()
        .ifPresent(token -> {
          add(Group.FEEDBACK, "supply of " + asset, token.supply());
          add(
              Group.FEEDBACK,
              "value of " + asset + " without its issuer",
              token.independentValue());
          add(Group.FEEDBACK, "value of " + asset + " per equity", token.perEquity());
        });
    told.emission()
        .ifPresent(paid -> {
          add(Group.FEEDBACK, "daily emission of " + asset, paid.perDay());
          add(Group.FEEDBACK, "daily inflow into " + asset, paid.inflow());
        });
    told.run()
        .ifPresent(run -> {
          add(Group.FEEDBACK, "part of claims that leaves at the price of " + asset, run.base());
          add(Group.FEEDBACK, "part that leaves as " + asset + " falls", run.sensitivity());
          add(Group.FEEDBACK, "part of it raised by selling " + asset, run.sold());
        });
    for (Feedback.LeveragedToken token : told.leveragedTokens()) {
      add(Group.FEEDBACK, "net asset value of " + token.name(), token.netAssetValue());
    }
  }

  private void addBasket(Group group, String what, String id, SortedMap<String, Figure> basket) {
    for (Map.Entry<String, Figure> entry : basket.entrySet()) {
      figures.add(new Named(group, what, id, entry.getKey(), entry.getValue()));
    }
  }

  private void add(Group group, String name, Figure figure) {
    figures.add(new Named(group, name, "", "", figure));
  }
}
