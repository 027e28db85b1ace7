package org.plimsoll.proof;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The members of a JSON object, read strictly: every one is known, none comes twice, and each
/// value has one spelling. What reads two ways could be shown two ways.
final class JsonFields {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final Predicate<String> WHOLE =
      Pattern.compile("0|-?[1-9][0-9]{0,59}").asMatchPredicate();
  private static final Predicate<String> DECIMAL =
      Pattern.compile("(0|[1-9][0-9]{0,59})(\\.[0-9]{1,40})?").asMatchPredicate();

  private final String what;
  private final JsonNode object;

  private JsonFields(String what, JsonNode object, List<String> names) {
    this.what = what;
    this.object = object;
    if (!object.isObject()) {
      throw new Mistake(what + " is not a JSON object");
    }
    TreeSet<String> unknown = new TreeSet<>(object.propertyNames());
    names.forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw new Mistake(what + " has an unknown member `" + unknown.first() + "`");
    }
  }

  /// Returns the members of the object that a text holds.
  static JsonFields of(String what, String text, List<String> names) {
    try {
      return new JsonFields(what, MAPPER.readTree(text), names);
    } catch (JacksonException notJson) {
      throw new Mistake(what + " is not JSON: " + firstLine(notJson));
    }
  }

  private static String firstLine(JacksonException failure) {
    return String.valueOf(failure.getOriginalMessage()).lines().findFirst().orElse("no reason");
  }

  /// Returns the members of an object in this one.
  JsonFields nested(String name, List<String> names) {
    return new JsonFields(what + "'s " + name, value(name), names);
  }

  /// Returns the members of every object in a list.
  List<JsonFields> objects(String name, List<String> names) {
    return items(name).stream()
        .map(item -> new JsonFields(what + "'s " + name, item, names))
        .toList();
  }

  String text(String name) {
    return text(name, value(name));
  }

  /// Returns a text that must be there and be this one.
  void require(String name, String expected) {
    String found = text(name);
    if (!found.equals(expected)) {
      throw new Mistake(what + " has the " + name + " `" + found + "`, not `" + expected + "`");
    }
  }

  /// Returns bytes in lower case hexadecimal.
  String hex(String name, int bytes) {
    String found = text(name);
    if (!Sha256.isHex(found, bytes)) {
      throw new Mistake(
          what + "'s " + name + " is not " + 2 * bytes + " digits of lower case hexadecimal");
    }
    return found;
  }

  /// Returns a whole number that JSON writes as a number.
  int count(String name) {
    JsonNode found = value(name);
    if (!found.isInt()) {
      throw new Mistake(what + "'s " + name + " is not a whole number");
    }
    return found.intValue();
  }

  /// Returns a whole number of any sign in quotes.
  BigInteger whole(String name) {
    return whole(name, value(name));
  }

  List<BigInteger> wholes(String name) {
    return items(name).stream().map(item -> whole(name, item)).toList();
  }

  /// Returns a decimal in quotes that is not negative.
  BigDecimal decimal(String name) {
    String found = text(name);
    if (!DECIMAL.test(found)) {
      throw new Mistake(what + "'s " + name + " `" + found + "` is not a decimal");
    }
    return new BigDecimal(found);
  }

  Optional<BigDecimal> optionalDecimal(String name) {
    return object.has(name) ? Optional.of(decimal(name)) : Optional.empty();
  }

  private BigInteger whole(String name, JsonNode found) {
    String digits = text(name, found);
    if (!WHOLE.test(digits)) {
      throw new Mistake(what + "'s " + name + " `" + digits + "` is not a whole number");
    }
    return new BigInteger(digits);
  }

  private List<JsonNode> items(String name) {
    JsonNode found = value(name);
    if (!found.isArray()) {
      throw new Mistake(what + "'s " + name + " is not a list");
    }
    return found.valueStream().toList();
  }

  private String text(String name, JsonNode found) {
    if (!found.isString()) {
      throw new Mistake(what + "'s " + name + " is not a text in quotes");
    }
    return found.stringValue();
  }

  private JsonNode value(String name) {
    JsonNode found = object.get(name);
    if (found == null) {
      throw new Mistake(what + " has no member `" + name + "`");
    }
    return found;
  }
}
