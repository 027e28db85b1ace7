package org.plimsoll.server.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plimsoll.protocol.ListingCommand.DefineAsset;

class TellerTest {
  private final TestVenue venue = new TestVenue(SampleVenue.LIMITS);
  private final Teller teller = new Teller(SampleVenue.good().file());

  @Test
  void shouldKnowWhereAnAssetIsKeptAndWhatTheFaucetGives() {
    venue.take(SampleVenue.good().opening().commands());
    venue.take(new DefineAsset(4, "NEW", 6, 1_000));
    assertThat(teller.custody(venue.view(), venue.asset("USD"))).hasValue(0);
    assertThat(teller.custody(venue.view(), venue.asset("BTC"))).hasValue(1);
    assertThat(teller.custody(venue.view(), venue.asset("BULL"))).isEmpty();
    assertThat(teller.custody(venue.view(), venue.asset("NEW"))).isEmpty();
    assertThat(teller.faucetPerDay(venue.view(), venue.asset("USD"))).hasValue(10_000_000_000L);
    assertThat(teller.faucetPerDay(venue.view(), venue.asset("BTC"))).hasValue(100_000_000);
    assertThat(teller.faucetPerDay(venue.view(), venue.asset("OWN"))).isEmpty();
    assertThat(teller.faucetPerDay(venue.view(), venue.asset("NEW"))).isEmpty();
  }
}
