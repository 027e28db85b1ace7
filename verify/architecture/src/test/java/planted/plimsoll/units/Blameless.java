package planted.plimsoll.units;

import java.io.Serializable;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a core room may do; no rule may find fault with it.
public record Blameless(String name, long amount) {
  private static final Comparator<Blameless> BY_NAME =
      (Comparator<Blameless> & Serializable) (a, b) -> a.name.compareTo(b.name);

  SortedMap<String, Blameless> sorted(List<Blameless> all) {
    Map<String, Blameless> inOrder = new LinkedHashMap<>();
    all.stream().sorted(BY_NAME).forEach(one -> inOrder.put(one.name, one));
    return new TreeMap<>(inOrder);
  }

  String text() {
    return name.toLowerCase(Locale.ROOT) + ": " + amount;
  }
}
