package org.plimsoll.server.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plimsoll.protocol.QuoteCommand.AcceptQuote;
import org.plimsoll.protocol.QuoteCommand.OfferQuote;
import org.plimsoll.server.file.Dealer.Asked;
import org.plimsoll.server.file.VenueFileResult.ReadVenue;
import org.plimsoll.venue.Limits;

/// Maker-2 deals at the sandbox: bitcoins are at 60,000, its spread is a thousandth, and a quote is
/// worth 100,000 at most.
class DealerTest {
  private static final long DOLLAR = 1_000_000;
  private static final long COIN = 100_000_000;

  private final ReadVenue sandbox =
      (ReadVenue) new VenueFileReader(Limits.DEFAULT, SampleVenue.NOW).sandbox();
  private final Dealer dealer = new Dealer(sandbox.file().dealer().orElseThrow());
  private final TestVenue venue = new TestVenue(new Limits(64, 100, 16, 64, 4, 100, 10_000));
  private int trader;
  private int usd;
  private int btc;

  @BeforeEach
  void open() {
    venue.take(sandbox.opening().commands());
    venue.advance(1);
    trader = venue.account("trader");
    usd = venue.asset("USD");
    btc = venue.asset("BTC");
  }

  private Asked ask(int from, int to, long amount) {
    return dealer.ask(venue.view(), 1, trader, from, to, amount);
  }

  private OfferQuote offer(int from, int to, long amount) {
    return ((Asked.Offered) ask(from, to, amount)).offer();
  }

  private static Dealer.Why why(Asked asked) {
    return ((Asked.Refused) asked).why();
  }

  @Test
  void paysWhatTheMarksGiveLessItsSpread() {
    assertThat(offer(btc, usd, COIN).toAmount()).isEqualTo(59_940 * DOLLAR);
    assertThat(offer(usd, btc, 60_000 * DOLLAR).toAmount()).isEqualTo(COIN / 1_000 * 999);
    assertThat(offer(usd, btc, DOLLAR).toAmount()).as("rounded down").isEqualTo(1_665);
    assertThat(offer(btc, usd, COIN).expiresNs() - venue.view().clockNs())
        .isEqualTo(10_000_000_000L);
  }

  @Test
  void anOfferOfItsCanBeAcceptedAsItIs() {
    OfferQuote offer = offer(btc, usd, COIN);
    long before = venue.view().balance(trader, usd);
    venue.take(offer);
    venue.take(new AcceptQuote(trader, 1));
    assertThat(venue.view().balance(trader, usd) - before).isEqualTo(59_940 * DOLLAR);
    venue.requireBalanced();
  }

  @Test
  void offersNothingThatItDoesNotDealIn() {
    int bull = venue.asset("BULL");
    assertThat(why(ask(usd, bull, DOLLAR))).isEqualTo(Dealer.Why.NOT_CONVERTED);
    assertThat(why(ask(bull, usd, DOLLAR))).isEqualTo(Dealer.Why.NOT_CONVERTED);
    assertThat(why(ask(usd, usd, DOLLAR))).isEqualTo(Dealer.Why.NOT_CONVERTED);
    assertThat(dealer.converts(venue.view(), bull)).isFalse();
    assertThat(dealer.converts(venue.view(), btc)).isTrue();
  }

  @Test
  void offersNoMoreThanTheFileSaysAndNothingForNothing() {
    assertThat(ask(usd, btc, 100_000 * DOLLAR)).isInstanceOf(Asked.Offered.class);
    assertThat(why(ask(usd, btc, 100_000 * DOLLAR + 1))).isEqualTo(Dealer.Why.TOO_LARGE);
    assertThat(why(ask(usd, btc, 1))).isEqualTo(Dealer.Why.TOO_SMALL);
  }

  @Test
  void promisesNoMoreThanItHas() {
    int maker = venue.account("maker-2");
    int other = venue.account("maker-1");
    long has = venue.view().balance(maker, btc);
    OfferQuote most = new OfferQuote(1, maker, other, usd, btc, 1, has - COIN, Long.MAX_VALUE);
    venue.take(most);
    assertThat(ask(usd, btc, 60_000 * DOLLAR)).isInstanceOf(Asked.Offered.class);
    assertThat(why(ask(usd, btc, 61_000 * DOLLAR))).isEqualTo(Dealer.Why.TOO_LARGE);
  }

  @Test
  void doesNotDealWithItselfNorWithOneWhoHasFiveOpenQuotes() {
    int maker = venue.account("maker-2");
    assertThat(why(dealer.ask(venue.view(), 1, maker, usd, btc, DOLLAR)))
        .isEqualTo(Dealer.Why.OWN_ACCOUNT);
    for (int quote = 1; quote <= 5; quote++) {
      assertThat(ask(usd, btc, DOLLAR)).isInstanceOf(Asked.Offered.class);
      venue.take(new OfferQuote(quote, maker, trader, usd, btc, DOLLAR, 1_665, Long.MAX_VALUE));
    }
    assertThat(why(ask(usd, btc, DOLLAR))).isEqualTo(Dealer.Why.TOO_MANY);
  }

  @Test
  void aVenueWithoutItsAccountHasNoDealer() {
    TestVenue empty = new TestVenue(new Limits(64, 100, 16, 64, 4, 100, 10_000));
    assertThat(why(dealer.ask(empty.view(), 1, 0, 0, 1, 1))).isEqualTo(Dealer.Why.NOBODY_THERE);
  }
}
