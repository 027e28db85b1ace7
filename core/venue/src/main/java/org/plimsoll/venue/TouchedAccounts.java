package org.plimsoll.venue;

import java.util.Arrays;

/// A set of accounts whose next member is found without looking at all those that are not in it: a
/// bit for each account, and a bit for each word of such bits that is not empty.
final class TouchedAccounts {
  private static final int SHIFT = 6;

  private long[] words = new long[1];
  private long[] filled = new long[1];

  void add(int account) {
    int word = account >>> SHIFT;
    if (word >= words.length) {
      grow(word);
    }
    words[word] |= 1L << account;
    filled[word >>> SHIFT] |= 1L << word;
  }

  void remove(int account) {
    int word = account >>> SHIFT;
    if (word < words.length) {
      words[word] &= ~(1L << account);
      if (words[word] == 0) {
        filled[word >>> SHIFT] &= ~(1L << word);
      }
    }
  }

  /// Returns the first account from `from` to before `to` that is in the set, or `to`.
  int next(int from, int to) {
    int word = from >>> SHIFT;
    if (from >= to || word >= words.length) {
      return to;
    }
    long bits = words[word] & (-1L << from);
    if (bits == 0) {
      word = nextFilled(word + 1);
      bits = word < words.length ? words[word] : 0;
    }
    return bits == 0 ? to : Math.min(to, (word << SHIFT) + Long.numberOfTrailingZeros(bits));
  }

  /// Returns the first word from `from` on that is not empty, or how many words there are.
  private int nextFilled(int from) {
    int group = from >>> SHIFT;
    if (group >= filled.length) {
      return words.length;
    }
    long bits = filled[group] & (-1L << from);
    while (bits == 0 && ++group < filled.length) {
      bits = filled[group];
    }
    return bits == 0 ? words.length : (group << SHIFT) + Long.numberOfTrailingZeros(bits);
  }

  private void grow(int word) {
    words = Arrays.copyOf(words, Math.max(word + 1, words.length * 2));
    filled = Arrays.copyOf(filled, (words.length >>> SHIFT) + 1);
  }
}
