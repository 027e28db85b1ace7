package org.plimsoll.trials.host;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.plimsoll.model.HistoryChecker;
import org.plimsoll.model.LawRun;
import org.plimsoll.model.VenueLaws;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.Request;

/// What a host has told so far, outside the host: the commands in their order, and a venue of its
/// own and its slow twin that lived through the same, while the laws watched.
final class History {
  private final LawRun run = new LawRun(VenueLaws.ofEvents());
  private final List<byte[]> commands = new ArrayList<>();
  private final SortedSet<String> applied = new TreeSet<>();
  private final HistoryChecker coverage;

  History(Marks marks) {
    this.coverage = marks.venue().ofOneHistory();
  }

  LawRun run() {
    return run;
  }

  /// How many commands there are, which is the number of the last.
  long size() {
    return commands.size();
  }

  byte[] command(long sequence) {
    return commands.get((int) sequence - 1);
  }

  /// How long the commands after a number are together.
  long bytesAfter(long sequence) {
    return commands.subList((int) sequence, commands.size()).stream()
        .mapToLong(command -> command.length)
        .sum();
  }

  /// Adds a command.
  ///
  /// @return what it does, as bytes
  byte[] add(byte[] command) {
    Request request = Clients.decoded(command);
    commands.add(command);
    try {
      run.apply(request);
    } catch (RuntimeException | Error thrown) {
      throw new BrokenPromise(Promise.LAWS_HOLD, "the venue threw " + thrown);
    }
    run.broken()
        .forEach((law, why) -> {
          throw new BrokenPromise(Promise.LAWS_HOLD, law + ": " + why);
        });
    coverage.onCommand(request, run.events());
    requireOnce(request);
    return run.bytes();
  }

  private void requireOnce(Request request) {
    if (!(run.events().get(1) instanceof Event.CommandRefused)) {
      String number = request.client() + " " + request.clientSequence();
      BrokenPromise.unless(
          applied.add(number), Promise.APPLIED_ONCE, "applied twice: client and number " + number);
    }
  }

  /// Adds a command of which the host has told this.
  void addTold(byte[] command, byte[] events, int offset, int length) {
    byte[] expected = add(command);
    boolean isSame = Arrays.equals(expected, 0, expected.length, events, offset, offset + length);
    BrokenPromise.unless(isSame, Promise.SAME_EVENTS, "other events of " + run.history().getLast());
  }

  /// Whether the last command was refused because it was there already.
  boolean isLastARepeat() {
    return run.events().get(1) instanceof Event.CommandRefused refused
        && refused.reason() == RefusalReason.DUPLICATE_COMMAND;
  }

  long stateHash() {
    return run.stateHash();
  }
}
