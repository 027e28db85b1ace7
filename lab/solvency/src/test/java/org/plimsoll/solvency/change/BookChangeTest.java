package org.plimsoll.solvency.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.plimsoll.results.Ratio;
import org.plimsoll.solvency.assess.BookFixture;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;
import org.plimsoll.solvency.book.LossRules;
import org.plimsoll.solvency.book.Policies;
import org.plimsoll.solvency.book.WithdrawalRules;
import org.plimsoll.solvency.file.BookReader;
import org.plimsoll.solvency.file.ReadResult;
import org.plimsoll.solvency.waterfall.WaterfallProfile;

class BookChangeTest {
  @Test
  void twoReadingsOfTheSameBooksDifferInNotesOnly() {
    BookChange change = change("levine-7", "levine-8");
    assertThat(change.entries()).isNotEmpty().allMatch(entry -> entry.part() == Part.NOTE);
    assertThat(change.accounts().isEmpty()).isTrue();
    assertThat(end(change).change()).isEqualTo(Ratio.ZERO);
  }

  @Test
  void aThousandAccountsThatChangeAlikeAreOneLine() {
    BookChange change = change("levine-1", "levine-6");
    List<AccountChanges.Balance> balances = change.accounts().balances();
    assertThat(balances).hasSizeLessThan(10);
    assertThat(balances.getFirst().asset()).isEqualTo("FTT");
    AccountChanges.Balance dollars =
        balances.stream()
            .filter(each -> each.owner().equals("A") && each.asset().equals("USD"))
            .findFirst()
            .orElseThrow();
    assertThat(dollars.accounts()).hasSize(100);
    assertThat(dollars.before()).isEqualTo(Interval.ZERO);
    assertThat(dollars.after()).isEqualTo(Interval.exactly(new BigDecimal("-10000")));
  }

  @Test
  void whatFlowsThroughAccountsAndCustodyCancels() {
    EquityAttribution.End end = end(change("levine-1", "levine-6"));
    assertThat(end.change()).isEqualTo(Ratio.ZERO);
    assertThat(end.parts().get(Cause.CUSTODY)).isEqualTo(whole("2000000"));
    assertThat(end.parts().get(Cause.ACCOUNTS)).isEqualTo(whole("-2000000"));
  }

  /// 10 units rise from 3 to 5 while 4 more come: 20 or 28 is the rise's, as it comes first or
  /// last, so 24.
  @Test
  void whatTwoCausesMakeTogetherIsSplitEvenly() {
    Book before = new BookFixture().asset("BTC", COIN, LIQUID, "3").held("BTC", "10").build();
    Book after = new BookFixture().asset("BTC", COIN, LIQUID, "5").held("BTC", "14").build();
    EquityAttribution.End end = EquityAttribution.of(before, after).low().orElseThrow();
    assertThat(end.parts().get(Cause.PRICES)).isEqualTo(whole("24"));
    assertThat(end.parts().get(Cause.CUSTODY)).isEqualTo(whole("16"));
    assertThat(end.change()).isEqualTo(whole("40"));
  }

  @Test
  void anAssetOfOneBookOnlyIsAChangeOfQuantity() {
    Book before = new BookFixture().build();
    Book after = new BookFixture().asset("BTC", COIN, LIQUID, "5").held("BTC", "14").build();
    EquityAttribution.End end = EquityAttribution.of(before, after).low().orElseThrow();
    assertThat(end.parts().get(Cause.PRICES)).isEqualTo(Ratio.ZERO);
    assertThat(end.parts().get(Cause.CUSTODY)).isEqualTo(whole("70"));
  }

  @Test
  void whatNothingLimitsIsNotAttributedAtThatEnd() {
    Book before = new BookFixture().asset("BTC", COIN, LIQUID, "5").held("BTC", "1").build();
    Book after = new BookFixture().asset("BTC", COIN, LIQUID, "5").held("BTC", "2..").build();
    EquityAttribution why = EquityAttribution.of(before, after);
    assertThat(why.low().orElseThrow().change()).isEqualTo(whole("5"));
    assertThat(why.high()).isEmpty();
    assertThat(why.isExact()).isFalse();
  }

  @Test
  void twoSubjectsAreComparedWithoutAnAttribution() {
    BookChange change = change("alameda-2022-06-30", "ftx-2022-11-02");
    assertThat(change.isOfOneSubject()).isFalse();
    assertThat(change.isEmpty()).isFalse();
    assertThat(change.attribution()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EquityAttribution.of(change.before(), change.after()))
        .withMessageContaining("subject alameda is not ftx");
  }

