package org.plimsoll.server.load;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/// Spoils texts, one way or several at once, drawn from a seed.
public final class Mutation {
  private static final List<String> JUNK =
      List.of(
          "NaN",
          "-Infinity",
          "-1",
          "-0",
          "0",
          "1e999999999",
          "1e-999999999",
          "1e999999999999999",
          "9223372036854775808",
          "9".repeat(400),
          "0." + "0".repeat(300) + "1",
          "null",
          "true",
          "{}",
          "[]",
          "\"\"",
          "\"\\ud800\"",
          "\"\\u0000\"",
          "[".repeat(2_000),
          "{\"a\":".repeat(500),
          "\"",
          "\\",
          "%",
          "%zz",
          "%00",
          "%ff%fe",
          "%2F..%2F",
          "/../",
          "//",
          "?",
          "&&=",
          "+",
          " ",
          "\ud800",
          "\ud835\udcb3",
          "\u202e",
          "\u0000",
          "BTC/USD",
          "x".repeat(5_000));

  private final UniformRandomProvider random;

  public Mutation(long seed) {
    random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
  }

  /// Returns one of a list.
  public <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /// Returns whether something happens that does once in so many times.
  public boolean once(int in) {
    return random.nextInt(in) == 0;
  }

  /// Returns a text with one to three things wrong.
  public String of(String text) {
    String spoiled = text;
    for (int i = random.nextInt(3); i >= 0; i--) {
      spoiled = spoil(spoiled);
    }
    return spoiled;
  }

  private String spoil(String text) {
    int from = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), from + 1 + random.nextInt(8));
    String head = text.substring(0, from);
    String tail = text.substring(to);
    return switch (random.nextInt(6)) {
      case 0 -> head;
      case 1 -> head + tail;
      case 2 -> head + (char) random.nextInt(1, 0x3000) + tail;
      case 3 -> head + text.substring(from, to).repeat(2) + tail;
      case 4 -> head + one(JUNK) + tail;
      default -> withOtherValue(text);
    };
  }

  /// Puts something else in the place of a value of JSON or of a query.
  private String withOtherValue(String text) {
    int at = text.indexOf(once(2) ? ":" : "=", random.nextInt(text.length() + 1));
    if (at < 0) {
      return text + one(JUNK);
    }
    int end = at + 1;
    while (end < text.length() && ",}]&".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(0, at + 1) + one(JUNK) + text.substring(end);
  }
}
