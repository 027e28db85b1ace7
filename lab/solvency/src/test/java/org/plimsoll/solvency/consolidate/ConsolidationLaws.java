package org.plimsoll.solvency.consolidate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.assess.BookFixture;
import org.plimsoll.solvency.assess.Equity;
import org.plimsoll.solvency.assess.Prices;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Elsewhere;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;
import org.plimsoll.solvency.book.Party;
import org.plimsoll.solvency.file.BookHash;

class ConsolidationLaws {
  private static final int SEEDS = 500;
  private static final List<String> ASSETS = List.of("USD", "BTC", "FTT");
  private static final List<String> PARTIES = List.of("venue", "fund", "sister", "ann", "bank");
  private static final SortedSet<String> GROUP = new TreeSet<>(List.of("fund", "sister"));

  /// Every member's own equity, with what others owe it in full, adds up to the group's: what one
  /// member counts as an asset another counts as a debt.
  @Test
  void theGroupIsWorthWhatItsMembersAreTogether() {
    int eliminated = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      Book book = draw(seed);
      Consolidation group = Consolidation.of(book);
      Interval sum =
          ownEquity(book, "venue").plus(ownEquity(book, "fund")).plus(ownEquity(book, "sister"));
      assertThat(Equity.of(group.book()).total()).as("seed %d", seed).isEqualTo(sum);
      eliminated += group.eliminated().size();
    }
    assertThat(eliminated).isGreaterThan(SEEDS);
  }

  @Test
  void equityAloneLessWhatWasCountedPlusWhatIsBroughtInIsTheGroups() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      Book book = draw(seed);
      Consolidation group = Consolidation.of(book);
      Interval bridge = Equity.of(book).total();
      for (IntragroupPair pair : group.pairs()) {
        bridge = bridge.minus(pair.counted());
      }
      for (BroughtIn each : group.broughtIn()) {
        bridge = bridge.plus(each.counted());
      }
      assertThat(Equity.of(group.book()).total()).as("seed %d", seed).isEqualTo(bridge);
    }
  }

  @Test
  void aGroupIsFormedOnceAndInAnyOrder() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      Book book = draw(seed);
      String atOnce = BookHash.of(Consolidation.of(book, GROUP).book());
      Book again = Consolidation.of(Consolidation.of(book, GROUP).book(), GROUP).book();
      assertThat(BookHash.of(again)).as("seed %d", seed).isEqualTo(atOnce);
      for (List<String> order : List.of(List.of("fund", "sister"), List.of("sister", "fund"))) {
        Book step = book;
        for (String member : order) {
          step = Consolidation.of(step, new TreeSet<>(List.of(member))).book();
        }
        assertThat(BookHash.of(step)).as("seed %d %s", seed, order).isEqualTo(atOnce);
      }
    }
  }

  @Test
  void nothingBetweenMembersIsLeftAndNothingOfOthersIsLost() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      Book book = draw(seed);
      Book group = Consolidation.of(book).book();
      assertThat(group.accounts()).noneMatch(account -> GROUP.contains(account.owner()));
      assertThat(group.loans())
          .noneMatch(loan -> GROUP.contains(loan.lender()) || GROUP.contains(loan.borrower()));
      assertThat(group.accounts())
          .isEqualTo(
              book.accounts().stream()
                  .filter(account -> !GROUP.contains(account.owner()))
                  .toList());
    }
  }

  /// The sums by pair and the items agree, and each item stands on both sides.
  @Test
  void theSumOfAPairIsTheSumOfItsItems() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      Consolidation group = Consolidation.of(draw(seed));
      Interval items = Interval.ZERO;
      for (IntragroupItem item : group.eliminated()) {
        items = items.plus(item.value());
      }
      Interval pairs = Interval.ZERO;
      for (IntragroupPair pair : group.pairs()) {
        pairs = pairs.plus(pair.firstOwes()).plus(pair.secondOwes());
      }
      assertThat(pairs).as("seed %d", seed).isEqualTo(items);
    }
  }

  /// What `party` has and owes by this book: what it holds, is owed and has pledged, less its
  /// debts. Members pay each other in full; of others, accounts under water pay the recovery, and
  /// loans are worth what the assessment says.
  private static Interval ownEquity(Book book, String party) {
    Prices prices = new Prices(book);
    boolean isSubject = party.equals(book.subject());
    Interval sum = Interval.ZERO;
    for (Account account : book.accounts()) {
      Interval net = prices.netValue(account);
      if (account.owner().equals(party)) {
        sum = sum.plus(net);
      } else if (isSubject) {
        sum = sum.minus(GROUP.contains(account.owner()) ? net : standing(book, net));
      }
    }
    for (Loan loan : book.loans()) {
      Interval debt = prices.value(loan.asset(), loan.principal().value());
      if (loan.borrower().equals(party)) {
        sum = sum.minus(debt);
        sum = isSubject ? sum : sum.plus(prices.value(loan.collateral()));
      }
      if (loan.lender().equals(party)) {
        boolean isInside = GROUP.contains(loan.borrower()) || loan.borrower().equals("venue");
        sum = sum.plus(isInside ? debt : Equity.worth(loan, prices));
      }
    }
    for (Elsewhere holding : book.elsewhere()) {
      if (holding.party().equals(party)) {
        sum = sum.plus(prices.value(holding.asset(), holding.quantity().value()));
      }
    }
    return isSubject ? sum.plus(Equity.of(book).held()) : sum;
  }

  private static Interval standing(Book book, Interval net) {
    Interval recovery = Interval.exactly(book.policies().accountRecovery());
    return net.positivePart().minus(net.negate().positivePart().times(recovery));
  }

  private static Book draw(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    BookFixture book = new BookFixture();
    book.asset("BTC", Asset.Kind.COIN, Asset.Tier.LIQUID, number(random, 50));
    book.token("FTT", "fund", Asset.Tier.LESS_LIQUID, number(random, 9));
    book.party("fund", Party.Kind.AFFILIATE, "venue").party("sister", Party.Kind.AFFILIATE, "fund");
    book.party("ann", Party.Kind.CUSTOMER).party("bank", Party.Kind.LENDER);
    for (int i = random.nextInt(6); i > 0; i--) {
      String owner = PARTIES.get(1 + random.nextInt(3));
      book.account("account-" + i, owner, basket(random, -60));
    }
    ASSETS.forEach(asset -> book.held(asset, number(random, 200)));
    for (int i = random.nextInt(7); i > 0; i--) {
      String lender = PARTIES.get(random.nextInt(PARTIES.size()));
      String borrower = PARTIES.get(random.nextInt(PARTIES.size()));
      if (!lender.equals(borrower)) {
        book.loan(
            "loan-" + i,
            lender,
            borrower,
            ASSETS.get(random.nextInt(3)),
            number(random, 90),
            Loan.Due.values()[random.nextInt(3)],
            List.of("0", "0.5", "1").get(random.nextInt(3)),
            basket(random, 1));
      }
    }
    book.recovering(List.of("0", "0.3", "1").get(random.nextInt(3)));
    return book.build().withElsewhere(elsewhere(random));
  }

  private static List<Elsewhere> elsewhere(SplittableRandom random) {
    SortedMap<String, Elsewhere> holdings = new TreeMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      String party = PARTIES.get(1 + random.nextInt(4));
      Figure quantity = Figure.of(Interval.exactly(new BigDecimal(number(random, 40))));
      holdings.put(party, new Elsewhere(party, ASSETS.get(random.nextInt(3)), quantity));
    }
    return List.copyOf(holdings.values());
  }

  private static String[] basket(SplittableRandom random, int least) {
    List<String> pairs = new ArrayList<>();
    for (String asset : ASSETS) {
      if (random.nextBoolean()) {
        pairs.add(asset);
        pairs.add(Integer.toString(random.nextInt(least, 60)));
      }
    }
    return pairs.toArray(String[]::new);
  }

  private static String number(SplittableRandom random, int most) {
    return random.nextInt(1, most) + (random.nextBoolean() ? ".5" : "");
  }
}
