package org.plimsoll.server.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.host.HostSettings;
import org.plimsoll.journal.DiskStorage;
import org.plimsoll.journal.JournalSettings;
import org.plimsoll.protocol.CashCommand.WithdrawAsset;
import org.plimsoll.protocol.ClockCommand.ActivateRules;
import org.plimsoll.protocol.DeskCommand;
import org.plimsoll.protocol.ListingCommand.SetMarketLimits;
import org.plimsoll.server.exchange.Answer;
import org.plimsoll.server.exchange.Exchange;
import org.plimsoll.server.exchange.Home;
import org.plimsoll.server.exchange.Pace;
import org.plimsoll.server.file.VenueFileResult.ReadVenue;
import org.plimsoll.units.Exact;

/// An opening that stops anywhere goes on from there, and is never done twice.
class OpeningTest {
  private static final Opening OPENING = SampleVenue.good().opening();

  @TempDir private Path directory;

  private static TestVenue opened() {
    TestVenue venue = new TestVenue(SampleVenue.LIMITS);
    venue.take(OPENING.missing(venue.view()));
    return venue;
  }

  @Test
  void shouldLetTheNewestRulesBindLast() {
    assertThat(OPENING.commands().getLast()).isEqualTo(new ActivateRules(3));
    assertThat(OPENING.commands().stream().filter(ActivateRules.class::isInstance)).hasSize(1);
  }

  @Test
  void shouldMissEverythingOnANewVenueAndNothingOnAnOpenOne() {
    TestVenue venue = new TestVenue(SampleVenue.LIMITS);
    assertThat(OPENING.missing(venue.view())).isEqualTo(OPENING.commands()).hasSize(37);
    assertThat(Opening.isOver(venue.view())).isFalse();
    venue.take(OPENING.commands());
    assertThat(OPENING.missing(venue.view())).isEmpty();
    assertThat(Opening.isOver(venue.view())).isTrue();
    venue.requireBalanced();
  }

  @Test
  void shouldGoOnFromWhereverItWasCut() {
    String whole = opened().picture();
    for (int cut = 0; cut <= OPENING.commands().size(); cut++) {
      TestVenue venue = new TestVenue(SampleVenue.LIMITS);
      venue.take(OPENING.commands().subList(0, cut));
      venue.advance(3_600);
      List<DeskCommand> rest = OPENING.missing(venue.view());
      assertThat(rest).containsAll(OPENING.commands().subList(cut, OPENING.commands().size()));
      venue.take(rest);
      assertThat(venue.picture()).as("cut at " + cut).isEqualTo(whole);
      assertThat(OPENING.missing(venue.view())).isEmpty();
      venue.requireBalanced();
    }
  }

  @Test
  void shouldOpenAVenueOfManyAccounts() {
    String accounts =
        IntStream.range(0, 50)
            .mapToObj(i -> "  - {name: client-" + i + ", deposits: {USD: 1k}}\n")
            .collect(Collectors.joining());
    ReadVenue many =
        (ReadVenue) SampleVenue.read(SampleVenue.with("accounts:\n", "accounts:\n" + accounts));
    TestVenue venue = new TestVenue(SampleVenue.LIMITS);
    venue.take(many.opening().missing(venue.view()));
    assertThat(Opening.isOver(venue.view())).isTrue();
    assertThat(venue.view().balance(venue.account("client-49"), 0)).isEqualTo(1_000_000_000);
  }

  @Test
  void shouldNotBringBackWhatChangedSince() {
    TestVenue venue = opened();
    int alice = venue.account("alice");
    int btc = venue.asset("BTC");
    venue.advance(1);
    venue.take(new WithdrawAsset(alice, btc, venue.view().balance(alice, btc), 1));
    venue.take(new SetMarketLimits(2, 0, 0, 0, 0, 0));
    assertThat(OPENING.missing(venue.view())).isEmpty();
  }

  @Test
  void shouldGoOnAfterTheServerDied() throws Exception {
    int half = OPENING.commands().size() / 2;
    open(exchange -> OPENING.commands().subList(0, half));
    open(exchange -> exchange.ask(OPENING::missing));
    open(exchange -> exchange.ask(OPENING::missing));
    try (DiskStorage storage = DiskStorage.open(directory);
        Exchange exchange = start(storage)) {
      boolean isOver = exchange.ask(Opening::isOver);
      assertThat(isOver).isTrue();
      long dollars = exchange.ask(view -> view.balance(0, 0));
      assertThat(dollars).isEqualTo(100_000_000_000L);
    }
  }

  private interface Script {
    List<DeskCommand> commands(Exchange exchange);
  }

  private void open(Script script) throws Exception {
    try (DiskStorage storage = DiskStorage.open(directory);
        Exchange exchange = start(storage)) {
      for (DeskCommand command : script.commands(exchange)) {
        assertThat(exchange.send(command)).isInstanceOf(Answer.Done.class);
      }
    }
  }

  private static Exchange start(DiskStorage storage) throws Exception {
    Pace.Hands hands = new Pace.Hands();
    hands.advance(SampleVenue.NOW.getEpochSecond() * Exact.ONE_E9);
    HostSettings settings =
        new HostSettings(
            SampleVenue.LIMITS, new JournalSettings(1 << 20, 64 << 10), 1_000_000, 0, 1 << 10);
    return new Exchange(storage, new Home.Own(settings, new Pace.Manual(hands)), List.of());
  }
}
