package org.plimsoll.ecosystem.file;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.plimsoll.ecosystem.library.AgentCatalog;
import org.plimsoll.text.Problem;

/// A small scenario that is right, to be spoiled one line at a time.
final class SampleScenario {
  static final String GOOD =
      """
      scenario: 1
      title: A sample
      start: 2022-01-01
      until: 2022-01-05
      calibrated-to: 2022-06-30
      ticks:
        coarse: {step: 6h, in-windows: 1h}
        full: {step: 1h}
        windows: [{from: 2022-01-02, until: 2022-01-03}]
      assets:
        - {name: USD, decimals: 6}
        - {name: BTC, decimals: 8, balance-max: 10k}
        - {name: stakes, decimals: 2, kind: stake, tier: illiquid, outside: true}
      venue:
        rules: exchange-fees
        custody: commingled
        locations: [{name: bank, kind: bank}, {name: wallet, kind: wallet}]
        markets:
          - {name: BTC/USD, base: BTC, tick: 0.01, lot: 0.0001}
          - {name: BTC-PERP, kind: perpetual, base: BTC, tick: 0.01, lot: 0.0001, position-max: 1k}
        collateral:
          USD: {initial: 1, total: 1}
          BTC: {initial: 0.95, total: 0.975, imf-factor: 0.002}
        liquidation: ftx-2022
        privileges:
          allow-negative:
            - {account: maker, amount: 5m}
      prices:
        BTC:
          bridge-volatility: 50%
          path:
            - {at: 2022-01-01, price: 46000, source: "made up"}
            - {at: 2022-01-04, price: 44000, source: "made up"}
        stakes: {constant: 100}
      parties:
        - name: maker
          kind: market-maker
          holds: {USD: 20m, BTC: 300, stakes: 7}
          accounts:
            - name: maker
              deposits:
                - {asset: USD, amount: 10m, at: bank}
                - {asset: BTC, amount: 300, at: wallet}
        - name: crowd
          kind: customer
          holds: {USD: 10m, BTC: 100}
          accounts:
            - name: crowd
              deposits:
                - {asset: USD, amount: 10m, at: bank}
                - {asset: BTC, amount: 100, at: wallet}
      agents:
        - agent: market-maker
          name: maker
          party: maker
          account: maker
          market: BTC/USD
          ladder: {half-spread: 0.001, levels: 3, step: 0.001}
          depth-dollars: 100m
          limit-dollars: 5m
          aversion: 0.01
          joins-best: false
          latency-ms: 10
          every-minutes: 60
          cost-per-day: 0
          patience-days: 0
        - agent: noise-trader
          name: "noise-#"
          count: 3
          party: crowd
          account: crowd
          market: BTC/USD
          orders-per-day: 20
          mean-dollars: 20k
          stray-dollars: 500k
      events:
        - at: 2022-01-03T12:00:00Z
          kind: news
          says: The maker's stakes are found to be worth something.
          source: made up
          notice: {topic: stakes, value: 7}
          transfer: {cause: venture, asset: stakes, amount: 3, from: maker, to: outside}
        - {at: 2022-01-04, kind: gate, says: Withdrawals stop., withdrawals: {asset: USD, mode: gated}}
      switches:
        calm: {says: Nobody is in a hurry., set: {agents.maker.latency-ms: 1000}}
        apart: {says: Nothing is lent., set: {venue.custody: segregated}}
      record:
        - {series: index, of: BTC, every: 6h}
        - {series: holdings, of: maker, every: 6h}
        - {series: claims-value, every: 1d}
      score:
        - quantity: BTC at the end
          statistic: value
          of: index-BTC
          recorded: 44000
          unit: USD
          kind: fit
          source: made up
      calibration:
        - {path: agents.maker.aversion, on: 2022-06-30, source: made up}
      """;

  static final ScenarioReader READER = new ScenarioReader(AgentCatalog.kinds());

  private SampleScenario() {}

  /// Returns the good scenario with one text in the place of another, which it must contain.
  static String with(String text, String other) {
    if (!GOOD.contains(text)) {
      throw new IllegalArgumentException(text);
    }
    return GOOD.replace(text, other);
  }

  static ReadResult read(String text) {
    return READER.read(text.getBytes(StandardCharsets.UTF_8), "x.yaml", "x");
  }

  static LoadedScenario good() {
    return ((ReadResult.Loaded) read(GOOD)).scenario();
  }

  /// Returns what is wrong with a file.
  static List<String> problems(String text) {
    return switch (read(text)) {
      case ReadResult.Loaded _ -> List.of();
      case ReadResult.Refused(List<Problem> problems) ->
          problems.stream().map(Problem::toString).toList();
    };
  }

  /// Returns the line in which a text stands first, from 1.
  static int line(String text, String wanted) {
    return 1 + (int) text.substring(0, text.indexOf(wanted)).chars().filter(c -> c == '\n').count();
  }
}
