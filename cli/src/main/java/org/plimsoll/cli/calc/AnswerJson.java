package org.plimsoll.cli.calc;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plimsoll.results.Cell;
import org.plimsoll.results.JsonText;
import org.plimsoll.solvency.waterfall.WaterfallProfile;
import picocli.CommandLine.Model.OptionSpec;

/// An answer as JSON, with the inputs as they were understood. A figure that a model computed is a
/// number in full or the word `infinite`; an exact one is a decimal in quotes, a missing one null;
/// parts are from 0 to 1.
final class AnswerJson {
  private AnswerJson() {}

  static String of(String calculation, List<OptionSpec> inputs, Answer answer) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("calculation", calculation);
    page.put("inputs", inputs(inputs));
    page.put("sentences", answer.sentences());
    page.put("figures", figures(answer.figures(), 0));
    page.put("tables", answer.tables().stream().map(AnswerJson::table).toList());
    return JsonText.of(page);
  }

  private static Object table(Answer.Cases<?> table) {
    List<Object> cases = new ArrayList<>();
    for (int i = 0; i < table.headings().size(); i++) {
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put("case", table.headings().get(i));
      tree.put("figures", figures(table.rows(), i));
      cases.add(tree);
    }
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("by", table.name());
    tree.put("cases", cases);
    return tree;
  }

  private static Object figures(List<Answer.Figure> figures, int column) {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (Answer.Figure figure : figures) {
      Map<String, @Nullable Object> valued = new LinkedHashMap<>();
      valued.put("value", value(figure.cells().get(column)));
      valued.put("unit", figure.unit().name().toLowerCase(Locale.ROOT));
      tree.put(figure.name().replace(' ', '_'), valued);
    }
    return tree;
  }

  private static @Nullable Object value(Cell cell) {
    return switch (cell) {
      case Cell.Text(String value) -> value;
      case Cell.Decimal(BigDecimal value) -> JsonText.decimal(value);
      case Cell.Model(double value) -> value;
      case Cell.Fraction(var value) -> value.fraction();
      case Cell.Empty() -> null;
    };
  }

  private static Map<String, Object> inputs(List<OptionSpec> options) {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (OptionSpec option : options) {
      Object value = option.getValue();
      if (value instanceof Optional<?> optional) {
        value = optional.orElse(null);
      }
      if (value != null) {
        tree.put(Options.key(option), input(value));
      }
    }
    return tree;
  }

  private static Object input(Object value) {
    return switch (value) {
      case Double number -> number;
      case Integer number -> number;
      case BigDecimal exact -> JsonText.decimal(exact);
      case Collection<?> list -> list.stream().map(AnswerJson::input).toList();
      case WaterfallProfile profile -> profile.name();
      default -> value.toString();
    };
  }
}
