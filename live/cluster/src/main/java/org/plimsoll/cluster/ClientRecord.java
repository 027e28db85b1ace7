package org.plimsoll.cluster;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// What all nodes remember of a client: who speaks for it, which of its commands came last, and the
/// answers that it may not have heard.
final class ClientRecord {
  /// How many answers are kept for a client at most, so how many commands it may have under way.
  static final int WINDOW = 256;

  private final Deque<Answer> answers = new ArrayDeque<>();
  private long session;
  private long last;

  /// Returns the session that speaks for the client.
  long session() {
    return session;
  }

  /// Returns the number of the last command of the client that has been decided.
  long last() {
    return last;
  }

  /// Lets a session speak for the client from here on, unless a later one does.
  ///
  /// @return whether it may
  boolean take(long newSession) {
    session = Math.max(session, newSession);
    return session == newSession;
  }

  /// Forgets the answers that the client has heard.
  void forget(long heard) {
    while (!answers.isEmpty() && answers.getFirst().clientSequence() <= heard) {
      answers.removeFirst();
    }
  }

  /// Returns whether a command is the next one, and its answer can be kept.
  boolean isNext(long clientSequence) {
    return clientSequence == last + 1 && answers.size() < WINDOW;
  }

  void keep(Answer answer) {
    last = answer.clientSequence();
    answers.addLast(answer);
  }

  /// Returns the answer to a command that was decided before, or null if it was heard.
  @Nullable Answer kept(long clientSequence) {
    for (Answer answer : answers) {
      if (answer.clientSequence() == clientSequence) {
        return answer;
      }
    }
    return null;
  }

  void writeTo(StateSink sink) {
    sink.add(session).add(last).add(answers.size());
    answers.forEach(answer -> answer.writeTo(sink));
  }

  static ClientRecord readFrom(StateSource source) {
    ClientRecord client = new ClientRecord();
    client.session = source.number();
    client.last = source.number();
    int count = source.count(WINDOW);
    for (int i = 0; i < count; i++) {
      client.answers.addLast(Answer.readFrom(source));
    }
    return client;
  }
}
