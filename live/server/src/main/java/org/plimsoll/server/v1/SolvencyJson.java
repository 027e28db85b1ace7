package org.plimsoll.server.v1;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plimsoll.results.JsonText;
import org.plimsoll.server.solvency.Alarm;
import org.plimsoll.server.solvency.Reading;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.assess.AssetRow;
import org.plimsoll.solvency.assess.Finding;
import org.plimsoll.solvency.assess.RatioRange;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.ladder.LiquidityLadder;
import org.plimsoll.solvency.loadline.CollateralLoad;
import org.plimsoll.solvency.loadline.Corner;
import org.plimsoll.solvency.loadline.MarginalSpiral;
import org.plimsoll.solvency.loadline.ModelLine;
import org.plimsoll.solvency.loadline.Pledge;
import org.plimsoll.solvency.spiral.SpiralGain;

/// A reading of solvency as a tree. Exact figures are texts, or ranges of two texts of which a
/// missing one is null; what a model gives is a number, and null where nothing bounds it.
public final class SolvencyJson {
  private static final int BORROWERS_MAX = 10;

  private SolvencyJson() {}

  /// Returns a reading as a tree.
  public static Map<String, @Nullable Object> of(Reading reading) {
    Assessment assessment = reading.assessment();
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("sequence", reading.sequence());
    tree.put("time", Instant.ofEpochSecond(0, reading.clockNs()).toString());
    tree.put("took_ms", reading.tookNs() / 1e6);
    tree.put("currency", assessment.book().currency());
    tree.put("headline", assessment.headline());
    tree.put("findings", assessment.findings().stream().map(SolvencyJson::finding).toList());
    tree.put("held", range(assessment.atMark().held()));
    tree.put("owed", range(assessment.atMark().owed()));
    tree.put("equity", range(assessment.atMark().total()));
    tree.put("equity_without_own_tokens", range(assessment.withoutOwnToken().total()));
    tree.put("held_realizable", range(assessment.liquidation().heldRealizable()));
    tree.put("equity_if_sold_now", range(assessment.liquidation().equity()));
    tree.put("own_token_share", ratio(assessment.ownTokenShare()));
    tree.put("cover", reading.ladder().rungs().stream().map(SolvencyJson::rung).toList());
    tree.put("loads", loads(reading));
    tree.put("spirals", spirals(reading));
    tree.put("borrowers", borrowers(reading));
    tree.put("assets", assessment.assets().stream().map(SolvencyJson::asset).toList());
    return tree;
  }

