package org.plimsoll.solvency.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.solvency.assess.BookFixture.interval;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Fact;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.file.BookReader;
import org.plimsoll.solvency.file.ReadResult;

/// The figures behind the verdict on every book of the collapse of 2022, worked out by hand from
/// the lines of the book. All in millions, each sum low end first.
class ShippedVerdictsTest {
  // Assets less debts: what is held and lent, less accounts that are owed something and loans.
  //   alameda     14,600 - 8,000.
  //   celsius     170 + 1,271 + 479 + 600 + 620 + 720 + 450 = 4,310, less 4,720 + 780.
  //   voyager     350 + 110 + 685 + 0 + 376.7 + 34.4 + 17.5 + 37 less 1,800 + 350 + 75;
  //               350 + 110 + 834 + 655.9 + 377 + 34.4 + 17.5 + 37 less 1,700 + 350 + 75.
  //   lender      the loan, whose collateral is unknown, less what is owed, unknown.
  //   blockfi     256.9 + 0 less 3,400 + 275 + 30 + 21.67 and 297..300 of wallets on both sides;
  //               256.9 + 746.1 + 355 + 680 less 729 + 250 + 30 + 21.67, wallets 300 and 297.
  //   ftx, 2 Nov  5,430 + 157 x 25.85 + 5,410 x 0.752 + 0 + 3,200 less 16,000;
  //               6,900 + 237 x 25.85 + 6,570 x 0.752 + 3,300 + 3,200 less 15,000.
  //               Alameda's account is under water and nothing is expected back of it.
  //   5 Nov       the same with FTT at 24.08, SRM at 0.821.
  //   6 Nov       430 + 157 x 22.26 + 5,410 x 0.76 + 0 + 3,200 less 11,000;
  //               1,900 + 237 x 22.26 + 6,570 x 0.76 + 6,500 less 10,000.
  //   7 Nov       the same with FTT at 22.08, SRM at 0.742.
  //   8 Nov       430 + 157 x 5.4992 + 5,410 x 0.561 + 3,200 less 10,000;
  //               900 + 237 x 5.4992 + 6,570 x 0.561 + 6,500 less 9,000.
  //   9, 10 Nov   the same with FTT at 2.2729 and 3.507, SRM at 0.313 and 0.407; from the 10th on
  //               8,859 is owed.
  //   10 Nov, the sheet   900 + 5,500 + 3,200 less 8,859 + 0..8,000.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          alameda-2022-06-30 |            | 6600
          celsius-2022-07-13 |            | -1190
          voyager-2022-07-05 |            | -614.4..290.8
          lender-2022-11-01  |            | ..680
          blockfi-2022-11-28 |            | -3472.77..1010.33
          ftx-2022-11-02     |            | 756.77..9467.09
          ftx-2022-11-run    |            | 756.77..9467.09
          ftx-2022-11-run    | 2022-11-05 | 852.17..9500.93
          ftx-2022-11-run    | 2022-11-06 | 236.42..8668.82
          ftx-2022-11-run    | 2022-11-07 | 110.78..8507.9
          ftx-2022-11-run    | 2022-11-08 | -2471.6156..3389.0804
          ftx-2022-11-run    | 2022-11-09 | -4319.8247..995.0873
          ftx-2022-11-run    | 2022-11-10 | -2476.531..2046.149
          ftx-2022-11-10     |            | -7259..741
          healthy-exchange   |            | 7.4
          """)
  void equity_at_mark(String book, String day, String millions) {
    assertSame(Assessment.of(shipped(book, day)).atMark().total(), millions);
  }

  // The same without FTT and SRM (ftx), FTT (alameda, also as a debt of 292) and CEL (celsius).
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          alameda-2022-06-30 |            | 1072
          celsius-2022-07-13 |            | -1790
          voyager-2022-07-05 |            | -614.4..290.8
          blockfi-2022-11-28 |            | -3472.77..1010.33
          ftx-2022-11-02     |            | -7370..-1600
          ftx-2022-11-run    |            | -7370..-1600
          ftx-2022-11-run    | 2022-11-06 | -7370..-1600
          ftx-2022-11-run    | 2022-11-08 | -6370..-1600
          ftx-2022-11-run    | 2022-11-10 | -5229..-1459
          """)
  void equity_without_own_tokens(String book, String day, String millions) {
    assertSame(Assessment.of(shipped(book, day)).withoutOwnToken().total(), millions);
  }

  // Liquid, less what is pledged; and accounts, loans on demand, and 0 to all of loans whose term
  // is not told.
  //   celsius     170 + 1,271 - 0..403; 4,720 + 0..780.
  //   voyager     350 + 110 + 685..834; 350 + 1,700..1,800, the line of 75 has a term.
  //   blockfi     256.9 + 297..300; 729..3,400 + 297..300 + 0..51.67, the line has a term.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          alameda-2022-06-30 |            | 134        | 0..7708
          celsius-2022-07-13 |            | 1038..1441 | 4720..5500
          voyager-2022-07-05 |            | 1145..1294 | 2050..2150
          lender-2022-11-01  |            | 0          | 0..
          blockfi-2022-11-28 |            | 553.9..556.9 | 1026..3751.67
          ftx-2022-11-02     |            | 5430..6900 | 15000..16000
          ftx-2022-11-run    | 2022-11-07 | 430..1900  | 10000..11000
          ftx-2022-11-run    | 2022-11-09 | 430..900   | 9000..10000
          ftx-2022-11-10     |            | 900        | 8859..16859
          healthy-exchange   |            | 625.4      | 618
          """)
  void cash_and_what_can_be_demanded(String book, String day, String cash, String demands) {
    Liquidity liquidity = Assessment.of(shipped(book, day)).liquidity();
    assertSame(liquidity.obtainable(), cash);
    assertSame(liquidity.demandable(), demands);
  }

  @Test
  void the_low_end_of_voyager_pays_what_a_bid_for_it_promised() {
    // 1,610.6 of 2,225. The bid of September 2022 was told to bring account holders about 72 %,
    // claims on Three Arrows left out (Bloomberg, 19 October 2022, at w4v.net/post/7xrbRg).
    assertThat(
            Assessment.of(shipped("voyager-2022-07-05", null))
                .recoveries()
                .netClaims()
                .orElseThrow()
                .low()
                .rounded())
        .isEqualByComparingTo("0.723865");
  }

  @ParameterizedTest
  @CsvSource({"2022-11-02, 1", "2022-11-06, 2", "2022-11-08, 3", "2022-11-09, 4"})
  void the_run_is_known_no_sooner_than_it_happened(String day, int facts) {
    assertThat(shipped("ftx-2022-11-run", day).facts()).hasSize(facts);
  }

  @Test
  void what_was_pledged_with_voyager_was_public_before_the_sheet() {
    List<Fact> facts = shipped("lender-2022-11-01", null).facts();
    assertThat(facts)
        .extracting(fact -> fact.date().toString())
        .containsExactly(
            "2022-06-22", "2022-06-30", "2022-07-06", "2022-09-20", "2022-10-12", "2022-10-31");
  }

  private static Book shipped(String name, String day) {
    ReadResult result = BookReader.read(name, Optional.ofNullable(day).map(LocalDate::parse));
    return ((ReadResult.ReadBook) result).book();
  }

  private static void assertSame(Interval actual, String millions) {
    BigDecimal million = new BigDecimal(1_000_000);
    assertThat(Wording.range(actual))
        .isEqualTo(Wording.range(interval(millions).times(Interval.exactly(million))));
  }
}
