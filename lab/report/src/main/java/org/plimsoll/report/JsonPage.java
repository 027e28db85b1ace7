package org.plimsoll.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plimsoll.results.JsonTable;
import org.plimsoll.results.JsonText;
import org.plimsoll.results.Ratio;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.assess.AssetRow;
import org.plimsoll.solvency.assess.Assumption;
import org.plimsoll.solvency.assess.BreakingHaircut;
import org.plimsoll.solvency.assess.Commingling;
import org.plimsoll.solvency.assess.Equity;
import org.plimsoll.solvency.assess.Finding;
import org.plimsoll.solvency.assess.LiquidationView;
import org.plimsoll.solvency.assess.RatioRange;
import org.plimsoll.solvency.assess.Recoveries;
import org.plimsoll.solvency.assess.Source;
import org.plimsoll.solvency.book.Interval;

/// An assessment as JSON.
///
/// Names never change. A decimal is a string; an interval is an object with `low` and `high`, null
/// where there is no limit; a ratio has its exact `fraction` and its value `rounded` down to six
/// decimals; what does not exist is null.
public final class JsonPage {
  private JsonPage() {}

  /// Returns the text of an assessment alone.
  public static String of(Assessment assessment, Provenance provenance) {
    return of(assessment, List.of(), provenance);
  }

  /// Returns the text of the whole assessment.
  ///
  /// @param sections what models add, by their ids
  public static String of(Assessment assessment, List<Section> sections, Provenance provenance) {
    Map<String, @Nullable Object> page = new LinkedHashMap<>();
    page.put("plimsoll_version", provenance.version());
    page.put("book", book(assessment, provenance));
    page.put("headline", assessment.headline());
    page.put("books_balance", Words.code(assessment.booksBalance()));
    page.put("questions", assessment.findings().stream().map(JsonPage::finding).toList());
    page.put("equity_at_mark", equity(assessment.atMark()));
    page.put("equity_without_own_token", equity(assessment.withoutOwnToken()));
    page.put("own_tokens", List.copyOf(assessment.ownTokens()));
    page.put("related_parties", List.copyOf(assessment.relatedParties()));
    page.put("own_token_share_of_assets", range(assessment.ownTokenShare()));
    page.put(
        "own_token_part_of_equity",
        assessment.ownTokenPartOfEquity().map(JsonTable::ratio).orElse(null));
    page.put("assets", assessment.assets().stream().map(JsonPage::asset).toList());
    page.put("recoveries", recoveries(assessment.recoveries()));
    page.put("liquidity", liquidity(assessment));
    page.put("liquidation", liquidation(assessment.liquidation()));
    page.put("breaking_haircut", haircuts(assessment.breakingHaircut()));
    page.put("breaking_haircut_beyond_liquid", haircuts(assessment.breakingHaircutBeyondLiquid()));
    page.put("sections", sections(sections));
    page.put("assumptions", assumptions(assessment));
    page.put("sources", sources(assessment));
    page.put("command", provenance.command());
    return JsonText.of(page);
  }