  /// Returns an alarm as a tree.
  public static Map<String, @Nullable Object> of(Alarm alarm) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("code", alarm.rule().code());
    tree.put("subject", alarm.subject());
    tree.put("sentence", alarm.rule().sentence());
    tree.put("figure", number(alarm.figure()));
    tree.put("raised", alarm.isRaised());
    tree.put("sequence", alarm.sequence());
    tree.put("time", Instant.ofEpochSecond(0, alarm.clockNs()).toString());
    return tree;
  }

  private static Map<String, @Nullable Object> finding(Finding finding) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("question", finding.question().code());
    tree.put("title", finding.question().title());
    tree.put("answer", finding.answer().name().toLowerCase(Locale.ROOT));
    tree.put("figure", range(finding.figure()));
    tree.put("sentence", finding.sentence());
    return tree;
  }

  private static Map<String, @Nullable Object> rung(LiquidityLadder.Rung rung) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("within", rung.within());
    tree.put("obtainable_low", number(rung.obtainableLow()));
    tree.put("obtainable_high", number(rung.obtainableHigh()));
    tree.put("demandable", range(rung.demandable()));
    tree.put("cover", number(rung.cover(Corner.CAREFUL)));
    return tree;
  }

  private static List<Object> loads(Reading reading) {
    List<Object> rows = new ArrayList<>();
    reading
        .loads()
        .forEach((days, loads) ->
            loads.forEach(load -> {
              Map<String, @Nullable Object> tree = new LinkedHashMap<>();
              tree.put("collateral", load.asset());
              tree.put("days", days);
              tree.put("value", range(load.value()));
              tree.put("debt", range(load.debt()));
              tree.put("line_low", number(load.deciding().map(ModelLine::low)));
              tree.put("line_high", number(load.highestLine()));
              tree.put("share", number(load.share(Corner.CAREFUL)));
              tree.put("model", load.deciding().map(line -> line.model().words()).orElse(null));
              tree.put("models", load.lines().stream().map(SolvencyJson::line).toList());
              rows.add(tree);
            }));
    return rows;
  }

  private static Map<String, @Nullable Object> line(ModelLine line) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("model", line.model().words());
    tree.put("low", number(line.low()));
    tree.put("high", number(line.high()));
    tree.put("in_range", line.valid());
    return tree;
  }

  private static List<Object> spirals(Reading reading) {
    List<Object> rows = new ArrayList<>();
    for (MarginalSpiral spiral : reading.careful()) {
      Map<String, @Nullable Object> tree = new LinkedHashMap<>();
      tree.put("collateral", spiral.asset());
      tree.put("model", spiral.model().words());
      tree.put("r", number(spiral.gain().total()));
      tree.put("r_nobody_exempt", number(spiral.withoutExemptions().total()));
      tree.put("r_favorable", number(favorable(reading, spiral.asset())));
      Map<String, @Nullable Object> channels = new LinkedHashMap<>();
      for (SpiralGain.Channel channel : SpiralGain.Channel.values()) {
        channels.put(
            channel.name().toLowerCase(Locale.ROOT),
            number(spiral.withoutExemptions().of(channel)));
      }
      tree.put("channels", channels);
      rows.add(tree);
    }
    return rows;
  }

  private static Optional<Double> favorable(Reading reading, String asset) {
    return reading.favorable().stream()
        .filter(spiral -> spiral.asset().equals(asset))
        .map(spiral -> spiral.withoutExemptions().total())
        .findFirst();
  }

  /// The largest debts, whatever they lean on.
  private static List<Object> borrowers(Reading reading) {
    Map<String, Pledge> largest = new LinkedHashMap<>();
    for (CollateralLoad load : reading.loads().firstEntry().getValue()) {
      for (Pledge pledge : load.pledges()) {
        largest.putIfAbsent(pledge.name(), pledge);
      }
    }
    return largest.values().stream()
        .sorted(
            Comparator.comparingDouble(
                    (Pledge pledge) -> Corner.CAREFUL.ofLessIsBetter(pledge.owed()))
                .reversed()
                .thenComparing(Pledge::name))
        .limit(BORROWERS_MAX)
        .map(SolvencyJson::borrower)
        .toList();
  }

  private static Object borrower(Pledge pledge) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("borrower", pledge.borrower());
    tree.put("account", pledge.name());
    tree.put("owed", range(pledge.owed()));
    tree.put("loan_to_value", number(pledge.ratio(Corner.CAREFUL)));
    tree.put("exempt", pledge.exempt());
    return tree;
  }

  private static Map<String, @Nullable Object> asset(AssetRow row) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("asset", row.asset());
    tree.put("price", range(row.price()));
    tree.put("own_token", row.ownToken());
    tree.put("owed_to_accounts", range(row.owedTo()));
    tree.put("owed_by_accounts", range(row.owedBy()));
    tree.put("on_hand", range(row.onHand()));
    tree.put("gap", range(row.matchedGap()));
    tree.put("custody_gap", range(row.custodyGap()));
    tree.put("custody_ratio", ratio(row.custodyRatio()));
    tree.put("custody", row.holdings().stream().map(SolvencyJson::holding).toList());
    return tree;
  }

  private static Map<String, @Nullable Object> holding(AssetRow.Holding holding) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("location", holding.location());
    tree.put("kind", holding.kind().name().toLowerCase(Locale.ROOT));
    tree.put("quantity", range(holding.quantity()));
    return tree;
  }

  /// One text if the figure is exact.
  private static @Nullable Object range(Interval interval) {
    if (interval.isExact()) {
      return text(interval.low());
    }
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("low", text(interval.low()));
    tree.put("high", text(interval.high()));
    return tree;
  }

  private static @Nullable Object ratio(Optional<RatioRange> ratio) {
    return ratio
        .map(range -> {
          Map<String, @Nullable Object> tree = new LinkedHashMap<>();
          tree.put("low", JsonText.decimal(range.low().rounded()));
          tree.put("high", range.high().map(high -> JsonText.decimal(high.rounded())).orElse(null));
          return tree;
        })
        .orElse(null);
  }

  private static @Nullable String text(@Nullable BigDecimal value) {
    return value == null ? null : JsonText.decimal(value);
  }

  private static @Nullable Double number(double value) {
    return Double.isFinite(value) ? value : null;
  }

  private static @Nullable Double number(Optional<Double> value) {
    return value.filter(Double::isFinite).orElse(null);
  }
}
