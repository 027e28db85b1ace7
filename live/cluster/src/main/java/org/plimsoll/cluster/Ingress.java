package org.plimsoll.cluster;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.util.Optional;
import java.util.function.Supplier;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/// What goes into the log: what clients say, and what nodes say of themselves. The layouts are in
/// docs/reference/cluster.md.
sealed interface Ingress {
  /// The layout; the first byte of every message.
  int LAYOUT = 1;

  /// The longest command, in bytes, as of the single host.
  int COMMAND_BYTES_MAX = 1_024;

  /// How long a message is at most.
  int BYTES_MAX = COMMAND_BYTES_MAX + 16;

  int HELLO = 1;
  int COMMAND = 2;
  int TICK = 3;
  int REPORT = 4;
  int STATUS = 5;

  /// The session speaks for a client from here on.
  record Hello(int client) implements Ingress {}

  /// A client's command.
  ///
  /// @param heard the client has the answers up to this number of its own
  /// @param bytes as [org.plimsoll.protocol.CommandEncoder] writes them
  @SuppressWarnings("ArrayRecordComponent") // nobody compares them
  record Say(long heard, byte[] bytes) implements Ingress {
    private static final int CLIENT_AT = 2;
    private static final int SEQUENCE_AT = 6;
    private static final int HEADER = 14;

    /// Returns whether the bytes say at all whose they are.
    boolean isNamed() {
      return bytes.length >= HEADER;
    }

    int client() {
      return (int) number(CLIENT_AT, Integer.BYTES);
    }

    long clientSequence() {
      return number(SEQUENCE_AT, Long.BYTES);
    }

    private long number(int at, int count) {
      long value = 0;
      for (int i = count - 1; i >= 0; i--) {
        value = (value << Byte.SIZE) | (bytes[at + i] & 0xFF);
      }
      return value;
    }
  }

  /// Time passes; how much of it the log says.
  record Tick(long entropy) implements Ingress {}

  /// How far a node is, and the fingerprint of its state after a certain command.
  ///
  /// @param sequence the command, or 0 if the node only says how far it is
  record Report(int member, long position, long sequence, long hash) implements Ingress {}

  /// Somebody asks how the nodes are.
  record Ask(long question) implements Ingress {}

  /// Writes this.
  ///
  /// @return its length
  default int writeTo(MutableDirectBuffer out) {
    out.putByte(0, (byte) LAYOUT);
    switch (this) {
      case Hello hello -> {
        out.putByte(1, (byte) HELLO);
        out.putInt(2, hello.client, LITTLE_ENDIAN);
        return 6;
      }
      case Say say -> {
        out.putByte(1, (byte) COMMAND);
        out.putLong(2, say.heard, LITTLE_ENDIAN);
        out.putBytes(10, say.bytes);
        return 10 + say.bytes.length;
      }
      case Tick tick -> {
        out.putByte(1, (byte) TICK);
        out.putLong(2, tick.entropy, LITTLE_ENDIAN);
        return 10;
      }
      case Report report -> {
        out.putByte(1, (byte) REPORT);
        out.putInt(2, report.member, LITTLE_ENDIAN);
        out.putLong(6, report.position, LITTLE_ENDIAN);
        out.putLong(14, report.sequence, LITTLE_ENDIAN);
        out.putLong(22, report.hash, LITTLE_ENDIAN);
        return 30;
      }
      case Ask ask -> {
        out.putByte(1, (byte) STATUS);
        out.putLong(2, ask.question, LITTLE_ENDIAN);
        return 10;
      }
    }
  }

  /// Reads what somebody said; empty if it is nothing that this version knows.
  static Optional<Ingress> read(DirectBuffer in, int at, int length) {
    if (length < 2 || in.getByte(at) != LAYOUT) {
      return Optional.empty();
    }
    return switch (in.getByte(at + 1)) {
      case HELLO -> when(length == 6, () -> new Hello(in.getInt(at + 2, LITTLE_ENDIAN)));
      case COMMAND ->
          when(length > 10 && length <= 10 + COMMAND_BYTES_MAX, () -> say(in, at, length));
      case TICK -> when(length == 10, () -> new Tick(in.getLong(at + 2, LITTLE_ENDIAN)));
      case REPORT -> when(length == 30, () -> report(in, at));
      case STATUS -> when(length == 10, () -> new Ask(in.getLong(at + 2, LITTLE_ENDIAN)));
      default -> Optional.empty();
    };
  }

  private static Optional<Ingress> when(boolean isSo, Supplier<Ingress> reading) {
    return isSo ? Optional.of(reading.get()) : Optional.empty();
  }

  private static Say say(DirectBuffer in, int at, int length) {
    byte[] bytes = new byte[length - 10];
    in.getBytes(at + 10, bytes);
    return new Say(in.getLong(at + 2, LITTLE_ENDIAN), bytes);
  }

  private static Report report(DirectBuffer in, int at) {
    return new Report(
        in.getInt(at + 2, LITTLE_ENDIAN),
        in.getLong(at + 6, LITTLE_ENDIAN),
        in.getLong(at + 14, LITTLE_ENDIAN),
        in.getLong(at + 22, LITTLE_ENDIAN));
  }
}
