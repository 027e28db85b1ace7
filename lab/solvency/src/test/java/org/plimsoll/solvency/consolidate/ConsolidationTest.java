package org.plimsoll.solvency.consolidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.assess.Answer;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.assess.BookFixture;
import org.plimsoll.solvency.assess.Question;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;
import org.plimsoll.solvency.book.Party;
import org.plimsoll.solvency.file.BookReader;
import org.plimsoll.solvency.file.ReadResult;

class ConsolidationTest {
  /// A venue has lent its customers' money to its fund, which holds the venue's token on account.
  private static BookFixture venueAndFund() {
    return new BookFixture()
        .token("TOKEN", "venue", Asset.Tier.LESS_LIQUID, "25..26")
        .party("fund", Party.Kind.AFFILIATE, "venue")
        .party("insiders", Party.Kind.OTHER, "fund")
        .party("customers", Party.Kind.CUSTOMER)
        .party("bank", Party.Kind.LENDER)
        .account("customers", "customers", "USD", "15000..16000")
        .account("fund", "fund", "USD", "-14000..-13000", "TOKEN", "100..200")
        .held("USD", "6000")
        .held("TOKEN", "100..200")
        .loan("bank-fund", "bank", "fund", "USD", "671..680", Loan.Due.UNKNOWN, "1")
        .loan("fund-insiders", "fund", "insiders", "USD", "4100", Loan.Due.UNKNOWN, "0");
  }

  @Test
  void aVenueAndItsFundOweEachOtherNothingAsAGroup() {
    Consolidation group = Consolidation.of(venueAndFund().build());
    assertThat(group.members()).containsExactly("fund", "insiders");
    assertThat(group.eliminated())
        .extracting(IntragroupItem::debtor, IntragroupItem::creditor, IntragroupItem::asset)
        .containsExactly(
            tuple("fund", "venue", "USD"),
            tuple("venue", "fund", "TOKEN"),
            tuple("insiders", "fund", "USD"));
    IntragroupPair fund = group.pairs().getFirst();
    assertThat(fund.secondOwes()).isEqualTo(between("13000", "14000"));
    assertThat(fund.firstOwes()).isEqualTo(between("2500", "5200"));
    assertThat(fund.counted()).isEqualTo(Interval.ZERO);
    assertThat(group.broughtIn())
        .singleElement()
        .satisfies(debt -> {
          assertThat(debt.kind()).isEqualTo(BroughtIn.Kind.DEBT);
          assertThat(debt.other()).isEqualTo("bank");
          assertThat(debt.counted()).isEqualTo(between("-680", "-671"));
        });
  }

  @Test
  void theGroupIsWorthWhatIsOnHandLessWhatStrangersAreOwed() {
    Assessment together = Assessment.of(Consolidation.of(venueAndFund().build()).book());
    assertThat(together.ownTokens()).containsExactly("TOKEN");
    assertThat(together.atMark().total()).isEqualTo(between("-8180", "-4471"));
    assertThat(together.withoutOwnToken().total()).isEqualTo(between("-10680", "-9671"));
    assertThat(together.liquidity().demandable()).isEqualTo(between("15000", "16680"));
  }

  @Test
  void theShippedGroupIsInsolventWithoutItsOwnTokens() {
    Consolidation group = Consolidation.of(read("ftx-2022-11-02"));
    assertThat(group.members()).contains("alameda", "insiders", "serum");
    assertThat(group.pairs().getFirst().counted()).isEqualTo(Interval.ZERO);
    Assessment together = Assessment.of(group.book());
    assertThat(together.finding(Question.INSOLVENT_WITHOUT_OWN_TOKEN).answer())
        .isEqualTo(Answer.YES);
    assertThat(together.finding(Question.UNABLE_TO_PAY).answer()).isEqualTo(Answer.YES);
  }

  @Test
  void whereTheBookTellsNothingBetweenMembersNothingChanges() {
    Book book = read("ftx-2022-11-10");
    Consolidation group = Consolidation.of(book);
    assertThat(group.members()).containsExactly("alameda");
    assertThat(group.eliminated()).isEmpty();
    assertThat(Assessment.of(group.book()).atMark()).isEqualTo(Assessment.of(book).atMark());
    assertThat(group.uncertain()).singleElement().asString().contains("is not told");
  }

