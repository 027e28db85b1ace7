package org.plimsoll.cluster;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.CommandEncoder;
import org.plimsoll.protocol.Request;

/// The commands of a client that have no answer yet, in the order of their numbers.
final class Unanswered {
  private final int client;
  private final CommandEncoder encoder = new CommandEncoder();
  private final Deque<Pending> pending = new ArrayDeque<>();
  private long last;
  private long saidUpTo;

  Unanswered(int client) {
    this.client = client;
  }

  /// The cluster has decided the client's commands up to this one. What has no answer yet is said
  /// again, and where there is nothing yet the next number follows.
  void goOnAfter(long decided) {
    if (pending.isEmpty()) {
      last = Math.max(last, decided);
    }
    again();
  }

  /// Gives a command the next number.
  void add(Command command, CompletableFuture<Answer> answer) {
    last++;
    new Request(client, last, command).deliverTo(encoder);
    pending.addLast(new Pending(last, Arrays.copyOf(encoder.bytes(), encoder.length()), answer));
  }

  boolean isEmpty() {
    return pending.isEmpty();
  }

  /// Returns what is to be said next, or null if all was said.
  Ingress.@Nullable Say next() {
    if (saidUpTo >= last) {
      return null;
    }
    for (Pending each : pending) {
      if (each.sequence > saidUpTo) {
        return new Ingress.Say(heard(), each.bytes);
      }
    }
    return null;
  }

  /// What [#next] returned is under way.
  void wasSaid() {
    for (Pending each : pending) {
      if (each.sequence > saidUpTo) {
        saidUpTo = each.sequence;
        return;
      }
    }
  }

  /// Everything is to be said again.
  void again() {
    saidUpTo = heard();
  }

  private long heard() {
    return pending.isEmpty() ? last : pending.getFirst().sequence - 1;
  }

  /// Takes an answer.
  ///
  /// @return whether it is the first one to its command
  boolean hear(Answer answer) {
    for (Iterator<Pending> each = pending.iterator(); each.hasNext(); ) {
      Pending one = each.next();
      if (one.sequence == answer.clientSequence()) {
        each.remove();
        one.answer.complete(answer);
        return true;
      }
    }
    return false;
  }

  /// Gives up on all.
  void end(Throwable why) {
    pending.forEach(each -> each.answer.completeExceptionally(why));
    pending.clear();
  }

  @SuppressWarnings("ArrayRecordComponent") // nobody compares them
  private record Pending(long sequence, byte[] bytes, CompletableFuture<Answer> answer) {}
}
