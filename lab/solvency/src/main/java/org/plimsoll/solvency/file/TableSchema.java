package org.plimsoll.solvency.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.plimsoll.text.FileText;
import org.plimsoll.text.Nearest;
import org.plimsoll.text.Place;
import org.plimsoll.text.Problems;
import org.plimsoll.text.Tree;
import tools.jackson.databind.JsonNode;

/// What the book's schema says of the entries of a table, and so of its columns.
final class TableSchema {
  private static final Map<String, String> DEFINITIONS =
      Map.of("accounts", "account", "positions", "position", "loans", "loan", "custody", "custody");

  /// A row stands for one account; a table says nothing by counts.
  private static final String COUNT = "count";

  private final JsonNode entry;

  private TableSchema(JsonNode entry) {
    this.entry = entry;
  }

  static TableSchema of(String section) {
    return new TableSchema(BookSchema.root().path("$defs").path(DEFINITIONS.get(section)));
  }

  /// Returns the column that a name stands for; nothing if there is none, which is then added to
  /// the problems.
  Optional<TableColumn> column(Tree.Scalar name, BookReading reading) {
    String text = name.text();
    int dot = text.indexOf('.');
    String key = dot < 0 ? text : text.substring(0, dot);
    JsonNode rule = resolved(entry.path("properties").path(key));
    boolean isBasket = rule.has("propertyNames");
    if (rule.isMissingNode() || key.equals(COUNT) || isBasket != (dot >= 0)) {
      refuse(name, reading.problems());
      return Optional.empty();
    }
    if (!isBasket) {
      return Optional.of(column("", key, rule));
    }
    String asset = text.substring(dot + 1);
    reading.assets().require(asset, name.place(), reading.problems());
    return Optional.of(column(key, asset, resolved(rule.path("additionalProperties"))));
  }

  private void refuse(Tree.Scalar name, Problems problems) {
    String hint = Nearest.hint(name.text(), names());
    String ending = hint.isEmpty() ? "; there are " + String.join(", ", names()) : hint;
    problems.add(
        name.place(), "the column `" + name.text() + "` is not known in this table" + ending);
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    for (String key : entry.path("properties").propertyNames()) {
      if (!key.equals(COUNT)) {
        boolean isBasket = resolved(entry.path("properties").path(key)).has("propertyNames");
        names.add(isBasket ? key + ".ASSET" : key);
      }
    }
    return names;
  }

  /// Refuses a table without a column that every entry needs.
  void requireNeeded(Collection<TableColumn> columns, Place place, Problems problems) {
    for (JsonNode needed : entry.path("required")) {
      String key = needed.asString();
      if (columns.stream().noneMatch(column -> column.key().equals(key))) {
        String about = entry.path("properties").path(key).path("description").asString();
        problems.add(place, "the column `" + key + "` is missing: " + about);
      }
    }
  }

  private TableColumn column(String basket, String key, JsonNode rule) {
    boolean isNeeded =
        basket.isEmpty()
            && entry.path("required").valueStream().anyMatch(each -> each.asString().equals(key));
    return new TableColumn(basket, key, isNeeded, sort(rule), test(key, rule));
  }

  /// What the schema says of a single value, as a test that costs little. What passes it passes the
  /// schema; what fails it is left to the schema, which has the words for it.
  private static Predicate<String> test(String key, JsonNode rule) {
    if (rule.has("else")) {
      Predicate<String> figure = test(key, resolved(rule.path("else")));
      return text -> PlainText.isDecimal(text) || figure.test(text);
    }
    if (rule.has("enum")) {
      List<String> words = rule.path("enum").valueStream().map(JsonNode::asString).toList();
      return words::contains;
    }
    if (rule.path("type").asString("").equals("boolean")) {
      return text -> text.equals("true") || text.equals("false");
    }
    if (!rule.has("pattern")) {
      return _ -> false;
    }
    Predicate<String> spelling =
        Pattern.compile(rule.path("pattern").asString()).asMatchPredicate();
    if (Days.isNamedBy(key)) {
      return spelling.and(Days::isDay);
    }
    if (rule.has("maxLength")) {
      return new LastValid(spelling.and(isTextUpTo(rule.path("maxLength").asInt())));
    }
    boolean isId = rule.equals(BookSchema.root().path("$defs").path("id"));
    return isId ? text -> PlainText.isWord(text) || spelling.test(text) : spelling;
  }

  private static Predicate<String> isTextUpTo(int charsMax) {
    return text -> text.length() <= charsMax && FileText.isPrintable(text);
  }

  private static JsonNode resolved(JsonNode rule) {
    String definition = rule.path("$ref").asString("").replace("#/$defs/", "");
    return definition.isEmpty() ? rule : BookSchema.root().path("$defs").path(definition);
  }

  private static TableColumn.Sort sort(JsonNode rule) {
    String type = rule.path("type").asString("");
    if (rule.has("else")) {
      return TableColumn.Sort.FIGURE;
    }
    return switch (type) {
      case "array" -> TableColumn.Sort.TEXTS;
      case "string" -> TableColumn.Sort.TEXT;
      default -> rule.has("enum") ? TableColumn.Sort.TEXT : TableColumn.Sort.VALUE;
    };
  }
}
