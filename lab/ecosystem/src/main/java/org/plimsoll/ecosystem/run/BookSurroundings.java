package org.plimsoll.ecosystem.run;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plimsoll.ecosystem.Economy;
import org.plimsoll.ecosystem.world.LoanBook;
import org.plimsoll.protocol.ListingCommand.ListMarket;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;
import org.plimsoll.solvency.book.Market;
import org.plimsoll.solvency.book.Party;
import org.plimsoll.units.Side;
import org.plimsoll.venue.VenueView;

/// What stands in a book beside the venue's own ledger: what lenders outside have lent its
/// affiliates against collateral that the venue lists, since it all sells into one market, and how
/// much of that the market takes: the bids in the venue's order book within 2 % of its middle.
final class BookSurroundings {
  private static final BigDecimal NEAR = new BigDecimal("0.98");
  private static final int E9_DECIMALS = 9;

  private final Roster roster;
  private final Economy economy;

  BookSurroundings(Roster roster, Economy economy) {
    this.roster = roster;
    this.economy = economy;
  }

  /// Returns the loans of some parties.
  List<Loan> loans(SortedMap<Integer, String> borrowers) {
    LoanBook loans = economy.loans();
    List<Loan> list = new ArrayList<>();
    for (int loan = 0; loan < loans.count(); loan++) {
      LoanBook.Terms terms = loans.terms(loan);
      String borrower = borrowers.get(terms.borrower());
      boolean isListed = terms.money() < roster.listed() && terms.collateral() < roster.listed();
      if (borrower != null && isListed && loans.principal(loan) > 0) {
        list.add(loan(loan, borrower));
      }
    }
    return list;
  }

  private Loan loan(int number, String borrower) {
    LoanBook.Terms terms = economy.loans().terms(number);
    SortedMap<String, Figure> pledged = new TreeMap<>();
    pledged.put(
        code(terms.collateral()), whole(terms.collateral(), economy.loans().pledged(number)));
    return new Loan(
        "loan-" + number,
        economy.ledger().holder(terms.lender()),
        borrower,
        code(terms.money()),
        whole(terms.money(), economy.loans().principal(number)),
        pledged,
        Loan.Due.ON_DEMAND,
        Optional.empty(),
        BigDecimal.ONE);
  }

  /// Returns who lends, as parties of the book.
  static List<Party> lenders(List<Loan> loans) {
    SortedSet<String> names = new TreeSet<>();
    loans.forEach(loan -> names.add(loan.lender()));
    return names.stream()
        .map(name -> new Party(name, Party.Kind.LENDER, List.of(), List.of()))
        .toList();
  }

  /// Returns the depth of every spot market as its order book shows it now.
  List<Market> markets() {
    VenueView books = economy.exchange().books();
    List<Market> markets = new ArrayList<>();
    for (MarketListing listing : books.markets()) {
      if (listing instanceof ListMarket) {
        markets.add(
            new Market(
                code(listing.base()),
                Figure.of(Interval.UNKNOWN),
                Figure.of(Interval.UNKNOWN),
                Figure.of(Interval.UNKNOWN),
                Figure.of(Interval.exactly(bids(listing, books))),
                Market.DEFAULT_PARTICIPATION));
      }
    }
    return markets;
  }

  private BigDecimal bids(MarketListing listing, VenueView books) {
    long bid = books.bestTicks(listing.market(), Side.BUY);
    long ask = books.bestTicks(listing.market(), Side.SELL);
    BigDecimal middle =
        BigDecimal.valueOf(ask > 0 ? bid + ask : 2 * bid).divide(BigDecimal.valueOf(2));
    BigDecimal least = middle.multiply(NEAR);
    BigInteger[] tickLots = {BigInteger.ZERO};
    books.forEachOrder(
        listing.market(),
        (_, _, side, priceTicks, leavesLots) -> {
          if (side == Side.BUY && BigDecimal.valueOf(priceTicks).compareTo(least) >= 0) {
            tickLots[0] =
                tickLots[0].add(
                    BigInteger.valueOf(priceTicks).multiply(BigInteger.valueOf(leavesLots)));
          }
        });
    int decimals = E9_DECIMALS + roster.assets().get(listing.base()).decimals();
    return new BigDecimal(tickLots[0], decimals)
        .multiply(BigDecimal.valueOf(listing.tickE9()))
        .multiply(BigDecimal.valueOf(listing.lot()));
  }

  private Figure whole(int asset, long units) {
    int decimals = roster.assets().get(asset).decimals();
    return Figure.of(Interval.exactly(BigDecimal.valueOf(units, decimals)));
  }

  private String code(int asset) {
    return roster.assets().get(asset).name();
  }
}
