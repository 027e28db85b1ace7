package org.plimsoll.solvency.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Loan;
import org.plimsoll.solvency.book.Party;

/// Draws small books from a seed: few assets and accounts, so that every edge is met often.
public final class RandomBook {
  private static final List<String> ASSETS = List.of("USD", "BTC", "FTT", "LAND");
  private static final List<String> OWNERS = List.of("ann", "bob", "cid", "sister");

  private final SplittableRandom random;
  private final RandomTerms terms;
  private final boolean ranges;
  private final BookFixture book = new BookFixture();

  private RandomBook(long seed, boolean ranges) {
    this.random = new SplittableRandom(seed);
    this.terms = new RandomTerms(~seed);
    this.ranges = ranges;
  }

  /// Returns a book in which every figure is one number.
  public static Book exact(long seed) {
    return new RandomBook(seed, false).draw();
  }

  /// Returns a book in which some figures are ranges, bounded on both sides.
  public static Book withRanges(long seed) {
    return new RandomBook(seed, true).draw();
  }

  private Book draw() {
    book.asset("BTC", Asset.Kind.COIN, Asset.Tier.LIQUID, figure(0, 50));
    book.token("FTT", oneOf(List.of("venue", "sister", "ann")), tier(), figure(0, 9));
    book.asset("LAND", Asset.Kind.OTHER, tier(), figure(0, 30));
    OWNERS.subList(0, 3).forEach(owner -> book.party(owner, Party.Kind.CUSTOMER));
    book.party("sister", Party.Kind.AFFILIATE, "venue");
    book.party("lender", Party.Kind.LENDER);
    for (int i = random.nextInt(7); i > 0; i--) {
      book.account("account-" + i, oneOf(OWNERS), basket(-60, 60));
    }
    for (String asset : ASSETS) {
      if (random.nextInt(3) > 0) {
        book.held("omnibus", asset, figure(20, 150), figure(0, 20));
      }
      if (random.nextInt(3) == 0) {
        book.depth(asset, figure(1, 400));
      }
    }
    drawLoans();
    return terms.given(book.recovering(oneOf(List.of("0", "0.3", "1"))).build());
  }

  private void drawLoans() {
    if (random.nextInt(3) == 0) {
      Loan.Due due = oneOf(List.of(Loan.Due.values()));
      book.borrowed("debt", oneOf(ASSETS), figure(0, 80), due);
    }
    if (random.nextInt(3) == 0) {
      String recourse = oneOf(List.of("0", "0.5", "1"));
      book.loan(
          "out",
          "venue",
          "bob",
          oneOf(ASSETS),
          figure(0, 80),
          Loan.Due.ON_DEMAND,
          recourse,
          basket(0, 60));
    }
  }

  private String[] basket(int least, int most) {
    List<String> pairs = new ArrayList<>();
    for (String asset : ASSETS) {
      if (random.nextBoolean()) {
        pairs.add(asset);
        pairs.add(figure(least, most));
      }
    }
    return pairs.toArray(String[]::new);
  }

  private String figure(int least, int most) {
    int low = random.nextInt(least, most + 1);
    if (ranges && random.nextInt(4) == 0) {
      return low + ".." + (low + random.nextInt(1, 20));
    }
    return low + (random.nextInt(3) == 0 ? ".5" : "");
  }

  private Asset.Tier tier() {
    return oneOf(List.of(Asset.Tier.values()));
  }

  private <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
