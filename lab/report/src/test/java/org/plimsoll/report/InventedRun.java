package org.plimsoll.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.plimsoll.ecosystem.outcome.Flag;
import org.plimsoll.ecosystem.outcome.Outcome;
import org.plimsoll.ecosystem.outcome.Series;
import org.plimsoll.ecosystem.outcome.Sheet;
import org.plimsoll.ecosystem.outcome.Sheet.Tier;

/// A run as large as the main scenario's: four years every six hours. Everything in it is invented.
final class InventedRun {
  static final long START_NS = ns("2018-11-01T00:00:00Z");
  static final long STEP_NS = 6 * 3_600_000_000_000L;
  static final int SAMPLES = 5_844;

  static final List<String> PARTIES =
      List.of("harbor", "keel", "Sextant Lending", "Ballast Credit", "insiders");

  private InventedRun() {}

  static long ns(String instant) {
    return Instant.parse(instant).getEpochSecond() * 1_000_000_000L;
  }

  static Outcome outcome() {
    return outcome(SAMPLES);
  }

  /// The same with as many samples of each series.
  static Outcome outcome(int samples) {
    return new Outcome(
        "harbor",
        "A harbor and its tug: an exchange, its token and the firm beside it",
        "5f2c9a",
        42,
        "coarse",
        List.of(),
        "./plimsoll simulate harbor --profile coarse --seed 42 --out harbor-42",
        START_NS,
        START_NS + SAMPLES * STEP_NS,
        0x51f0_17d3L,
        1_204_771,
        9_310_226,
        List.of(
            "Harbor stops paying 43 hours after the letter of 28 October 2022 with 8.4 bn owed that"
                + " is not there.",
            "Without its own token it was insolvent from 12 April 2021 on, 19 months before it"
                + " stopped; the first control flagged it on 3 March 2021.",
            "Of what is missing, 6.1 bn went to the affiliate and from there to lenders who called"
                + " their loans."),
        List.of(
            "The daily split of the withdrawals: only their sum over three days is recorded.",
            "Trading losses that no source itemizes."),
        series(samples),
        flags(),
        sheets(),
        InventedAccounts.flows(),
        InventedAccounts.wealth(),
        InventedAccounts.sourcesAndUses(),
        InventedAccounts.scores(),
        InventedAccounts.switches(),
        new TreeMap<>(Map.of("2022-10-28-halt", "book: 1\n")));
  }

  /// A run that left nothing behind.
  static Outcome empty() {
    return of("Nothing", List.of(), List.of());
  }

  /// A run whose words would be markup.
  static Outcome hostile() {
    String words = "<script>alert(1)</script><img src=x onerror=alert(2)>";
    Series series =
        new Series("\"><img>", words, words, new long[] {START_NS}, new double[] {Double.NaN});
    return of(
        words, List.of(series), List.of(new Flag(START_NS, words, words, Optional.of(words))));
  }

  private static Outcome of(String title, List<Series> series, List<Flag> flags) {
    return new Outcome(
        title,
        title,
        "",
        1,
        "coarse",
        List.of(),
        title,
        START_NS,
        START_NS,
        0,
        0,
        0,
        List.of(),
        List.of(),
        series,
        flags,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new TreeMap<>());
  }

  private static List<Series> series(int samples) {
    List<Series> all = new ArrayList<>();
    String[] coins = {"BTC", "ETH", "SOL", "HBR", "LUNA"};
    double[] starts = {6_300, 200, 1.5, 1.2, 0.8};
    for (int i = 0; i < coins.length; i++) {
      all.add(price(coins[i], starts[i], i, samples));
    }
    all.add(
        curve("claims", "Claims of customers", "USD", samples, t -> 1.6e10 * grown(t) * left(t)));
    all.add(
        curve(
            "liquid",
            "Liquid assets",
            "USD",
            samples,
            t ->
                Math.max(
                    9e8 * grown(t),
                    1.6e10 * grown(t) * left(t) - 9.5e9 * sigmoid((t - .68) * 14))));
    all.add(
        curve("draw", "Affiliate's draw", "USD", samples, t -> 1.05e10 * sigmoid((t - .72) * 11)));
    all.add(
        curve(
            "loans",
            "Affiliate's loans",
            "USD",
            samples,
            t -> 8e9 * sigmoid((t - .55) * 12) * (1 - .8 * sigmoid((t - .91) * 60))));
    all.add(curve("fund", "Insurance fund", "USD", samples, t -> 1.2e8 * grown(t)));
    addRisks(all, samples);
    return all;
  }

