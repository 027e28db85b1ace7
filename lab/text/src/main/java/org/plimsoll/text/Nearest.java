package org.plimsoll.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// Finds the name that a mistyped word was meant to be.
public final class Nearest {
  /// How many names are looked at; a file with more is read without suggestions from the rest.
  public static final int NAMES_MAX = 10_000;

  /// Longer words get no suggestion: no name is that long.
  private static final int WORD_CHARS_MAX = 100;

  private Nearest() {}

  /// Returns the name with the smallest edit distance to `word`, capitals aside, the first of
  /// equals; nothing if none is within a third of the word's length (at least 2).
  public static Optional<String> to(String word, Collection<String> names) {
    if (word.length() > WORD_CHARS_MAX) {
      return Optional.empty();
    }
    int limit = Math.max(2, word.length() / 3);
    String wanted = word.toLowerCase(Locale.ROOT);
    String best = "";
    for (String name : names.stream().limit(NAMES_MAX).toList()) {
      if (Math.abs(name.length() - word.length()) > limit) {
        continue;
      }
      int distance = distance(wanted, name.toLowerCase(Locale.ROOT));
      if (distance <= limit && distance < name.length()) {
        best = name;
        limit = distance - 1;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  /// Returns "; did you mean `x`?" for the nearest name, or nothing.
  public static String hint(String word, Collection<String> names) {
    return to(word, names).map(name -> "; did you mean `" + name + "`?").orElse("");
  }

  /// Insertions, deletions, replacements and swaps of neighbors that turn one word into the other.
  private static int distance(String from, String to) {
    int[][] cost = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        cost[i][j] = i == 0 ? j : j == 0 ? i : cheapest(from, to, cost, i, j);
      }
    }
    return cost[from.length()][to.length()];
  }

  private static int cheapest(String from, String to, int[][] cost, int i, int j) {
    int replace = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
    int best = Math.min(cost[i - 1][j - 1] + replace, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean isSwap =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return isSwap ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
