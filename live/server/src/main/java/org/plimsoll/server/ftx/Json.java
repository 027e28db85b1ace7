package org.plimsoll.server.ftx;

import java.math.BigDecimal;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON as this dialect reads and writes it: numbers are exact both ways and never in scientific
/// form.
final class Json {
  private static final int DEPTH_MAX = 8;
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  static JsonNode text(String text) {
    return JsonNodeFactory.instance.stringNode(text);
  }

  static JsonNode nothing() {
    return JsonNodeFactory.instance.nullNode();
  }

  /// Returns the list of what becomes of each.
  static <T> ArrayNode list(Iterable<T> each, Function<T, ? extends JsonNode> json) {
    ArrayNode list = array();
    each.forEach(one -> list.add(json.apply(one)));
    return list;
  }

  /// Returns a number, or null where there is none.
  static JsonNode number(@Nullable BigDecimal number) {
    return number == null ? nothing() : JsonNodeFactory.instance.numberNode(number);
  }

  /// Returns a time in ISO, or null where there is none.
  static JsonNode time(OptionalLong timeNs) {
    return timeNs.isPresent() ? text(Times.iso(timeNs.getAsLong())) : nothing();
  }

  /// Reads a body.
  ///
  /// @throws FtxError if it is no JSON, or a number in it has an exponent that nobody can count to
  static JsonNode read(byte[] body) {
    try {
      return MAPPER.readTree(body);
    } catch (JacksonException | NumberFormatException malformed) {
      throw FtxError.invalid("body");
    }
  }

  static byte[] write(JsonNode json) {
    return MAPPER.writeValueAsBytes(json);
  }
}
