package org.plimsoll.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// The sentences in which values are spoken of.
final class Wording {
  private static final int QUOTED_CHARS_MAX = 60;

  /// What a text that is not a decimal may have been meant as, with what to write instead.
  private enum Surprise {
    NOT_A_NUMBER("(?i)[+-]?\\.?(nan|inf|infinity)", "a FILE knows no NaN and no infinity"),
    UNDERSCORE("[+-]?[0-9][0-9_]*_[0-9_.]*", "write it without underscores"),
    HEXADECIMAL("(?i)[+-]?0x[0-9a-f]*", "write it in decimal, not in hexadecimal"),
    OCTAL("[+-]?0o?[0-9]+", "a leading zero could mean an octal number; leave it out"),
    SEXAGESIMAL(
        "[+-]?[0-9]+(:[0-9.]+)+", "a colon could mean a number to base 60; write a decimal"),
    EXPONENT("(?i)[+-]?[0-9.]+e[+-]?[0-9]+", "write it without an exponent, such as 1000000 or 1m"),
    PLUS("\\+.*", "leave the plus sign out"),
    PERCENT(".*%", "a percentage stands only where a part from 0% to 100% is asked"),
    NEGATIVE("-[0-9].*", "it cannot be negative here");

    private final Pattern pattern;
    private final String advice;

    Surprise(String pattern, String advice) {
      this.pattern = Pattern.compile(pattern);
      this.advice = advice;
    }
  }

  private Wording() {}

  /// Returns the sentence for a word that is none of those allowed.
  static String choice(Structure.Target target, JsonNode rule, String title) {
    List<String> allowed = strings(rule.path("enum"));
    String found = target.tree() instanceof Tree.Scalar scalar ? scalar.text() : "";
    return found(target, title)
        + "; expected one of "
        + String.join(", ", allowed)
        + Nearest.hint(found, allowed);
  }

  /// Returns the sentence for a value of the wrong sort.
  static String value(Structure.Target target, JsonNode rule, String title, FileKind kind) {
    String examples = String.join(", ", strings(rule.path("examples")));
    String such = examples.isEmpty() ? "" : "; expected for example " + examples;
    return found(target, title)
        + such
        + advice(target.tree(), isText(rule)).replace("FILE", kind.noun());
  }

  /// Returns the rest of the sentence for a mapping that has none or several of the keys of which
  /// it needs one.
  static String branches(JsonNode rule) {
    List<String> keys = new ArrayList<>();
    for (JsonNode branch : rule.path("oneOf")) {
      if (!branch.has("required")) {
        return " must say either `value`, or `low` and `high` (or one of them), or `unknown: true`";
      }
      strings(branch.path("required")).forEach(key -> keys.add("`" + key + "`"));
    }
    return " must say one of " + String.join(", ", keys) + ", and only one";
  }

  private static String found(Structure.Target target, String title) {
    return target.name() + " is " + show(target.tree()) + ", which is not " + title;
  }

  private static String show(Tree tree) {
    return switch (tree) {
      case Tree.Scalar scalar when scalar.text().isEmpty() -> "empty";
      case Tree.Scalar scalar when scalar.text().length() > QUOTED_CHARS_MAX ->
          "`" + scalar.text().substring(0, QUOTED_CHARS_MAX) + "...`";
      case Tree.Scalar scalar -> "`" + scalar.text() + "`";
      case Tree.Sequence _ -> "a list";
      case Tree.Mapping _ -> "a mapping";
    };
  }

  private static boolean isText(JsonNode rule) {
    return rule.path("type").asString("").equals("string");
  }

  private static String advice(Tree tree, boolean isTextExpected) {
    if (!(tree instanceof Tree.Scalar scalar)) {
      return "";
    }
    if (isTextExpected) {
      return scalar.isPlain() && !TreeJson.of(scalar).isString() && !scalar.text().isEmpty()
          ? "; put it in quotes if it is text"
          : "";
    }
    for (Surprise surprise : Surprise.values()) {
      if (surprise.pattern.matcher(scalar.text()).matches()) {
        return "; " + surprise.advice;
      }
    }
    return "";
  }

  private static List<String> strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    array.forEach(each -> strings.add(each.isObject() ? each.toString() : each.asString()));
    return strings;
  }
}
