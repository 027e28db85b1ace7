package org.plimsoll.cluster;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.plimsoll.cluster.ClusterStatus.Member;

/// What comes back to a session. The layouts are in docs/reference/cluster.md.
sealed interface Egress {
  int WELCOME = 1;
  int ANSWER = 2;
  int EXPECTED = 3;
  int TAKEN = 4;
  int STATUS = 5;

  /// The session speaks for the client, whose last command had this number.
  record Welcome(int client, long last) implements Egress {}

  /// What became of a command.
  record Told(int client, Answer answer) implements Egress {}

  /// Another command comes first: the one with this number.
  record Expected(int client, long next) implements Egress {}

  /// Another session speaks for the client, or nobody may.
  record Taken(int client) implements Egress {}

  /// How the nodes are.
  record Standing(long question, ClusterStatus status) implements Egress {}

  /// Writes this.
  ///
  /// @return its length
  default int writeTo(MutableDirectBuffer out) {
    out.putByte(0, (byte) Ingress.LAYOUT);
    return switch (this) {
      case Welcome welcome -> write(out, WELCOME, welcome.client, welcome.last);
      case Told told -> {
        Answer answer = told.answer;
        int at = write(out, ANSWER, told.client, answer.clientSequence());
        out.putLong(at, answer.position(), LITTLE_ENDIAN);
        out.putLong(at + 8, answer.sequence(), LITTLE_ENDIAN);
        out.putByte(at + 16, (byte) answer.outcome().ordinal());
        out.putByte(at + 17, (byte) answer.reason());
        out.putLong(at + 18, answer.required(), LITTLE_ENDIAN);
        out.putLong(at + 26, answer.available(), LITTLE_ENDIAN);
        out.putLong(at + 34, answer.order(), LITTLE_ENDIAN);
        out.putLong(at + 42, answer.filledLots(), LITTLE_ENDIAN);
        yield at + 50;
      }
      case Expected expected -> write(out, EXPECTED, expected.client, expected.next);
      case Taken taken -> write(out, TAKEN, taken.client, 0);
      case Standing standing -> {
        ClusterStatus status = standing.status;
        int at = write(out, STATUS, status.leader(), standing.question);
        out.putLong(at, status.term(), LITTLE_ENDIAN);
        out.putLong(at + 8, status.position(), LITTLE_ENDIAN);
        out.putLong(at + 16, status.sequence(), LITTLE_ENDIAN);
        out.putInt(at + 24, status.members().size(), LITTLE_ENDIAN);
        at += 28;
        for (Member member : status.members()) {
          out.putInt(at, member.number(), LITTLE_ENDIAN);
          out.putLong(at + 4, member.position(), LITTLE_ENDIAN);
          out.putLong(at + 12, member.silentNs(), LITTLE_ENDIAN);
          at += 20;
        }
        yield at;
      }
    };
  }

  private static int write(MutableDirectBuffer out, int kind, int number, long value) {
    out.putByte(1, (byte) kind);
    out.putInt(2, number, LITTLE_ENDIAN);
    out.putLong(6, value, LITTLE_ENDIAN);
    return 14;
  }

  /// Reads what a node said; empty if it is nothing that this version knows.
  static Optional<Egress> read(DirectBuffer in, int at, int length) {
    if (length < 14 || in.getByte(at) != Ingress.LAYOUT) {
      return Optional.empty();
    }
    int number = in.getInt(at + 2, LITTLE_ENDIAN);
    long value = in.getLong(at + 6, LITTLE_ENDIAN);
    return switch (in.getByte(at + 1)) {
      case WELCOME -> Optional.of(new Welcome(number, value));
      case ANSWER ->
          length == 64
              ? Optional.of(new Told(number, answer(in, at + 14, value)))
              : Optional.empty();
      case EXPECTED -> Optional.of(new Expected(number, value));
      case TAKEN -> Optional.of(new Taken(number));
      case STATUS ->
          length >= 42 ? Optional.of(standing(in, at + 14, number, value)) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Answer answer(DirectBuffer in, int at, long clientSequence) {
    return new Answer(
        clientSequence,
        in.getLong(at, LITTLE_ENDIAN),
        in.getLong(at + 8, LITTLE_ENDIAN),
        Answer.Outcome.values()[in.getByte(at + 16)],
        in.getByte(at + 17) & 0xFF,
        in.getLong(at + 18, LITTLE_ENDIAN),
        in.getLong(at + 26, LITTLE_ENDIAN),
        in.getLong(at + 34, LITTLE_ENDIAN),
        in.getLong(at + 42, LITTLE_ENDIAN));
  }

  private static Standing standing(DirectBuffer in, int at, int leader, long question) {
    List<Member> members = new ArrayList<>();
    int count = in.getInt(at + 24, LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      int from = at + 28 + 20 * i;
      members.add(
          new Member(
              in.getInt(from, LITTLE_ENDIAN),
              in.getLong(from + 4, LITTLE_ENDIAN),
              in.getLong(from + 12, LITTLE_ENDIAN)));
    }
    return new Standing(
        question,
        new ClusterStatus(
            leader,
            in.getLong(at, LITTLE_ENDIAN),
            in.getLong(at + 8, LITTLE_ENDIAN),
            in.getLong(at + 16, LITTLE_ENDIAN),
            members));
  }
}
