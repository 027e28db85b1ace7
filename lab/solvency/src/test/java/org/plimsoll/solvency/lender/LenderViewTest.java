package org.plimsoll.solvency.lender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.file.BookReader;
import org.plimsoll.solvency.file.ReadResult;
import org.plimsoll.solvency.loadline.DepthModel;

class LenderViewTest {
  private static final String LOAN =
      """
      book: 1
      title: one loan
      as-of: 2022-11-01
      currency: USD
      subject: lender
      assets:
        - {id: USD, kind: fiat, tier: liquid, price: 1}
        - {id: TOK, kind: token, tier: less-liquid, issuer: venue, price: 25}
        - {id: BTC, kind: coin, tier: less-liquid, price: 20000}
      parties:
        - {id: lender, kind: lender}
        - {id: other, kind: lender}
        - {id: fund, kind: fund, related-to: [venue], default-probability: {low: 0.05, high: 0.1}}
        - {id: clean, kind: fund}
        - {id: venue, kind: venue}
        - {id: whale, kind: other}
      loans:
        - {id: tied, lender: lender, borrower: fund, asset: USD, principal: 100m, collateral: {TOK: 8m}, due: unknown}
        - {id: free, lender: other, borrower: clean, asset: USD, principal: 1m, collateral: {BTC: 100}, due: on-demand, liquidation-ltv: 0.9}
      markets:
        - {asset: TOK, adv: {low: 10m, high: 40m}, daily-vol: 0.02}
        - {asset: BTC, depth: 10000, adv: 4bn, daily-vol: 0.02, visible-depth: 200m}
      facts:
        - {date: 2022-10-01, party: whale, kind: withdrawal, text: "The whale sells.", source: press}
        - {date: 2022-11-01, party: fund, kind: leak, text: "Seen on the day.", source: press}
      elsewhere:
        - {party: whale, asset: TOK, quantity: 23m, source: chain}
      """;

  private static LenderView view(String text, String borrower) {
    return LenderView.of(book(text), borrower).orElseThrow();
  }

