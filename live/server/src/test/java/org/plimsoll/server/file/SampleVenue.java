package org.plimsoll.server.file;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.plimsoll.server.file.VenueFileResult.ReadVenue;
import org.plimsoll.server.file.VenueFileResult.Refused;
import org.plimsoll.text.Problem;
import org.plimsoll.venue.Limits;

/// A venue file that is right and says every key, to be spoiled one line at a time.
final class SampleVenue {
  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  static final Limits LIMITS = new Limits(16, 64, 8, 32, 4, 100, 1_000);

  static final String GOOD =
      """
      venue: 1
      title: A sample
      approval: {reason: sample, granter: first, second-granter: second}
      locations: [{name: bank, kind: bank}, {name: wallet, kind: wallet}]
      assets:
        - {name: USD, decimals: 6, location: bank}
        - {name: BTC, decimals: 8, location: wallet, balance-max: 100k}
        - {name: OWN, decimals: 6, location: wallet, balance-max: 100m, tier: illiquid}
        - {name: BULL, decimals: 6, balance-max: 10m}
      markets:
        - {name: BTC/USD, base: BTC, tick: 1, lot: 0.0001}
        - {name: OWN/USD, base: OWN, tick: 0.001, lot: 0.1}
        - name: BTC-PERP
          kind: perpetual
          base: BTC
          tick: 1
          lot: 0.0001
          imf-factor: 0.002
          position-max: 20k
          limits: {book-cap: 2%, band: 10%, premium-band: 5%, minimum: 0.001, open-order-max: 50m}
        - {name: BTC, kind: quarterly, base: BTC, tick: 1, lot: 0.0001, position-max: 1k}
      collateral:
        USD: {initial: 1, total: 1}
        BTC: {initial: 0.95, total: 0.975, imf-factor: 0.002}
      custody: opt-in
      lending-fee: 0.07%
      liquidation: ftx-2022
      withdrawals:
        USD: {mode: queued, per-minute: 5}
      caps:
        BTC: {account: 50k, venue: 90k, borrowed: 10k}
      prices:
        BTC: {start: 60000, volatility: 60%}
        OWN: {start: 25}
      feed: {every: 1s, seed: 7}
      index-from: {OWN: OWN/USD}
      clamped: [BTC, OWN]
      token:
        asset: OWN
        market: OWN/USD
        treasury: treasury
        supply: 350m
        fee-share: 0.33
        fund-share: 0.1
        slices: 12
        interval-seconds: 21600
        limit: 0.05
      leveraged-tokens:
        - {asset: BULL, kind: bull, fund: bull-fund, market: BTC-PERP, first-price: 10, order: 20}
      accounts:
        - name: alice
          deposits: {USD: 100k, BTC: 2.5}
          backstop: {per-minute: 10k, per-hour: 50k}
          maker-rebate: 0.0025%
        - {name: treasury, related: true}
      privileges:
        - {account: alice, privilege: allow-negative, amount: 5m}
      insurance: {USD: 2m}
      capital: {USD: 3m}
      faucet: {USD: 10k, BTC: 1}
      sandbox: true
      dealer: {account: alice, assets: [USD, BTC], spread: 0.1%, most: 1m, lasts: 10s}
      """;

  private SampleVenue() {}

  static ReadVenue good() {
    return (ReadVenue) read(GOOD);
  }

  /// Returns the good file with one text in the place of another, which it must contain.
  static String with(String text, String other) {
    if (!GOOD.contains(text)) {
      throw new IllegalArgumentException(text);
    }
    return GOOD.replace(text, other);
  }

  static VenueFileResult read(String text) {
    return new VenueFileReader(LIMITS, NOW).read(text.getBytes(StandardCharsets.UTF_8), "x.yaml");
  }

  /// Returns what is wrong with a file.
  static List<String> problems(String text) {
    return switch (read(text)) {
      case ReadVenue _ -> List.of();
      case Refused(List<Problem> problems) -> problems.stream().map(Problem::toString).toList();
    };
  }
}
