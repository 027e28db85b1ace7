package org.plimsoll.solvency.assess;

import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Custody;
import org.plimsoll.solvency.book.Elsewhere;
import org.plimsoll.solvency.book.Feedback;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;
import org.plimsoll.solvency.book.Market;
import org.plimsoll.solvency.book.Party;
import org.plimsoll.solvency.book.Position;

/// Every figure that a book tells, with words that say which one it is.
///
/// What a book need not tell and does not is no figure: nothing was read, so it has no source to
/// name, and no range to leave open.
final class BookFigures {
  /// The sort of a figure, named in the plural.
  enum Group {
    PRICES("prices"),
    SHARES("ownership shares"),
    DEFAULTS("chances to fail"),
    BALANCES("account balances"),
    POSITIONS("position figures"),
    LOANS("loan figures"),
    CUSTODY("custody quantities"),
    PLEDGES("pledged quantities"),
    MARKETS("market figures"),
    ELSEWHERE("quantities held elsewhere"),
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

  private static final Interval QUANTITY = new Interval(BigDecimal.ZERO, null);
  private static final Interval PART = Interval.between(BigDecimal.ZERO, BigDecimal.ONE);

  private final Consumer<Named> take;

  private BookFigures(Consumer<Named> take) {
    this.take = take;
  }

  /// Hands on the figures that stand before those of the accounts, in the order of the book,
  /// without the price of its own currency, which is 1 by meaning. A large book has millions of
  /// figures, so they are never all there at once.
  static void beforeAccounts(Book book, Consumer<Named> take) {
    BookFigures all = new BookFigures(take);
    for (Asset asset : book.assets()) {
      if (!asset.id().equals(book.currency())) {
        all.add(Group.PRICES, "price of " + asset.id(), asset.price());
      }
    }
    for (Party party : book.parties()) {
      party.owners().forEach(share -> all.add(party, share));
      all.addIfTold(
          Group.DEFAULTS, "chance that " + party.id() + " fails", party.defaultProbability(), PART);
    }
  }

  /// Hands on the figures of an account.
  static void ofAccount(Account account, Consumer<Named> take) {
    BookFigures all = new BookFigures(take);
    all.addBasket(Group.BALANCES, "balance of account ", account.id(), account.balances());
    account.positions().forEach(position -> all.add(account.id(), position));
  }

  /// Hands on the figures that stand after those of the accounts, in the order of the book.
  static void afterAccounts(Book book, Consumer<Named> take) {
    BookFigures all = new BookFigures(take);
    for (Loan loan : book.loans()) {
      all.add(Group.LOANS, "principal of loan " + loan.id(), loan.principal());
      loan.terms()
          .rate()
          .ifPresent(rate -> all.add(Group.LOANS, "rate of loan " + loan.id(), rate));
      all.addBasket(Group.LOANS, "collateral of loan ", loan.id(), loan.collateral());
    }
    for (Custody custody : book.custody()) {
      String where = custody.asset() + " at " + custody.location();
      all.add(Group.CUSTODY, where, custody.quantity());
      all.add(Group.PLEDGES, "pledged part of " + where, custody.encumbered());
    }
    book.markets().forEach(all::add);
    for (Elsewhere held : book.elsewhere()) {
      String what = held.asset() + " that " + held.party() + " holds elsewhere";
      all.add(Group.ELSEWHERE, what, held.quantity());
    }
    book.assets().forEach(asset -> all.add(asset.id(), asset.feedback()));
  }

  private void add(String account, Position position) {
    String asset = position.asset();
    take.accept(
        new Named(Group.POSITIONS, "position of account ", account, asset, position.size()));
    take.accept(
        new Named(Group.POSITIONS, "entry price of account ", account, asset, position.entry()));
  }

  private void add(Market market) {
    String of = " of " + market.asset();
    addIfTold(Group.MARKETS, "depth" + of, market.depth(), QUANTITY);
    addIfTold(Group.MARKETS, "daily volume" + of, market.adv(), QUANTITY);
    addIfTold(Group.MARKETS, "daily volatility" + of, market.dailyVol(), QUANTITY);
    addIfTold(Group.MARKETS, "visible depth" + of, market.visibleDepth(), QUANTITY);
  }

  /// Leaves out what was read nowhere and is as open as its meaning allows.
  private void addIfTold(Group group, String name, Figure figure, Interval widest) {
    if (!figure.source().isEmpty() || !widest.liesIn(figure.value())) {
      add(group, name, figure);
    }
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
      take.accept(new Named(group, what, id, entry.getKey(), entry.getValue()));
    }
  }

  private void add(Group group, String name, Figure figure) {
    take.accept(new Named(group, name, "", "", figure));
  }
}
