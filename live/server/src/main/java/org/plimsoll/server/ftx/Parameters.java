package org.plimsoll.server.ftx;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.server.http.Call;
import tools.jackson.databind.JsonNode;

/// What a call asks for by name: from its query, or for all but `GET` from its body. `null` is
/// absent. A value that cannot be read is refused with its name.
final class Parameters {
  private static final int TEXT_MAX = 256;

  private final SortedMap<String, JsonNode> values = new TreeMap<>();
  private final List<Parameters> items = new ArrayList<>();

  private Parameters() {}

  static Parameters of(Call call) {
    return call.method().equals("GET") ? ofQuery(call.query()) : ofBody(call.body());
  }

  static Parameters ofQuery(String query) {
    Parameters parameters = new Parameters();
    for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = unescaped(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : unescaped(pair.substring(equals + 1));
      if (!value.isEmpty()) {
        parameters.values.put(name, Json.text(value));
      }
    }
    return parameters;
  }

  static Parameters ofBody(byte[] body) {
    Parameters parameters = new Parameters();
    if (body.length == 0) {
      return parameters;
    }
    JsonNode json = Json.read(body);
    if (json.isArray()) {
      json.forEach(item -> parameters.items.add(ofObject(item)));
      return parameters;
    }
    return ofObject(json);
  }

  private static Parameters ofObject(JsonNode json) {
    if (!json.isObject()) {
      throw FtxError.invalid("body");
    }
    Parameters parameters = new Parameters();
    json.properties().stream()
        .filter(each -> !each.getValue().isNull())
        .forEach(each -> parameters.values.put(each.getKey(), each.getValue()));
    return parameters;
  }

  /// Returns text with its escapes undone.
  static String unescaped(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw new FtxError(400, "Invalid parameter " + text);
    }
  }

  /// Returns the parts of a body that is a list.
  List<Parameters> items() {
    return List.copyOf(items);
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name))
        .map(value -> {
          String text = value.isString() || value.isNumber() ? value.asString() : "";
          if (text.isEmpty() || text.length() > TEXT_MAX) {
            throw FtxError.invalid(name);
          }
          return text;
        });
  }

  String requiredText(String name) {
    return text(name).orElseThrow(() -> FtxError.missing(name));
  }

  /// Returns the one of an enum's values whose name it is, in whatever case.
  <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
    return text(name)
        .map(text -> {
          for (E each : type.getEnumConstants()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(text)) {
              return each;
            }
          }
          throw FtxError.invalid(name);
        });
  }

  /// Returns a number, written as one or as text.
  Optional<BigDecimal> decimal(String name) {
    return Optional.ofNullable(values.get(name)).map(value -> decimal(name, value));
  }

  private static BigDecimal decimal(String name, JsonNode value) {
    if (!value.isNumber() && !value.isString()) {
      throw FtxError.invalid(name);
    }
    try {
      BigDecimal number = value.isNumber() ? value.decimalValue() : ofText(value.asString());
      if (Numbers.isBounded(number)) {
        return number;
      }
    } catch (NumberFormatException malformed) {
      throw FtxError.invalid(name);
    }
    throw FtxError.invalid(name);
  }

  private static BigDecimal ofText(String text) {
    if (text.length() > TEXT_MAX) {
      throw new NumberFormatException(text);
    }
    return new BigDecimal(text);
  }

  BigDecimal requiredDecimal(String name) {
    return decimal(name).orElseThrow(() -> FtxError.missing(name));
  }

  /// Returns a whole number that is not negative.
  OptionalLong whole(String name) {
    Optional<BigDecimal> number = decimal(name);
    if (number.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      long whole = number.get().longValueExact();
      if (whole >= 0) {
        return OptionalLong.of(whole);
      }
    } catch (ArithmeticException broken) {
      throw FtxError.invalid(name);
    }
    throw FtxError.invalid(name);
  }

  boolean flag(String name) {
    JsonNode value = values.get(name);
    if (value == null) {
      return false;
    }
    String text = value.isBoolean() || value.isString() ? value.asString() : "";
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw FtxError.invalid(name);
    };
  }

  /// Returns a list of texts or numbers.
  List<String> texts(String name, int most) {
    JsonNode value = values.get(name);
    if (value == null) {
      throw FtxError.missing(name);
    }
    if (!value.isArray() || value.size() > most) {
      throw FtxError.invalid(name);
    }
    List<String> texts = new ArrayList<>();
    value.forEach(each -> texts.add(each.asString()));
    return texts;
  }

  /// Returns an instant in nanoseconds since 1970, or what stands in for it.
  long time(String name, long otherwise) {
    return decimal(name).map(time -> Times.ofQuery(time, name)).orElse(otherwise);
  }

  /// Returns how many rows are asked for, cut to as many as there may be.
  int limit(int otherwise, int most) {
    OptionalLong limit = whole("limit");
    return (int) Math.min(limit.orElse(otherwise), most);
  }
}
