package org.plimsoll.cluster;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// What nodes have said the fingerprint of their state was after a certain command. It is part of
/// what is replicated, so that all nodes come to the same judgment.
final class Ballot {
  private static final int KEPT = 8;
  private static final int MEMBERS_MAX = 64;

  private final int majority;
  private final SortedMap<Long, SortedMap<Integer, Long>> votes = new TreeMap<>();

  Ballot(int members) {
    this.majority = members / 2 + 1;
  }

  /// Takes what a node says.
  ///
  /// @param sequence the command
  void cast(int member, long sequence, long hash) {
    if (member < 0 || member >= MEMBERS_MAX) {
      return;
    }
    votes.computeIfAbsent(sequence, _ -> new TreeMap<>()).put(member, hash);
    while (votes.size() > KEPT) {
      votes.remove(votes.firstKey());
    }
  }

  /// What is to be thought of a node that has a certain fingerprint after a command.
  enum Verdict {
    /// Nobody has contradicted it, or it is one of the majority.
    SOUND,
    /// A majority has another one.
    DIVERGED,
    /// Nodes differ and none is in the majority, and they are at a later command already.
    UNDECIDED
  }

  /// Judges a node.
  Verdict judge(long sequence, long hash) {
    Map<Integer, Long> cast = votes.getOrDefault(sequence, new TreeMap<>());
    for (long other : cast.values()) {
      long agreeing = cast.values().stream().filter(each -> each == other).count();
      if (agreeing >= majority) {
        return other == hash ? Verdict.SOUND : Verdict.DIVERGED;
      }
    }
    boolean isContradicted = cast.values().stream().anyMatch(each -> each != hash);
    boolean isPassed = !votes.isEmpty() && votes.lastKey() > sequence;
    return isContradicted && isPassed ? Verdict.UNDECIDED : Verdict.SOUND;
  }

  void writeTo(StateSink sink) {
    sink.add(votes.size());
    votes.forEach((sequence, cast) -> {
      sink.add(sequence).add(cast.size());
      cast.forEach((member, hash) -> sink.add(member).add(hash));
    });
  }

  void readFrom(StateSource source) {
    int count = source.count(KEPT);
    for (int i = 0; i < count; i++) {
      long sequence = source.number();
      int members = source.count(MEMBERS_MAX);
      for (int j = 0; j < members; j++) {
        cast(source.index(MEMBERS_MAX), sequence, source.number());
      }
    }
  }
}
