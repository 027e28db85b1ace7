package org.plimsoll.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.plimsoll.protocol.Request;

/// Makes a failing history small by delta debugging (Zeller and Hildebrandt, "Simplifying and
/// isolating failure-inducing input", 2002): drop half of the commands, then quarters, down to
/// single ones, as long as what is left still fails; then make the numbers small.
public final class Shrink {
  private static final int ROUNDS_MAX = 8;

  private final Predicate<List<Request>> fails;

  /// Creates a shrinker.
  ///
  /// @param fails whether a history still fails in the same way
  public Shrink(Predicate<List<Request>> fails) {
    this.fails = fails;
  }

  /// Returns a history that fails and from which no single command can be left out.
  ///
  /// @param failing a history that fails
  public List<Request> shrink(List<Request> failing) {
    List<Request> smallest = failing;
    for (int round = 0; round < ROUNDS_MAX; round++) {
      List<Request> smaller = simplifyNumbers(dropCommands(smallest));
      if (smaller.equals(smallest)) {
        return smallest;
      }
      smallest = smaller;
    }
    return smallest;
  }

  private List<Request> dropCommands(List<Request> failing) {
    List<Request> kept = failing;
    for (int size = Math.max(1, kept.size() / 2); size >= 1; size /= 2) {
      int from = 0;
      while (from < kept.size()) {
        List<Request> without = new ArrayList<>(kept.subList(0, from));
        without.addAll(kept.subList(Math.min(kept.size(), from + size), kept.size()));
        if (fails.test(without)) {
          kept = List.copyOf(without);
        } else {
          from += size;
        }
      }
    }
    return kept;
  }

  private List<Request> simplifyNumbers(List<Request> failing) {
    List<Request> simple = new ArrayList<>(failing);
    for (int at = 0; at < simple.size(); at++) {
      for (int word = 0; word < HistoryText.words(simple.get(at)).size(); word++) {
        simplify(simple, at, word);
      }
    }
    return List.copyOf(simple);
  }

  /// Brings one number as near to zero as bisection finds it still failing.
  private void simplify(List<Request> history, int at, int word) {
    List<String> words = new ArrayList<>(HistoryText.words(history.get(at)));
    if (!words.get(word).matches("-?[0-9]+")) {
      return;
    }
    long fails = Long.parseLong(words.get(word));
    if (fails == 0 || stillFails(history, at, words, word, 0)) {
      return;
    }
    long passes = 0;
    while (Math.abs(fails - passes) > 1) {
      long middle = passes + (fails - passes) / 2;
      if (stillFails(history, at, words, word, middle)) {
        fails = middle;
      } else {
        passes = middle;
      }
    }
  }

  /// Puts `number` in place of a word if the history still fails with it.
  private boolean stillFails(
      List<Request> history, int at, List<String> words, int word, long number) {
    Request before = history.get(at);
    List<String> changed = new ArrayList<>(words);
    changed.set(word, Long.toString(number));
    history.set(at, HistoryText.request(changed));
    boolean fails = this.fails.test(history);
    if (!fails) {
      history.set(at, before);
    }
    return fails;
  }
}
