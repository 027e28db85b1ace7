package org.plimsoll.solvency.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plimsoll.results.Ratio;
import org.plimsoll.solvency.assess.Equity;
import org.plimsoll.solvency.assess.RandomBook;
import org.plimsoll.solvency.attribution.Shapley;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.file.BookHash;

class BookChangeLaws {
  private static final int SEEDS = 150;

  @Test
  void aBookDoesNotDifferFromItself() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      Book book = RandomBook.withRanges(seed);
      BookChange change = BookChange.of(book, book);
      assertThat(change.isEmpty()).as("seed %d", seed).isTrue();
      change
          .attribution()
          .flatMap(EquityAttribution::low)
          .ifPresent(end -> assertThat(end.parts().values()).allMatch(part -> part.signum() == 0));
    }
  }

  /// The hash of a book covers every figure of it, so it is the judge of whether one was missed.
  @Test
  void booksDifferInFiguresWhereTheirHashesDo() {
    int same = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      Book one = RandomBook.exact(seed);
      Book other = RandomBook.exact(seed % 7 == 0 ? seed : seed + SEEDS);
      for (Book next :
          List.of(
              one.withAssets(other.assets()),
              one.withCustody(other.custody()),
              one.withAccounts(other.accounts()),
              one.withLoans(other.loans()),
              one.withMarkets(other.markets()),
              one.withPolicies(other.policies()),
              one.withParties(other.parties()))) {
        boolean isSame = BookHash.of(one).equals(BookHash.of(next));
        assertThat(BookChange.of(one, next).isOfWordsOnly()).as("seed %d", seed).isEqualTo(isSame);
        same += isSame ? 1 : 0;
      }
    }
    assertThat(same).isBetween(SEEDS, 6 * SEEDS);
  }

  @Test
  void theWayBackIsTheSameWithTheOtherSign() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      Book one = RandomBook.withRanges(seed);
      Book other = RandomBook.withRanges(seed + SEEDS);
      BookChange there = BookChange.of(one, other);
      BookChange back = BookChange.of(other, one);
      assertThat(sorted(back.entries()))
          .as("seed %d", seed)
          .isEqualTo(sorted(there.entries().stream().map(EntryChange::reversed).toList()));
      assertThat(back.accounts().totals())
          .isEqualTo(there.accounts().totals().stream().map(BookChangeLaws::reversed).toList());
      assertThat(back.attribution()).isEqualTo(there.attribution().map(BookChangeLaws::reversed));
    }
  }

  @Test
  void thePartsAddUpToTheChangeExactly() {
    int notExact = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      Book one = RandomBook.withRanges(seed);
      Book other = RandomBook.withRanges(seed + SEEDS);
      EquityAttribution why = EquityAttribution.of(one, other);
      EquityAttribution.End low = why.low().orElseThrow();
      EquityAttribution.End high = why.high().orElseThrow();
      assertThat(low.before()).isEqualTo(Ratio.of(end(Equity.of(one).total().low())));
      assertThat(high.after()).isEqualTo(Ratio.of(end(Equity.of(other).total().high())));
      assertThat(sum(low)).as("seed %d", seed).isEqualTo(low.change());
      assertThat(sum(high)).as("seed %d", seed).isEqualTo(high.change());
      notExact += why.isExact() ? 0 : 1;
    }
    assertThat(notExact).isBetween(SEEDS / 4, SEEDS - 1);
  }

  @Test
  void whatAloneChangedBearsTheWholeChange() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      Book one = RandomBook.exact(seed);
      Book other = RandomBook.exact(seed + SEEDS);
      check(Cause.PRICES, one, one.withAssets(other.assets()), seed);
      check(Cause.CUSTODY, one, one.withCustody(other.custody()), seed);
      check(Cause.ACCOUNTS, one, one.withAccounts(other.accounts()), seed);
      check(Cause.LOANS, one, one.withLoans(other.loans()), seed);
      check(Cause.POLICIES, one, one.withPolicies(other.policies()), seed);
    }
  }

  private static void check(Cause cause, Book before, Book after, long seed) {
    EquityAttribution.End end = EquityAttribution.of(before, after).low().orElseThrow();
    assertThat(end.parts().get(cause)).as("seed %d %s", seed, cause).isEqualTo(end.change());
  }

  /// The slow twin: all 120 orders, one after the other, over books put together by hand.
  @Test
  void thePartsAreTheMeanOverAllOrders() {
    for (long seed = 1; seed <= 20; seed++) {
      Book one = RandomBook.exact(seed);
      Book other = RandomBook.exact(seed + SEEDS);
      TreeMap<Cause, Ratio> sums = new TreeMap<>();
      List<List<Cause>> orders = orders(List.of(Cause.values()));
      for (List<Cause> order : orders) {
        Book book = one;
        for (Cause cause : order) {
          Book next = changed(book, other, cause);
          Ratio step = equity(next).minus(equity(book));
          sums.merge(cause, step, Ratio::plus);
          book = next;
        }
      }
      Ratio count = Ratio.of(BigDecimal.valueOf(orders.size()));
      sums.replaceAll((_, sum) -> sum.dividedBy(count));
      assertThat(orders).hasSize(120);
      assertThat(EquityAttribution.of(one, other).low().orElseThrow().parts()).isEqualTo(sums);
    }
  }

  @Test
  void fractionsAgreeWithTheSharesOfModels() {
    double[] losses = {0, 3, 5, 11, 2, 4, 9, 20};
    Ratio[] values = new Ratio[losses.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Ratio.of(BigDecimal.valueOf((long) losses[i]));
    }
    double[] shares = Shapley.shares(3, on -> losses[on]);
    Ratio[] exact = ExactShapley.shares(values);
    for (int i = 0; i < shares.length; i++) {
      assertThat(exact[i].numerator().doubleValue() / exact[i].denominator().doubleValue())
          .isCloseTo(shares[i], Offset.offset(1e-12));
    }
  }

  private static Book changed(Book book, Book other, Cause cause) {
    return switch (cause) {
      case PRICES -> book.withAssets(other.assets());
      case CUSTODY -> book.withCustody(other.custody());
      case ACCOUNTS -> book.withAccounts(other.accounts());
      case LOANS -> book.withLoans(other.loans());
      case POLICIES -> book.withPolicies(other.policies());
    };
  }

  private static List<List<Cause>> orders(List<Cause> causes) {
    if (causes.isEmpty()) {
      return List.of(List.of());
    }
    List<List<Cause>> orders = new ArrayList<>();
    for (Cause last : causes) {
      List<Cause> others = causes.stream().filter(cause -> cause != last).toList();
      for (List<Cause> order : orders(others)) {
        List<Cause> longer = new ArrayList<>(order);
        longer.add(last);
        orders.add(longer);
      }
    }
    return orders;
  }

  private static Ratio equity(Book book) {
    return Ratio.of(end(Equity.of(book).total().low()));
  }

  private static BigDecimal end(@Nullable BigDecimal end) {
    return Optional.ofNullable(end).orElseThrow();
  }

  private static Ratio sum(EquityAttribution.End end) {
    return end.parts().values().stream().reduce(Ratio.ZERO, Ratio::plus);
  }

  private static List<EntryChange> sorted(List<EntryChange> entries) {
    return entries.stream()
        .sorted(Comparator.comparing(EntryChange::part).thenComparing(EntryChange::name))
        .toList();
  }

  private static AccountChanges.Total reversed(AccountChanges.Total total) {
    return new AccountChanges.Total(
        total.owner(),
        total.asset(),
        total.accountsAfter(),
        total.accountsBefore(),
        total.after(),
        total.before());
  }

  private static EquityAttribution reversed(EquityAttribution why) {
    return new EquityAttribution(
        why.low().map(BookChangeLaws::reversed), why.high().map(BookChangeLaws::reversed));
  }

  private static EquityAttribution.End reversed(EquityAttribution.End end) {
    TreeMap<Cause, Ratio> parts = new TreeMap<>(end.parts());
    parts.replaceAll((_, part) -> Ratio.ZERO.minus(part));
    return new EquityAttribution.End(end.after(), end.before(), parts);
  }
}
