package org.plimsoll.server.ftx;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.plimsoll.protocol.CashCommand.DepositAsset;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.LendingCommand.OfferLending;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.ListingCommand.ListMarket;
import org.plimsoll.protocol.OrderCommand.PlaceLimitOrder;
import org.plimsoll.server.file.VenueFileReader;
import org.plimsoll.server.file.VenueFileResult.ReadVenue;
import org.plimsoll.server.http.Door;
import org.plimsoll.server.http.DoorCounts;
import org.plimsoll.server.http.DoorSettings;
import org.plimsoll.server.keys.Issued;
import org.plimsoll.units.Side;
import org.plimsoll.venue.Limits;
import org.plimsoll.venue.VenueView;

/// The sandbox that ships, an hour after its opening and behind a real door, with somebody to trade
/// with.
final class SandboxServer implements AutoCloseable {
  private final LiveVenue venue;
  private final Door door;
  private final DoorCounts counts = new DoorCounts();
  private final Issued key;
  private final Issued otherKey;

  SandboxServer(Path directory) throws Exception {
    venue = LiveVenue.ofToday(directory);
    venue.advance(0);
    ReadVenue sandbox = (ReadVenue) new VenueFileReader(Limits.DEFAULT, Instant.now()).sandbox();
    sandbox.opening().commands().forEach(venue::take);
    venue.take(new OfferLending(account("maker-1"), 0, 1_000_000_000, 10_000));
    venue.advance(3_600);
    key = venue.issue("trader", account("trader"));
    otherKey = venue.issue("noise-1", account("noise-1"));
    for (String market : new String[] {"BTC/USD", "BTC-PERP"}) {
      quote(market);
    }
    listSmallPrices();
    ShakyLines lines = new ShakyLines(venue.socket());
    door =
        new Door(
            DoorSettings.DEFAULT.onPort(0),
            Map.of("/api/", venue.rest(), "/hang-up", lines::hangUp),
            Map.of("/ws", lines, "/spoiled", lines::openSpoiled),
            counts);
  }

  /// Lets two makers quote around 60,000, and trade once with each other.
  private void quote(String name) {
    int market = venue.exchange().ask(view -> Listings.market(view, name).market());
    int maker = account("maker-1");
    int other = account("maker-2");
    for (int i = 1; i <= 5; i++) {
      place(new PlaceLimitOrder(maker, market, Side.BUY, 60_000 - 10L * i, 10_000));
      place(new PlaceLimitOrder(maker, market, Side.SELL, 60_000 + 10L * i, 10_000));
    }
    place(new PlaceLimitOrder(other, market, Side.BUY, 60_010, 500));
  }

  /// Lists a coin whose price is below 0.0001, and gives it to both who trade.
  private void listSmallPrices() {
    int dust = venue.exchange().ask(VenueView::assetCount);
    int market = venue.exchange().ask(view -> view.markets().size());
    venue.take(new DefineAsset(dust, "DUST", 6, 100_000_000_000_000_000L));
    venue.take(new ListMarket(market, "DUST/USD", dust, 0, 10, 100_000_000));
    for (String name : new String[] {"trader", "noise-1"}) {
      venue.take(new DepositAsset(account(name), dust, 1_000_000_000_000_000L, 0));
    }
  }

  private void place(Command order) {
    venue.take(order);
  }

  private int account(String name) {
    return venue
        .exchange()
        .ask(view ->
            view.accounts().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .account());
  }

  String base() {
    return "http://127.0.0.1:" + door.port();
  }

  Issued key() {
    return key;
  }

  Issued otherKey() {
    return otherKey;
  }

  DoorCounts counts() {
    return counts;
  }

  @Override
  public void close() throws java.io.IOException {
    door.close();
    venue.close();
  }
}
