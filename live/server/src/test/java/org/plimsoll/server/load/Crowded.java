package org.plimsoll.server.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.plimsoll.host.HostSettings;
import org.plimsoll.journal.JournalSettings;
import org.plimsoll.server.ServerSettings;
import org.plimsoll.server.exchange.Home;
import org.plimsoll.server.exchange.Pace;
import org.plimsoll.server.keys.Rates;
import org.plimsoll.venue.Limits;

/// A venue of one coin and its perpetual, where a price stands, for so many clients who all have
/// the same.
final class Crowded {
  static final long USD = 10_000_000_000_000L;
  static final long BTC = 100_000_000_000L;
  private static final int SMALL_BATCH = 1 << 20;
  static final JournalSettings JOURNAL = new JournalSettings(SMALL_BATCH * 8L, SMALL_BATCH);
  private static final String VENUE =
      """
      venue: 1
      title: A crowd
      approval: {reason: test, granter: first, second-granter: second}
      locations: [{name: bank, kind: bank}, {name: wallet, kind: wallet}]
      assets:
        - {name: USD, decimals: 6, location: bank}
        - {name: BTC, decimals: 8, location: wallet, balance-max: 100k}
      markets:
        - {name: BTC/USD, base: BTC, tick: 1, lot: 0.0001}
        - name: BTC-PERP
          kind: perpetual
          base: BTC
          tick: 1
          lot: 0.0001
          imf-factor: 0.002
          position-max: 20k
      collateral:
        USD: {initial: 1, total: 1}
        BTC: {initial: 0.95, total: 0.975, imf-factor: 0.002}
      custody: commingled
      liquidation: ftx-2022
      prices:
        BTC: {start: 60000}
      accounts:
      """;

  private Crowded() {}

  static String name(int client) {
    return "client-" + client;
  }

  static ServerSettings settings(Path directory, int clients) throws IOException {
    Path file = directory.resolve("crowd.yaml");
    if (!Files.exists(file)) {
      Files.writeString(file, venue(clients));
    }
    Limits limits = new Limits(16, 100, 16, 64, 1_024, 1_000, 100_000);
    HostSettings host = new HostSettings(limits, JOURNAL, 100_000_000, 0, 1 << 14);
    ServerSettings sandbox = ServerSettings.sandbox(directory.resolve("data")).onPort(0);
    return new ServerSettings(
        sandbox.directory(),
        Optional.of(file),
        sandbox.door(),
        new Home.Own(host, new Pace.Real()),
        sandbox.storeUrl(),
        Rates.OFF,
        sandbox.faults(),
        sandbox.watchEveryNs(),
        sandbox.operation());
  }

  private static String venue(int clients) {
    StringBuilder text = new StringBuilder(VENUE);
    for (int i = 0; i < clients; i++) {
      text.append("  - {name: " + name(i) + ", deposits: {USD: 10m, BTC: 1k}}\n");
    }
    return text.toString();
  }
}
