package org.plimsoll.server.v1;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;
import org.plimsoll.protocol.DeskCommand;

/// What one of the venue's operators has proposed and another has not confirmed yet.
final class Proposals {
  private static final int WAITING_MAX = 100;
  private static final long GOOD_FOR_NS = 600_000_000_000L;

  private final LongSupplier nanoTime;
  private final Map<Long, Proposal> waiting = new LinkedHashMap<>();
  private long last;

  Proposals(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  private record Proposal(
      int keyId, BiFunction<String, String, DeskCommand> command, long madeNs) {}

  /// Lets a command wait for somebody else.
  ///
  /// @param command of the names of the two who answer for it
  /// @return its number
  synchronized long add(int keyId, BiFunction<String, String, DeskCommand> command) {
    forgetOld();
    if (waiting.size() >= WAITING_MAX) {
      throw new NativeError(503, "as many proposals wait as may");
    }
    waiting.put(++last, new Proposal(keyId, command, nanoTime.getAsLong()));
    return last;
  }

  /// Returns the command of a proposal, which no longer waits.
  synchronized DeskCommand confirm(long number, int keyId) {
    forgetOld();
    Proposal proposal = waiting.get(number);
    if (proposal == null) {
      throw new NativeError(404, "no such proposal waits; one is good for ten minutes");
    }
    if (proposal.keyId() == keyId) {
      throw new NativeError(403, "whoever proposes cannot confirm");
    }
    waiting.remove(number);
    return proposal.command().apply(name(proposal.keyId()), name(keyId));
  }

  private void forgetOld() {
    Iterator<Proposal> oldest = waiting.values().iterator();
    while (oldest.hasNext() && nanoTime.getAsLong() - oldest.next().madeNs() > GOOD_FOR_NS) {
      oldest.remove();
    }
  }

  /// Returns what the venue's history calls the owner of an admin key.
  private static String name(int keyId) {
    return "admin-" + keyId;
  }
}