  private static void addRisks(List<Series> all, int samples) {
    all.add(curve("gain", "Spiral gain R", "1", samples, t -> .3 + 2.8 * sigmoid((t - .93) * 40)));
    all.add(
        curve("load", "Load over load line", "1", samples, t -> .2 + 3.1 * sigmoid((t - .7) * 9)));
    all.add(
        curve(
            "queue",
            "Withdrawals in the queue",
            "withdrawals",
            samples,
            t -> t < .996 ? 120 + 80 * Math.sin(900 * t) : 13_900 * (t - .996) / .004));
    all.add(
        curve(
            "queue-age",
            "Age of the queue",
            "hours",
            samples,
            t -> t < .996 ? .4 : 31 * (t - .996) / .004));
    all.add(
        curve(
            "depth",
            "Depth of HBR within 2 %",
            "USD",
            samples,
            t -> t < .1 ? Double.NaN : 4e6 * grown(t) * left(t)));
  }

  /// How a figure depends on the part of the run that is over.
  private interface Curve {
    double at(double part);
  }

  private static double sigmoid(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }

  private static double grown(double t) {
    return .004 + sigmoid((t - .6) * 10);
  }

  private static double left(double t) {
    return t < .996 ? 1 : 1 - .45 * (t - .996) / .004;
  }

  private static Series curve(String name, String title, String unit, int samples, Curve curve) {
    SplittableRandom random = new SplittableRandom(name.hashCode());
    long[] times = times(samples);
    double[] values = new double[samples];
    for (int i = 0; i < samples; i++) {
      values[i] = curve.at((double) i / samples) * (1 + .03 * (random.nextDouble() - .5));
    }
    return new Series(name, title, unit, times, values);
  }

  private static Series price(String coin, double start, int seed, int samples) {
    SplittableRandom random = new SplittableRandom(seed + 11);
    double[] values = new double[samples];
    double price = start;
    for (int i = 0; i < samples; i++) {
      double t = (double) i / samples;
      double drift = (t < .75 ? 2.9 : -6.5) / samples;
      price *= StrictMath.exp(drift + .016 * (random.nextDouble() * 2 - 1) * (1 + seed / 3.0));
      values[i] =
          coin.equals("HBR") && t > .997
              ? price * .09
              : coin.equals("LUNA") && t > .88 ? 1e-4 : price;
    }
    return new Series(
        "price-" + coin.toLowerCase(java.util.Locale.ROOT),
        "Price of " + coin,
        "USD",
        times(samples),
        values);
  }

  private static long[] times(int samples) {
    long[] times = new long[samples];
    for (int i = 0; i < samples; i++) {
      times[i] = START_NS + Math.round((double) i * SAMPLES / samples) * STEP_NS;
    }
    return times;
  }

  private static List<Flag> flags() {
    List<Flag> flags = new ArrayList<>();
    flags.add(
        given(
            "2019-07-31",
            "privilege",
            "The affiliate may go below zero.",
            "Testimony of the invented officer, day 3"));
    flags.add(flag("2020-05-12", "alarm", "Load line crossed for HBR held by keel: 1.1 times."));
    flags.add(
        given(
            "2021-03-01",
            "news",
            "A larger exchange sells its stake back for 1.7 bn.",
            "Press release of 1 March 2021"));
    flags.add(
        flag(
            "2021-03-03",
            "alarm",
            "Reconciliation: customers' dollars exceed bank balances by 1.2 bn."));
    flags.add(flag("2021-04-12", "insolvent", "Insolvent without its own token."));
    for (int i = 0; i < 40; i++) {
      flags.add(
          new Flag(
              START_NS + (3_000L + 61L * i) * STEP_NS,
              "support",
              "Keel buys HBR for 21 m to hold the price of its collateral.",
              Optional.empty()));
    }
    addTheEnd(flags);
    flags.sort(java.util.Comparator.comparingLong(Flag::timeNs));
    return flags;
  }