  private static Object book(Assessment assessment, Provenance provenance) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", provenance.bookName());
    tree.put("hash", provenance.bookHash());
    tree.put("title", assessment.book().title());
    tree.put("as_of", assessment.book().asOf());
    tree.put("currency", assessment.book().currency());
    tree.put("subject", assessment.book().subject());
    tree.put("notes", assessment.book().notes());
    return tree;
  }

  private static Object finding(Finding finding) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("question", finding.question().code());
    tree.put("title", finding.question().title());
    tree.put("answer", Words.code(finding.answer()));
    tree.put("figure", interval(finding.figure()));
    tree.put("sentence", finding.sentence());
    return tree;
  }

  private static Object equity(Equity equity) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("total", interval(equity.total()));
    tree.put("held", interval(equity.held()));
    tree.put("receivable", interval(equity.receivable()));
    tree.put("lent", interval(equity.lent()));
    tree.put("claims", interval(equity.claims()));
    tree.put("debts", interval(equity.debts()));
    return tree;
  }

  private static Object asset(AssetRow row) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("asset", row.asset());
    tree.put("tier", Words.code(row.tier()));
    tree.put("own_token", row.ownToken());
    tree.put("price", interval(row.price()));
    tree.put("owed_to", interval(row.owedTo()));
    tree.put("owed_by", interval(row.owedBy()));
    tree.put("on_hand", interval(row.onHand()));
    tree.put("lent", interval(row.lent()));
    tree.put("borrowed", interval(row.borrowed()));
    tree.put("matched_gap", interval(row.matchedGap()));
    tree.put("matched_gap_without_related", interval(row.matchedGapWithoutRelated()));
    tree.put("custody_gap", interval(row.custodyGap()));
    tree.put("custody_ratio", range(row.custodyRatio()));
    tree.put("segregated_recovery", range(row.segregatedRecovery()));
    tree.put("largest_debtor", row.largestDebtor().map(JsonPage::debtor).orElse(null));
    tree.put("holdings", row.holdings().stream().map(JsonPage::holding).toList());
    return tree;
  }

  private static Object debtor(AssetRow.Debtor debtor) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("owner", debtor.owner());
    tree.put("quantity", interval(debtor.quantity()));
    return tree;
  }

  private static Object holding(AssetRow.Holding holding) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("location", holding.location());
    tree.put("kind", Words.code(holding.kind()));
    tree.put("quantity", interval(holding.quantity()));
    tree.put("encumbered", interval(holding.encumbered()));
    return tree;
  }

  private static Object recoveries(Recoveries recoveries) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("net_claims", range(recoveries.netClaims()));
    tree.put("net_claims_without_own_token", range(recoveries.netClaimsWithoutOwnToken()));
    tree.put("commingled", range(recoveries.commingled()));
    tree.put("commingled_without_own_token", range(recoveries.commingledWithoutOwnToken()));
    tree.put("commingling", recoveries.commingling().map(JsonPage::commingling).orElse(null));
    return tree;
  }

  private static Object commingling(Commingling commingling) {
    List<Object> transfers = new ArrayList<>();
    for (Commingling.Transfer transfer : commingling.transfers()) {
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put("asset", transfer.asset());
      tree.put("segregated", JsonTable.ratio(transfer.segregated()));
      tree.put("commingled", JsonTable.ratio(transfer.commingled()));
      tree.put("gain", JsonTable.ratio(transfer.gain()));
      transfers.add(tree);
    }
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("transfers", transfers);
    tree.put("surplus_change", JsonTable.ratio(commingling.surplusChange()));
    return tree;
  }

  private static Object liquidity(Assessment assessment) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("obtainable", interval(assessment.liquidity().obtainable()));
    tree.put("demandable", interval(assessment.liquidity().demandable()));
    tree.put("cover", range(assessment.liquidity().cover()));
    return tree;
  }

  private static Object liquidation(LiquidationView view) {
    List<Object> sales = new ArrayList<>();
    for (LiquidationView.Sale sale : view.sales()) {
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put("asset", sale.asset());
      tree.put("quantity", interval(sale.quantity()));
      tree.put("depth", interval(sale.depth()));
      tree.put("at_mark", interval(sale.atMark()));
      tree.put("proceeds", interval(sale.proceeds()));
      sales.add(tree);
    }
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("equity", interval(view.equity()));
    tree.put("held_at_mark", interval(view.heldAtMark()));
    tree.put("held_realizable", interval(view.heldRealizable()));
    tree.put("sales", sales);
    tree.put("missing_depths", view.missingDepths());
    return tree;
  }

  private static Object haircuts(BreakingHaircut.Pair pair) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("unfavorable", haircut(pair.unfavorable()));
    tree.put("favorable", haircut(pair.favorable()));
    return tree;
  }

  private static Object haircut(BreakingHaircut haircut) {
    return switch (haircut) {
      case BreakingHaircut.At(Ratio at) -> JsonTable.ratio(at);
      case BreakingHaircut.AlreadyNegative() -> "already negative";
      case BreakingHaircut.Never() -> "never";
      case BreakingHaircut.Unknown() -> "unknown";
    };
  }

  private static Object sections(List<Section> sections) {
    UniqueNames.check("section", sections.stream().map(Section::id).toList());
    Map<String, Object> trees = new LinkedHashMap<>();
    for (Section section : sections) {
      Map<String, Object> tables = new LinkedHashMap<>();
      section.tables().forEach(table -> tables.put(table.name(), JsonTable.rows(table)));
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put("title", section.title());
      tree.put("sentences", section.sentences());
      tree.put("tables", tables);
      trees.put(section.id(), tree);
    }
    return trees;
  }

  private static Object assumptions(Assessment assessment) {
    List<Object> list = new ArrayList<>();
    for (Assumption assumption : assessment.assumptions()) {
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put("kind", Words.code(assumption.kind()));
      tree.put("sentence", assumption.sentence());
      tree.put("source", assumption.source());
      list.add(tree);
    }
    return list;
  }

  private static Object sources(Assessment assessment) {
    List<Object> list = new ArrayList<>();
    for (Source source : assessment.sources()) {
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put("text", source.text());
      tree.put("figure_count", source.count());
      tree.put("first_figures", source.firstFigures());
      list.add(tree);
    }
    return list;
  }

  private static Object interval(Interval interval) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("low", decimal(interval.low()));
    tree.put("high", decimal(interval.high()));
    return tree;
  }

  private static @Nullable String decimal(@Nullable BigDecimal value) {
    return value == null ? null : JsonText.decimal(value);
  }

  private static @Nullable Object range(Optional<RatioRange> range) {
    return range.map(JsonPage::range).orElse(null);
  }

  private static Object range(RatioRange range) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("low", JsonTable.ratio(range.low()));
    tree.put("high", range.high().map(JsonTable::ratio).orElse(null));
    return tree;
  }
}
