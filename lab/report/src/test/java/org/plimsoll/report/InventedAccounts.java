package org.plimsoll.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.ecosystem.outcome.Flow;
import org.plimsoll.ecosystem.outcome.ScoreRow;
import org.plimsoll.ecosystem.outcome.SourceOrUse;
import org.plimsoll.ecosystem.outcome.SourceOrUse.Side;
import org.plimsoll.ecosystem.outcome.SwitchRow;
import org.plimsoll.ecosystem.outcome.WealthLine;

/// What money did in the invented run, and what was recorded of it.
final class InventedAccounts {
  private InventedAccounts() {}

  static List<Flow> flows() {
    List<Flow> flows = new ArrayList<>();
    flows.add(new Flow("customers", "harbor", "deposits", InventedRun.money(2.45e10)));
    flows.add(new Flow("harbor", "customers", "withdrawals", InventedRun.money(1.48e10)));
    flows.add(new Flow("harbor", "keel", "draw", InventedRun.money(9.9e9)));
    flows.add(new Flow("keel", "Sextant Lending", "repayment", InventedRun.money(4.4e9)));
    flows.add(new Flow("Sextant Lending", "keel", "loan", InventedRun.money(5.1e9)));
    flows.add(new Flow("keel", "Sextant Lending", "interest", InventedRun.money(3.9e8)));
    flows.add(new Flow("Ballast Credit", "keel", "loan", InventedRun.money(2.3e9)));
    flows.add(new Flow("keel", "ventures", "stakes", InventedRun.money(5.3e9)));
    flows.add(new Flow("keel", "insiders", "loans", InventedRun.money(3.2e9)));
    flows.add(new Flow("keel", "larger exchange", "buy-out", InventedRun.money(1.76e9)));
    flows.add(new Flow("investors", "harbor", "equity", InventedRun.money(1.8e9)));
    for (int i = 0; i < 26; i++) {
      flows.add(new Flow("keel", "brand " + (i + 1), "brands", InventedRun.money(4e6 * (i + 1))));
    }
    return flows;
  }

  static List<WealthLine> wealth() {
    List<WealthLine> lines = new ArrayList<>();
    for (String party : InventedRun.PARTIES) {
      lines.add(new WealthLine(party, "holding gain on HBR", InventedRun.money(-3.9e9)));
      lines.add(new WealthLine(party, "holding gain on BTC", InventedRun.money(1.1e9)));
      lines.add(new WealthLine(party, "interest", InventedRun.money(-4.2e8)));
      lines.add(new WealthLine(party, "fees", InventedRun.money(8.5e8)));
      lines.add(new WealthLine(party, "rounding", new BigDecimal("-0.03")));
      for (int i = 0; i < 9; i++) {
        lines.add(new WealthLine(party, "stake " + i, InventedRun.money(-1e7 * i)));
      }
    }
    return lines;
  }

  static List<SourceOrUse> sourcesAndUses() {
    return List.of(
        money(Side.SOURCE, "Customers' money", 8.7e9, "a hole of about 8 bn", "8.7 to 8.9 bn"),
        money(Side.SOURCE, "Trading profits", 1.4e9, "at least 10 bn believed", ""),
        money(Side.SOURCE, "Equity raised", 1.8e9, "", "1.8 bn"),
        money(Side.SOURCE, "Loans still owed", 1.1e9, "", "0.7 bn"),
        money(Side.USE, "Ventures", 5.3e9, "2 bn", "5.3 to 5.4 bn"),
        money(Side.USE, "Loans to insiders", 3.2e9, "", "3.2 bn"),
        money(Side.USE, "Stake bought back", 1.76e9, "2 bn", "1.76 bn"),
        money(Side.USE, "Price support", 1.3e9, "2 bn", ""),
        money(Side.USE, "Brands and property", 7.1e8, "2 bn", "0.6 to 0.9 bn"));
  }

  private static SourceOrUse money(
      Side side, String line, double value, String told, String recorded) {
    return new SourceOrUse(
        side,
        line,
        InventedRun.money(value),
        Optional.of(told).filter(words -> !words.isEmpty()),
        Optional.of(recorded).filter(words -> !words.isEmpty()));
  }

  static List<ScoreRow> scores() {
    return List.of(
        score("Revenue in 2021", "USD", true, 1.02e9, 1.02e9, 1.1e9, .9e9, 1.3e9, 8.9e7, 3e8),
        score(
            "Loans of keel, 30 June 2022",
            "USD",
            true,
            7.4e9,
            7.4e9,
            6.1e9,
            5e9,
            6.9e9,
            5e9,
            5.5e9),
        score(
            "Draw, September 2022",
            "USD",
            false,
            1.3e10,
            1.4e10,
            1.04e10,
            8.8e9,
            1.32e10,
            9.9e9,
            1.09e10),
        score("Price of HBR, 9 November 2022", "USD", false, 2.27, 2.27, 3.1, 1.2, 6.4, 24.1, 22.9),
        score(
            "Hours from the letter to the halt",
            "hours",
            false,
            44,
            44,
            43,
            31,
            57,
            Double.NaN,
            Double.NaN),
        score("Hole at filing", "USD", false, 8.7e9, 8.9e9, 8.4e9, 7.2e9, 9.6e9, 0, 0),
        score("Fall of depth", "1", false, -.41, -.41, Double.NaN, Double.NaN, Double.NaN, 0, 0));
  }

  private static ScoreRow score(
      String quantity,
      String unit,
      boolean isFit,
      double low,
      double high,
      double simulated,
      double bandLow,
      double bandHigh,
      double noChange,
      double trend) {
    return new ScoreRow(
        quantity,
        unit,
        isFit,
        low,
        high,
        simulated,
        some(bandLow),
        some(bandHigh),
        some(noChange),
        some(trend),
        "invented record, page 3");
  }

  private static Optional<Double> some(double value) {
    return Double.isNaN(value) ? Optional.empty() : Optional.of(value);
  }

  static List<SwitchRow> switches() {
    return List.of(
        row(List.of(), 8.4e9, .31, "2021-04-12", "2021-03-03", "2022-10-30"),
        row(List.of("no-exemptions"), 1.2e9, .91, "2022-05-11", "2021-03-03", "2022-10-30"),
        row(List.of("segregated-custody"), 0, 1, "", "", ""),
        row(List.of("own-token-at-zero"), 2.9e9, .74, "2022-06-14", "2021-03-03", "2022-10-31"),
        row(
            List.of("kelly-bets", "no-token-support"),
            4.4e9,
            .6,
            "2021-09-01",
            "2021-03-03",
            "2022-11-02"));
  }

  private static SwitchRow row(
      List<String> switches,
      double hole,
      double recovery,
      String insolvent,
      String flag,
      String halt) {
    return new SwitchRow(switches, hole, recovery, at(insolvent), at(flag), at(halt));
  }

  private static Optional<Long> at(String day) {
    return day.isEmpty() ? Optional.empty() : Optional.of(InventedRun.ns(day + "T12:00:00Z"));
  }
}