  @Test
  void twoCurrenciesAreNotCompared() {
    Book dollars = new BookFixture().build();
    Book euros =
        new Book(
            "",
            "",
            "EUR",
            "venue",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            dollars.policies());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BookChange.of(dollars, euros))
        .withMessageContaining("currency USD is not EUR");
  }

  @Test
  void anEntryIsNewGoneOrChanged() {
    Book before = new BookFixture().held("USD", "5").borrowed("old", "USD", "3", TERM).build();
    Book after = new BookFixture().held("USD", "6..7").borrowed("young", "USD", "4", TERM).build();
    BookChange change = BookChange.of(before, after);
    EntryChange cash = change.entries(Part.CUSTODY).getFirst();
    assertThat(cash.kind()).isEqualTo(EntryChange.Kind.CHANGED);
    assertThat(cash.properties()).containsExactly("quantity");
    assertThat(cash.before("quantity").map(Told::words)).hasValue("5");
    assertThat(cash.after("quantity").map(Told::words)).hasValue("6 to 7");
    assertThat(cash.words("location")).isEqualTo("omnibus");
    assertThat(change.entries(Part.LOAN))
        .extracting(EntryChange::name, EntryChange::kind)
        .containsExactly(
            Tuple.tuple("old", EntryChange.Kind.GONE), Tuple.tuple("young", EntryChange.Kind.NEW));
    assertThat(change.entries(Part.LOAN).getFirst().quantityAfter("principal"))
        .isEqualTo(Interval.ZERO);
  }

  @Test
  void anAccountThatChangesHandsIsNamed() {
    Book before = new BookFixture().account("one", "ann", "USD", "5").build();
    Book after = new BookFixture().account("one", "bob", "USD", "5").build();
    AccountChanges changes = BookChange.of(before, after).accounts();
    assertThat(changes.rules().get("one"))
        .isEqualTo(new AccountChanges.Rules("owner ann", "owner bob"));
    assertThat(changes.balances()).isEmpty();
    assertThat(changes.totals()).extracting("owner").containsExactly("ann", "bob");
  }

  @Test
  void anAccountWithoutABalanceIsNotOverlooked() {
    Book before = new BookFixture().build();
    Book after = new BookFixture().account("one", "ann").build();
    assertThat(BookChange.of(before, after).accounts().rules().get("one"))
        .isEqualTo(new AccountChanges.Rules("", "owner ann"));
  }

  @Test
  void everyRuleOfThePoliciesIsCompared() {
    Book before = new BookFixture().build();
    Policies rules =
        new Policies(
            Policies.CustodyPolicy.OPT_IN,
            new BigDecimal("0.5"),
            Policies.Exemptions.NONE,
            Policies.OwnTokens.EXCLUDED,
            new TreeMap<>(Map.of("USD", BigDecimal.TEN)),
            new LossRules(
                WaterfallProfile.BACKSTOP, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE),
            new WithdrawalRules(
                new BigDecimal("0.1"), WithdrawalRules.Queue.PRO_RATA, new BigDecimal("0.2")));
    EntryChange change =
        BookChange.of(before, before.withPolicies(rules)).entries(Part.POLICY).getFirst();
    assertThat(change.properties()).hasSize(12);
    assertThat(change.before("cap of USD")).isEmpty();
    assertThat(change.after("losses").map(Told::words)).hasValue("backstop");
  }

  @Test
  void everyPropertyOfAShippedBookIsCompared() {
    Book book = read("ftx-2022-11-02");
    BookChange gone =
        BookChange.of(
            book,
            book.withMarkets(List.of())
                .withParties(List.of())
                .withElsewhere(List.of())
                .withAssets(List.of())
                .withLoans(List.of()));
    for (Part part : List.of(Part.ASSET, Part.PARTY, Part.LOAN, Part.MARKET, Part.ELSEWHERE)) {
      assertThat(gone.entries(part))
          .isNotEmpty()
          .allMatch(entry -> entry.kind() == EntryChange.Kind.GONE);
    }
    assertThat(gone.entries(Part.MARKET).getFirst().words("adv")).isNotEmpty();
    assertThat(gone.entries(Part.LOAN).getFirst().words("borrower")).isEqualTo("alameda");
  }

  private static final Asset.Kind COIN = Asset.Kind.COIN;
  private static final Asset.Tier LIQUID = Asset.Tier.LIQUID;
  private static final Loan.Due TERM = Loan.Due.TERM;

  private static EquityAttribution.End end(BookChange change) {
    return change.attribution().flatMap(EquityAttribution::low).orElseThrow();
  }

  private static Ratio whole(String number) {
    return Ratio.of(new BigDecimal(number));
  }

  private static BookChange change(String before, String after) {
    return BookChange.of(read(before), read(after));
  }

  private static Book read(String name) {
    return switch (BookReader.read(name, Optional.empty())) {
      case ReadResult.ReadBook(Book book) -> book;
      case ReadResult.Refused(var problems) -> throw new AssertionError(problems.toString());
    };
  }
}
