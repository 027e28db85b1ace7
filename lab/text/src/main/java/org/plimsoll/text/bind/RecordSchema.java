package org.plimsoll.text.bind;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.text.Tree;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Makes a JSON Schema (draft 2020-12) of records. Each record is a definition of its own.
public final class RecordSchema {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String NUMBER_PATTERN =
      "^-?(0|[1-9][0-9]*|[1-9][0-9]{0,2}(,[0-9]{3})+)(\\.[0-9]+)?(k|m|bn|%)?$";
  private static final String WHOLE_PATTERN =
      "^-?(0|[1-9][0-9]*|[1-9][0-9]{0,2}(,[0-9]{3})+)(k|m|bn)?$";
  private static final String NAME_PATTERN = "^[A-Za-z0-9._/:-]{1,32}$";
  private static final int TEXT_CHARS_MAX = 4_096;

  private final Map<String, ObjectNode> definitions = new TreeMap<>();

  /// Returns the name of a record's definition: its class and the one around it, in kebab-case.
  public static String nameOf(Class<?> type) {
    Class<?> around = type.getEnclosingClass();
    return (around == null ? "" : nameOf(around) + "-") + Keys.kebab(type.getSimpleName());
  }

  /// Adds the definition of a record and of all that it is made of.
  ///
  /// @return its mapping, to which keys may be added
  public ObjectNode define(Class<? extends Record> type) {
    String name = nameOf(type);
    ObjectNode known = definitions.get(name);
    if (known != null) {
      return known;
    }
    ObjectNode mapping = JSON.objectNode();
    definitions.put(name, mapping);
    mapping.put("title", says(type).orElse("an entry `" + Keys.kebab(type.getSimpleName()) + "`"));
    mapping.put("type", "object").put("additionalProperties", false);
    ArrayNode required = mapping.putArray("required");
    ObjectNode properties = mapping.putObject("properties");
    for (RecordComponent component : type.getRecordComponents()) {
      String key = Keys.of(component);
      properties.set(key, property(component));
      if (!Keys.isOmissible(component)) {
        required.add(key);
      }
    }
    OneOf choice = type.getAnnotation(OneOf.class);
    if (choice != null) {
      ArrayNode branches = mapping.putArray("oneOf");
      for (String key : choice.value()) {
        branches.addObject().putArray("required").add(key);
      }
    }
    return mapping;
  }

  /// Adds a definition that no record says.
  public void define(String name, ObjectNode definition) {
    definitions.put(name, definition);
  }

  /// Returns an empty mapping.
  public static ObjectNode mapping() {
    return JSON.objectNode();
  }

  /// Returns a definition of a name: of a party, an account, an asset, or whatever else is named.
  public static ObjectNode name() {
    return JSON.objectNode()
        .put("title", "a name of 1 to 32 letters, digits or . _ - / :")
        .put("type", "string")
        .put("pattern", NAME_PATTERN);
  }

  /// Returns the whole schema of a kind of file as JSON text.
  ///
  /// @param id such as `urn:plimsoll:scenario:1`
  public String text(String id, Class<? extends Record> root) {
    ObjectNode whole = JSON.objectNode();
    whole.put("$schema", "https://json-schema.org/draft/2020-12/schema").put("$id", id);
    ObjectNode file = define(root);
    file.propertyStream().forEach(each -> whole.set(each.getKey(), each.getValue()));
    ObjectNode all = whole.putObject("$defs");
    definitions.forEach((name, definition) -> {
      if (!name.equals(nameOf(root))) {
        all.set(name, definition);
      }
    });
    return new ObjectMapper()
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(whole)
            .replace("\r\n", "\n")
        + "\n";
  }

  private ObjectNode property(RecordComponent component) {
    Defined defined = component.getAnnotation(Defined.class);
    ObjectNode rule =
        defined == null
            ? rule(component.getGenericType())
            : defined(defined.value(), component.getType());
    says(component).ifPresent(about -> rule.put("description", about));
    if (!rule.has("description")) {
      rule.put("description", about(rule));
    }
    return rule;
  }

  private static String about(JsonNode rule) {
    return rule.path("title").asString("an entry of its own");
  }

  private static ObjectNode defined(String name, Class<?> type) {
    ObjectNode reference = JSON.objectNode().put("$ref", "#/$defs/" + name);
    return type == List.class ? list(reference) : reference;
  }

  private ObjectNode rule(Type type) {
    if (type instanceof ParameterizedType outer) {
      Type[] inner = outer.getActualTypeArguments();
      if (outer.getRawType() == Optional.class) {
        return rule(inner[0]);
      }
      return outer.getRawType() == SortedMap.class ? byName(rule(inner[1])) : list(rule(inner[0]));
    }
    return ofClass((Class<?>) type);
  }

  private ObjectNode ofClass(Class<?> type) {
    if (type.isRecord()) {
      define(type.asSubclass(Record.class));
      return JSON.objectNode().put("$ref", "#/$defs/" + nameOf(type));
    }
    if (type.isEnum()) {
      ObjectNode words = JSON.objectNode().put("title", "one of its words");
      ArrayNode allowed = words.putArray("enum");
      for (Object each : type.getEnumConstants()) {
        allowed.add(Keys.kebab(((Enum<?>) each).name()));
      }
      return words;
    }
    return ofValue(type);
  }

  private static ObjectNode ofValue(Class<?> type) {
    if (type == long.class || type == int.class || type == Long.class || type == Integer.class) {
      return number("a whole number", "integer", WHOLE_PATTERN, "20000", "12k");
    }
    if (type == double.class || type == Double.class || type == BigDecimal.class) {
      return number("a number", "number", NUMBER_PATTERN, "0.5", "14.6bn");
    }
    if (type == boolean.class) {
      return JSON.objectNode().put("title", "true or false").put("type", "boolean");
    }
    if (type == Instant.class) {
      return text(
          "a date (2022-06-30) or an instant in UTC (2022-11-06T15:47:00Z)",
          "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?Z)?$",
          "2022-06-30");
    }
    if (type == Duration.class) {
      return text("a length of time such as 30s, 10m, 6h or 7d", "^[1-9][0-9]*(s|m|h|d)$", "6h");
    }
    if (type == Tree.class) {
      return JSON.objectNode().put("title", "a value");
    }
    if (type == String.class) {
      return JSON.objectNode()
          .put("title", "text of at most " + TEXT_CHARS_MAX + " characters")
          .put("type", "string")
          .put("maxLength", TEXT_CHARS_MAX);
    }
    throw new IllegalArgumentException("a file cannot say a " + type.getName());
  }

  private static ObjectNode number(String title, String type, String pattern, String... examples) {
    ObjectNode rule = JSON.objectNode().put("title", title);
    rule.putArray("examples").add(examples[0]).add(examples[1]);
    rule.putArray("type").add(type).add("string");
    return rule.put("pattern", pattern);
  }

  private static ObjectNode text(String title, String pattern, String example) {
    ObjectNode rule = JSON.objectNode().put("title", title).put("type", "string");
    rule.put("pattern", pattern).putArray("examples").add(example);
    return rule;
  }

  private static ObjectNode list(ObjectNode each) {
    ObjectNode rule = JSON.objectNode().put("title", "a list").put("type", "array");
    rule.set("items", each);
    return rule;
  }

  private static ObjectNode byName(ObjectNode each) {
    ObjectNode rule = JSON.objectNode().put("title", "entries by name").put("type", "object");
    rule.set("additionalProperties", each);
    return rule;
  }

  private static Optional<String> says(AnnotatedElement element) {
    return Optional.ofNullable(element.getAnnotation(Says.class)).map(Says::value);
  }
}
