package org.plimsoll.server.v1;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An object that a client has sent, which may have no member that nobody knows. Figures are texts,
/// so that they are exact.
final class Body {
  static final int DEPTH_MAX = 8;
  static final int TEXT_MAX = 64;
  static final int SCALE_MAX = 18;
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final JsonNode json;

  private Body(JsonNode json) {
    if (!json.isObject()) {
      throw NativeError.invalid("an object is expected");
    }
    this.json = json;
  }

  /// Reads a body.
  static Body of(byte[] bytes, String... members) {
    return read(bytes).only(Set.of(members));
  }

  /// Reads a body whose members are known later; see [#only].
  static Body read(byte[] bytes) {
    try {
      return new Body(MAPPER.readTree(bytes));
    } catch (JacksonException malformed) {
      throw NativeError.invalid("the body is no JSON");
    }
  }

  /// Returns this body, which must have no member but these.
  Body only(Set<String> members) {
    for (String name : json.propertyNames()) {
      if (!members.contains(name)) {
        throw NativeError.invalid("'" + name + "' is not known here");
      }
    }
    return this;
  }

  /// Returns a member that is a list of objects, whose members are known later; see [#only].
  List<Body> objects(String name, int most) {
    JsonNode list = json.path(name);
    if (!list.isArray() || list.size() > most) {
      throw NativeError.invalid("'" + name + "' must be a list of at most " + most);
    }
    return list.valueStream().map(Body::new).toList();
  }

  String text(String name) {
    JsonNode value = json.path(name);
    if (!value.isString() || value.asString().isEmpty() || value.asString().length() > TEXT_MAX) {
      throw NativeError.invalid(
          "'" + name + "' must be a text of 1 to " + TEXT_MAX + " characters");
    }
    return value.asString();
  }

  Optional<String> textIfAny(String name) {
    return json.has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  /// Returns a member that is yes or no; no where it is absent.
  boolean flag(String name) {
    JsonNode value = json.path(name);
    if (!value.isMissingNode() && !value.isBoolean()) {
      throw NativeError.invalid("'" + name + "' must be true or false");
    }
    return value.asBoolean(false);
  }

  /// Returns a member that counts something.
  long whole(String name) {
    JsonNode value = json.path(name);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw NativeError.invalid("'" + name + "' must be a whole number");
    }
    return value.asLong();
  }

  boolean has(String name) {
    return json.has(name);
  }

  BigDecimal decimal(String name) {
    try {
      BigDecimal number = new BigDecimal(text(name));
      if (Math.abs(number.scale()) <= SCALE_MAX) {
        return number;
      }
    } catch (NumberFormatException malformed) {
      throw NativeError.invalid("'" + name + "' must be a decimal, written as a text");
    }
    throw NativeError.invalid("'" + name + "' must have at most " + SCALE_MAX + " decimals");
  }

  Optional<BigDecimal> decimalIfAny(String name) {
    return json.has(name) ? Optional.of(decimal(name)) : Optional.empty();
  }

  /// Returns a decimal as a whole count of steps.
  ///
  /// @param step positive
  static long steps(String name, BigDecimal number, BigDecimal step) {
    BigDecimal[] parts = number.divideAndRemainder(step);
    if (parts[1].signum() != 0
        || parts[0].abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      throw NativeError.invalid("'" + name + "' must be a multiple of " + step.toPlainString());
    }
    return parts[0].longValueExact();
  }
}
