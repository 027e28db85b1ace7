package org.plimsoll.text.bind;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How components of records are called in files.
public final class Keys {
  private Keys() {}

  /// Returns a name in kebab-case: `perTokenFall` is `per-token-fall`, `LESS_LIQUID` is
  /// `less-liquid`.
  public static String kebab(String name) {
    boolean isConstant = name.equals(name.toUpperCase(Locale.ROOT));
    return isConstant
        ? name.toLowerCase(Locale.ROOT).replace('_', '-')
        : name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }

  /// Returns the key that a sentence names first.
  public static Optional<String> firstNamed(String sentence, List<String> keys) {
    Optional<String> first = Optional.empty();
    int at = Integer.MAX_VALUE;
    for (String key : keys) {
      Matcher found =
          Pattern.compile("(?<![A-Za-z-])" + Pattern.quote(key) + "(?![A-Za-z-])")
              .matcher(sentence);
      if (found.find() && found.start() < at) {
        at = found.start();
        first = Optional.of(key);
      }
    }
    return first;
  }

  static String of(RecordComponent component) {
    return kebab(component.getName());
  }

  static boolean isOmissible(RecordComponent component) {
    Class<?> type = component.getType();
    return component.isAnnotationPresent(Omissible.class)
        || type == boolean.class
        || type == Optional.class
        || type == List.class
        || type == SortedMap.class;
  }
}
