package org.plimsoll.text.bind;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;

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
