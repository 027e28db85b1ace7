package org.plimsoll.results;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A table as JSON: one object per row. Decimals are strings, a figure of a model is a number, a
/// ratio is an object with its fraction and its six decimals, and a cell without a figure is left
/// out.
public final class JsonTable {
  private JsonTable() {}

  /// Returns the text of `table`.
  public static String of(Table table) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("table", table.name());
    tree.put("rows", rows(table));
    return JsonText.of(tree);
  }

  /// Returns the rows of `table` as a tree that [JsonText] takes.
  public static List<Map<String, Object>> rows(Table table) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (List<Cell> row : table.rows()) {
      Map<String, Object> members = new LinkedHashMap<>();
      for (int i = 0; i < row.size(); i++) {
        add(members, table.columns().get(i).name(), row.get(i));
      }
      rows.add(members);
    }
    return rows;
  }

  private static void add(Map<String, Object> members, String name, Cell cell) {
    switch (cell) {
      case Cell.Text(String value) -> members.put(name, value);
      case Cell.Decimal(BigDecimal value) -> members.put(name, JsonText.decimal(value));
      case Cell.Fraction(Ratio value) -> members.put(name, ratio(value));
      case Cell.Model(double value) -> members.put(name, value);
      case Cell.Empty() -> {}
    }
  }

  /// Returns a ratio as a tree that [JsonText] takes.
  public static Map<String, Object> ratio(Ratio value) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("fraction", value.fraction());
    tree.put("rounded", value.rounded().toPlainString());
    return tree;
  }
}