  private static Book book(String text) {
    ReadResult result =
        BookReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "test");
    return ((ReadResult.ReadBook) result).book();
  }

  @Test
  void aTiedIssuerIsTheGravestFlagAndTakesTheWholeHaircut() {
    LenderView view = view(LOAN, "fund");
    assertThat(view.flags().getFirst())
        .extracting(Flag::kind, Flag::party, Flag::date)
        .containsExactly(Flag.Kind.WRONG_WAY_COLLATERAL, "venue", "2022-11-01");
    assertThat(view.flags().getFirst().text())
        .isEqualTo("TOK, which secures tied, is issued by venue, which stands or falls with fund.");
    assertThat(view.haircuts().getFirst().recommended()).isEqualTo(1);
  }

  @Test
  void flagsComeInTheOrderOfTheirKinds() {
    List<Flag> flags = view(LOAN, "fund").flags();
    assertThat(flags).isSortedAccordingTo(Comparator.comparing(Flag::kind));
    assertThat(flags)
        .extracting(Flag::kind)
        .containsExactly(
            Flag.Kind.WRONG_WAY_COLLATERAL,
            Flag.Kind.LEAK,
            Flag.Kind.WITHDRAWAL,
            Flag.Kind.CONCENTRATION,
            Flag.Kind.CONCENTRATION,
            Flag.Kind.OTHER_SELLERS,
            Flag.Kind.DEFAULT_PROBABILITY);
    assertThat(flags)
        .extracting(Flag::text)
        .contains("The pledged TOK is worth 200,000,000 USD, 5 to 20 days of all its trade.");
  }

  @Test
  void factsOfALaterDayAreNotSeen() {
    Book today = book(LOAN);
    Book yesterday =
        new Book(
            today.title(),
            "2022-10-31",
            today.currency(),
            today.subject(),
            today.notes(),
            today.assets(),
            today.parties(),
            today.accounts(),
            today.loans(),
            today.custody(),
            today.markets(),
            today.policies(),
            today.facts(),
            today.elsewhere());
    assertThat(LenderView.of(today, "fund").orElseThrow().flags())
        .extracting(Flag::text)
        .contains("Seen on the day.", "The whale sells.");
    assertThat(LenderView.of(yesterday, "fund").orElseThrow().flags())
        .extracting(Flag::text)
        .doesNotContain("Seen on the day.")
        .contains("The whale sells.");
  }

  @Test
  void aTiedLoanLosesBetweenNothingAndAll() {
    LoanJudgment loss = view(LOAN, "fund").loans().getFirst();
    assertThat(loss.loanToValue().orElseThrow().low().rounded()).isEqualByComparingTo("0.5");
    // A month of the market takes 240m at best, so the sale itself need lose nothing.
    assertThat(loss.low()).isCloseTo(0, within(1e-6));
    assertThat(loss.high()).isEqualTo(1);
    assertThat(loss.cases().getLast().jump()).isTrue();
    assertThat(loss.expected().orElseThrow().high()).isCloseTo(10_000_000, within(1e-6));
  }

  @Test
  void anUntiedLoanLosesMoreAtAHigherCorrelation() {
    LenderView view = view(LOAN, "clean");
    LoanJudgment loss = view.loans().getFirst();
    assertThat(loss.cases()).noneMatch(LoanJudgment.Case::jump);
    assertThat(loss.cases())
        .isSortedAccordingTo(Comparator.comparingDouble(LoanJudgment.Case::high));
    assertThat(loss.expected()).isEmpty();
    assertThat(view.haircuts().getFirst().recommended()).isBetween(0.2, 0.5);
    assertThat(view.questions()).anyMatch(q -> q.startsWith("How likely is clean to fail"));
  }

  @Test
  void everyModelThatTheBookHasFiguresForSells() {
    List<Block> blocks = view(LOAN, "clean").blocks();
    assertThat(blocks.getFirst().sales())
        .extracting(Block.Sale::model)
        .containsOnly(DepthModel.values())
        .hasSize(9);
    assertThat(view(LOAN, "fund").blocks().getFirst().sales())
        .extracting(Block.Sale::model)
        .containsOnly(DepthModel.DAILY_VOLUME)
        .hasSize(3);
  }

  @Test
  void aSaleBringsMoreInMoreTimeAndNeverMoreThanTheMark() {
    Block block = view(LOAN, "fund").blocks().getFirst();
    assertThat(block.sales())
        .isSortedAccordingTo(Comparator.comparingDouble(s -> s.proceeds().low()));
    assertThat(block.sales()).allMatch(s -> s.proceeds().low() <= s.proceeds().high());
    assertThat(block.sales()).allMatch(s -> s.proceeds().high() <= 200_000_000);
    // 0.2 of 10m a day, at the square root of a fifth of the volume: 2m (1 - 2/3 0.02 0.4472).
    assertThat(block.sales().getFirst().proceeds().low()).isCloseTo(1_988_074.31, within(0.01));
  }

  @Test
  void allKnownSellersSellTogether() {
    Block all = view(LOAN, "fund").blocks().getLast();
    assertThat(all.seller()).isEqualTo(Block.Seller.ALL_KNOWN);
    assertThat(all.quantity().low()).isEqualByComparingTo("31000000");
    assertThat(all.quantity().high()).isEqualByComparingTo("31000000");
  }

  @Test
  void anUnknownPledgeIsAskedForAndTheDebtStandsInForIt() {
    LenderView view = view(LOAN.replace("TOK: 8m", "TOK: {unknown: true}"), "fund");
    assertThat(view.questions().getFirst())
        .isEqualTo(
            "How much TOK secures tied? No quantity is told, so neither is the loan-to-value"
                + " ratio.");
    assertThat(view.blocks())
        .extracting(Block::seller)
        .containsExactly(Block.Seller.PLEDGED, Block.Seller.DEBT_AT_MARK, Block.Seller.ALL_KNOWN);
    assertThat(view.blocks().get(1).quantity().high()).isEqualByComparingTo("4000000");
    assertThat(view.flags())
        .extracting(Flag::text)
        .contains(
            "To repay the debt from TOK alone, its worth must be sold: 100,000,000 USD, 2.5 to 10"
                + " days of all its trade.");
  }

  @Test
  void aVenueLendsByAnAccountBelowZero() {
    String venue =
        LOAN.replace("subject: lender", "subject: venue")
            + """
            accounts:
              - {id: draw, owner: fund, exemptions: [no-liquidation], balances: {USD: -50m, TOK: 4m}}
            """;
    LenderView view = view(venue, "fund");
    assertThat(view.exposures()).extracting(Exposure::lender).containsExactly("lender", "venue");
    assertThat(view.flags())
        .extracting(Flag::text)
        .contains("Its account draw with venue has exemptions: no liquidation.");
    assertThat(view.blocks().getFirst().quantity().high()).isEqualByComparingTo("12000000");
  }

  @Test
  void whoOwesNothingHasNoView() {
    assertThat(LenderView.of(book(LOAN), "whale")).isEqualTo(Optional.empty());
    assertThat(LenderView.borrowers(book(LOAN))).containsExactly("fund", "clean");
  }
}
