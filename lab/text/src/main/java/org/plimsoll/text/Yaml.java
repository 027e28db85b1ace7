package org.plimsoll.text;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// The canonical spelling of the values of a file: one way to write each, on every machine.
public final class Yaml {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9._-]*");
  private static final Set<String> RESERVED =
      Set.of("true", "false", "null", "unknown", "yes", "no", "on", "off", "y", "n");

  /// Printable, but the end of a line to readers of YAML 1.1.
  private static final int NEXT_LINE = 0x85;

  private Yaml() {}

  /// Starts a mapping on one line.
  public static StringJoiner mapping() {
    return new StringJoiner(", ", "{", "}");
  }

  /// Returns an id, a word or a sentence, in quotes unless every YAML reader takes it for text.
  public static String text(String text) {
    boolean isPlain =
        PLAIN.matcher(text).matches() && !RESERVED.contains(text.toLowerCase(Locale.ROOT));
    return isPlain ? text : quoted(text);
  }

  /// Returns the word of a constant: `LESS_LIQUID` is `less-liquid`.
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Returns a decimal without an exponent.
  public static String number(BigDecimal number) {
    return number.toPlainString();
  }

  /// Returns a text in quotes, with what does not print spelled out.
  public static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(each -> {
          if (each == '"' || each == '\\') {
            quoted.append('\\').appendCodePoint(each);
          } else if (!StreamReader.isPrintable(each) || each < ' ' || each == NEXT_LINE) {
            quoted.append("\\u").append(hex4(each));
          } else {
            quoted.appendCodePoint(each);
          }
        });
    return quoted.append('"').toString();
  }

  private static String hex4(int codePoint) {
    String hex = Integer.toHexString(codePoint);
    return "0".repeat(4 - hex.length()) + hex;
  }
}