  @Test
  void aBookWithoutRelatedPartiesStaysAsItIs() {
    Book book = new BookFixture().held("USD", "5").build();
    Consolidation group = Consolidation.of(book);
    assertThat(group.book()).isEqualTo(book);
    assertThat(group.uncertain()).isEmpty();
  }

  /// The fund's 80 USD of bitcoin secure a debt of 100 to the venue: the venue counted 80, and the
  /// group has the coin.
  @Test
  void whatAMemberPledgedToAnotherIsTheGroups() {
    Book book =
        new BookFixture()
            .asset("BTC", Asset.Kind.COIN, Asset.Tier.LIQUID, "20")
            .party("fund", Party.Kind.FUND, "venue")
            .loan("l", "venue", "fund", "USD", "100", Loan.Due.TERM, "0", "BTC", "4")
            .build();
    Consolidation group = Consolidation.of(book);
    assertThat(group.pairs().getFirst().counted()).isEqualTo(exactly("80"));
    assertThat(group.pairs().getFirst().secondOwes()).isEqualTo(exactly("100"));
    assertThat(group.book().loans()).isEmpty();
    assertThat(group.book().custody())
        .singleElement()
        .satisfies(held -> {
          assertThat(held.location()).isEqualTo("collateral of loan l");
          assertThat(held.encumbered().value()).isEqualTo(Interval.ZERO);
        });
    assertThat(Assessment.of(group.book()).atMark().total()).isEqualTo(exactly("80"));
  }

  @Test
  void aMembersDebtToAStrangerIsTheGroupsAndItsPledgeStays() {
    Book book =
        new BookFixture()
            .party("fund", Party.Kind.FUND, "venue")
            .party("bank", Party.Kind.LENDER)
            .loan("l", "bank", "fund", "USD", "100", Loan.Due.ON_DEMAND, "1", "USD", "30")
            .build();
    Book group = Consolidation.of(book).book();
    assertThat(group.loans())
        .singleElement()
        .satisfies(loan -> {
          assertThat(loan.borrower()).isEqualTo("venue");
          assertThat(loan.lender()).isEqualTo("bank");
        });
    assertThat(group.custody().getFirst().encumbered().value()).isEqualTo(exactly("30"));
    Assessment together = Assessment.of(group);
    assertThat(together.atMark().total()).isEqualTo(exactly("-70"));
    assertThat(together.liquidity().surplus()).isEqualTo(exactly("-100"));
  }

  @Test
  void whoeverIsNamedIsAMemberAndItsTokenTheGroupsOwn() {
    Book book =
        new BookFixture()
            .party("friend", Party.Kind.ISSUER)
            .token("COIN", "friend", Asset.Tier.LIQUID, "3")
            .held("COIN", "7")
            .build();
    assertThat(Assessment.of(book).ownTokens()).isEmpty();
    Book group = Consolidation.of(book, new TreeSet<>(List.of("friend", "venue"))).book();
    assertThat(Assessment.of(group).ownTokens()).containsExactly("COIN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Consolidation.of(book, new TreeSet<>(List.of("nobody"))))
        .withMessageContaining("nobody");
  }

  @Test
  void aPledgeOfTheSubjectToAMemberIsNamedAsOpen() {
    Book book =
        new BookFixture()
            .party("fund", Party.Kind.FUND, "venue")
            .held("omnibus", "USD", "50", "30")
            .loan("l", "fund", "venue", "USD", "20", Loan.Due.TERM, "1", "USD", "30")
            .build();
    Consolidation group = Consolidation.of(book);
    assertThat(group.uncertain()).anyMatch(sentence -> sentence.contains("stays pledged here"));
    assertThat(Assessment.of(group.book()).atMark().total()).isEqualTo(exactly("50"));
  }

  private static Interval exactly(String number) {
    return Interval.exactly(new BigDecimal(number));
  }

  private static Interval between(String low, String high) {
    return Interval.between(new BigDecimal(low), new BigDecimal(high));
  }

  private static Book read(String name) {
    return switch (BookReader.read(name, Optional.empty())) {
      case ReadResult.ReadBook(Book book) -> book;
      case ReadResult.Refused(var problems) -> throw new AssertionError(problems.toString());
    };
  }
}