  private static void addTheEnd(List<Flag> flags) {
    flags.add(
        given(
            "2022-05-09",
            "news",
            "LUNA falls.",
            "https://example.org/a-page-with-a-very-long-address/that-goes-on/and-on/2022/05/09/luna"));
    flags.add(
        flag(
            "2022-06-14",
            "recall",
            "Sextant Lending recalls 2.1 bn; keel pays with customers' money."));
    flags.add(
        given(
            "2022-10-24",
            "news",
            "A balance sheet of keel is published.",
            "The Harbor Gazette, 24 October 2022"));
    flags.add(
        given(
            "2022-10-28",
            "news",
            "The largest holder says that it sells its HBR.",
            "Public letter, 28 October 2022"));
    flags.add(flag("2022-10-29", "run", "Withdrawals asked for in a day exceed liquid assets."));
    flags.add(flag("2022-10-30", "halt", "Withdrawals stop with 8.4 bn owed."));
  }

  private static Flag given(String day, String kind, String text, String source) {
    return new Flag(ns(day + "T14:00:00Z"), kind, text, Optional.of(source));
  }

  private static Flag flag(String day, String kind, String text) {
    return new Flag(ns(day + "T09:30:00Z"), kind, text, Optional.empty());
  }

  private static List<Sheet> sheets() {
    List<Sheet> sheets = new ArrayList<>();
    for (int month = 0; month <= 48; month++) {
      double t = month / 48.0;
      long at = START_NS + (long) (t * SAMPLES) * STEP_NS;
      double claims = 1.6e10 * grown(t) * (month == 48 ? .56 : 1);
      double draw = 1.05e10 * sigmoid((t - .72) * 11);
      sheets.add(
          new Sheet(
              at,
              "harbor",
              List.of(
                  line("BTC at the venue", Tier.LIQUID, claims * .2 * (1 - t * t)),
                  line("dollars in banks", Tier.LIQUID, claims * .35 * (1 - t * t)),
                  line("owed by keel", Tier.LESS_LIQUID, draw),
                  line("HBR", Tier.LESS_LIQUID, claims * .2 * (1 - t)),
                  line("ventures", Tier.ILLIQUID, 5e8 * t),
                  line("owed to customers", Tier.LIQUID, -claims))));
      sheets.add(
          new Sheet(
              at,
              "keel",
              List.of(
                  line("BTC and SOL", Tier.LIQUID, 2e9 * t * (1 - t) * 4),
                  line("HBR unlocked", Tier.LESS_LIQUID, month == 48 ? 4e8 : 6e9 * t),
                  line("ventures at their last round", Tier.ILLIQUID, 5.3e9 * t * t),
                  line("loans from Sextant Lending", Tier.LIQUID, month > 43 ? -1e9 : -6e9 * t),
                  line("owed to harbor", Tier.LIQUID, -draw))));
      for (String party : PARTIES.subList(2, 5)) {
        sheets.add(
            new Sheet(
                at,
                party,
                List.of(
                    line("loans to keel", Tier.LESS_LIQUID, month > 43 ? 1e8 : 2e9 * t),
                    line("dollars", Tier.LIQUID, 4e8),
                    line("deposits", Tier.LIQUID, -2.1e9 * t))));
      }
    }
    return sheets;
  }

  private static Sheet.Line line(String label, Tier tier, double value) {
    return new Sheet.Line(label, tier, money(value));
  }

  static BigDecimal money(double value) {
    return BigDecimal.valueOf(Math.round(value * 100), 2);
  }
}
