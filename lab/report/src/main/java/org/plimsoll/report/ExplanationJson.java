package org.plimsoll.report;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plimsoll.results.JsonTable;
import org.plimsoll.results.JsonText;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.explain.Amount;
import org.plimsoll.solvency.explain.Computation;
import org.plimsoll.solvency.explain.Derivation;
import org.plimsoll.solvency.explain.Entry;
import org.plimsoll.solvency.explain.ExplainedFigure;
import org.plimsoll.solvency.explain.LargestEntries;

/// Where a figure comes from, as JSON. Decimals, ranges and ratios are written as in [JsonPage].
public final class ExplanationJson {
  private ExplanationJson() {}

  /// Returns the text of one figure.
  ///
  /// @param lines how many lines a sum takes at most; the smallest entries share the last one
  public static String of(ExplainedFigure figure, int lines) {
    Map<String, Object> page = head(figure);
    page.put("words", figure.definition().words());
    page.put("symbols", figure.definition().symbols());
    page.put("literature", figure.definition().literature());
    page.put("line_unit", figure.unit());
    page.put("derivation", derivation(figure.derivation().get(), lines));
    return JsonText.of(page);
  }

  /// Returns the text of a list of figures, without what is behind them.
  public static String list(List<ExplainedFigure> figures) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("figures", figures.stream().map(ExplanationJson::head).toList());
    return JsonText.of(page);
  }

  private static Map<String, Object> head(ExplainedFigure figure) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("id", figure.id());
    tree.put("title", figure.title());
    switch (figure.amount()) {
      case Amount.Quantity(var value, var unit) -> {
        tree.put("value", interval(value));
        tree.put("unit", unit);
      }
      case Amount.Fraction(var value, var unit) -> {
        Map<String, @Nullable Object> range = new LinkedHashMap<>();
        range.put("low", JsonTable.ratio(value.low()));
        range.put("high", value.high().map(JsonTable::ratio).orElse(null));
        tree.put("value", range);
        tree.put("unit", unit);
      }
      case Amount.Model(var low, var high, var unit, _) -> {
        Map<String, @Nullable Object> range = new LinkedHashMap<>();
        range.put("low", number(low));
        range.put("high", number(high));
        tree.put("value", range);
        tree.put("unit", unit);
      }
      case Amount.Absent(var why) -> tree.put("absent", why);
    }
    return tree;
  }

  private static Map<String, Object> derivation(Derivation derivation, int lines) {
    Map<String, Object> tree = new LinkedHashMap<>();
    switch (derivation) {
      case Derivation.Sum sum -> {
        tree.put("form", "sum");
        putSum(tree, sum, lines);
      }
      case Derivation.Quotient(var above, var below, var atMostOne) -> {
        tree.put("form", "quotient");
        tree.put("above", derivation(above, lines));
        tree.put("below", derivation(below, lines));
        tree.put("at_most_one", atMostOne);
      }
      case Derivation.PartOf(var whole, var part) -> {
        tree.put("form", "part_of");
        tree.put("whole", derivation(whole, lines));
        tree.put("part", derivation(part, lines));
      }
      case Derivation.Narrower(var widest, var why) -> {
        tree.put("form", "narrower");
        tree.put("widest", derivation(widest, lines));
        tree.put("why", why);
      }
      case Derivation.Model(var ends) -> {
        tree.put("form", "model");
        tree.put("ends", ends.stream().map(ExplanationJson::computation).toList());
      }
      case Derivation.Others(var ids) -> {
        tree.put("form", "others");
        tree.put("ids", ids);
      }
    }
    return tree;
  }

  private static void putSum(Map<String, Object> tree, Derivation.Sum sum, int lines) {
    LargestEntries largest = LargestEntries.of(sum, lines);
    tree.put("title", sum.title());
    tree.put("total", interval(sum.total()));
    tree.put("entries", largest.shown().stream().map(ExplanationJson::entry).toList());
    tree.put("other_entries", largest.others());
    tree.put("other_contribution", interval(largest.rest()));
  }

  private static Object computation(Computation computation) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("end", computation.end());
    tree.put("parts", computation.parts().stream().map(ExplanationJson::part).toList());
    tree.put("working", computation.working());
    tree.put("value", number(computation.value()));
    tree.put("sources", computation.sources());
    return tree;
  }

  private static Object part(Computation.Part part) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("title", part.title());
    tree.put("total", number(part.total()));
    tree.put("terms", part.terms().stream().map(ExplanationJson::term).toList());
    return tree;
  }

  private static Object term(Computation.Term term) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("name", term.name());
    tree.put("working", term.working());
    tree.put("value", number(term.value()));
    tree.put("sources", term.sources());
    return tree;
  }

  private static @Nullable Double number(double value) {
    return Double.isFinite(value) ? value : null;
  }

  private static Object entry(Entry entry) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("kind", Words.code(entry.kind()));
    tree.put("name", entry.name());
    tree.put("working", entry.working());
    tree.put("value", interval(entry.value()));
    tree.put("contribution", interval(entry.contribution()));
    tree.put("sources", entry.sources());
    return tree;
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
}
