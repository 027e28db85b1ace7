package org.plimsoll.text;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Shows a [Tree] to the schema as JSON.
///
/// Only what is unmistakably a JSON number, boolean or null becomes one. Everything else that YAML
/// processors disagree about (`0x1F`, `017`, `1_000`, `1:30`, `.inf`, `yes`) stays text, and the
/// schema refuses it where a number is expected.
final class TreeJson {
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private TreeJson() {}

  static JsonNode of(Tree tree) {
    return switch (tree) {
      case Tree.Scalar scalar -> value(scalar);
      case Tree.Sequence sequence -> {
        ArrayNode array = JSON.arrayNode();
        sequence.items().forEach(item -> array.add(of(item)));
        yield array;
      }
      case Tree.Mapping mapping -> {
        ObjectNode object = JSON.objectNode();
        mapping.entries().forEach(entry -> object.set(entry.key(), of(entry.value())));
        yield object;
      }
    };
  }

  private static JsonNode value(Tree.Scalar scalar) {
    String text = scalar.text();
    if (!scalar.isPlain()) {
      return JSON.stringNode(text);
    }
    return switch (text) {
      case "", "~", "null" -> JSON.nullNode();
      case "true" -> JSON.booleanNode(true);
      case "false" -> JSON.booleanNode(false);
      default ->
          NUMBER.matcher(text).matches()
              ? JSON.numberNode(new BigDecimal(text))
              : JSON.stringNode(text);
    };
  }
}
