package org.plimsoll.cluster;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// What a node says to whoever follows its log. The layouts are in docs/reference/cluster.md.
sealed interface FeedWord {
  /// The layout; the first byte of every word and of the question before them.
  int LAYOUT = 1;

  /// How long a question is: layout, seven zeros, position.
  int QUESTION_BYTES = 16;

  /// How long a word is at most, behind its length.
  int BYTES_MAX = 4_096;

  int GREETING = 1;
  int MESSAGE = 2;
  int BEAT = 3;
  int REFUSAL = 4;

  /// The first word: who speaks, and how the cluster is set up.
  ///
  /// @param members how many nodes there are
  /// @param checkEvery after how many commands they compare fingerprints
  /// @param begin where the files of its log begin; 0 if it has all of it
  record Greeting(int member, int members, long checkEvery, long begin) implements FeedWord {}

  /// The next message of the log, which the node has decided.
  record Message(LogMessage message) implements FeedWord {}

  /// Nothing else for now, and how far the node is.
  record Beat(int leader, long term, long position, long sequence) implements FeedWord {}

  /// Nothing more, and why.
  record Refusal(String why) implements FeedWord {}

  /// Writes this.
  default void writeTo(OutputStream out) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + BYTES_MAX).order(LITTLE_ENDIAN);
    bytes.position(Integer.BYTES).put((byte) LAYOUT);
    switch (this) {
      case Greeting it ->
          bytes
              .put((byte) GREETING)
              .putInt(it.member)
              .putInt(it.members)
              .putLong(it.checkEvery)
              .putLong(it.begin);
      case Message(LogMessage it) ->
          bytes
              .put((byte) MESSAGE)
              .putLong(it.from())
              .putLong(it.position())
              .putLong(it.session())
              .putLong(it.timeMs())
              .put(it.bytes());
      case Beat it ->
          bytes
              .put((byte) BEAT)
              .putInt(it.leader)
              .putLong(it.term)
              .putLong(it.position)
              .putLong(it.sequence);
      case Refusal it -> bytes.put((byte) REFUSAL).put(it.why.getBytes(StandardCharsets.UTF_8));
    }
    bytes.putInt(0, bytes.position() - Integer.BYTES);
    out.write(bytes.array(), 0, bytes.position());
  }

  /// Reads the next one.
  ///
  /// @throws IOException if there is none, or it is none that this version knows
  static FeedWord read(DataInputStream in) throws IOException {
    int length = Integer.reverseBytes(in.readInt());
    if (length < 2 || length > BYTES_MAX) {
      throw new IOException("no word has " + length + " bytes");
    }
    ByteBuffer bytes = ByteBuffer.allocate(length).order(LITTLE_ENDIAN);
    in.readFully(bytes.array());
    int layout = bytes.get();
    int kind = bytes.get();
    if (layout != LAYOUT || length < shortest(kind)) {
      throw new IOException(
          "the node says what this version does not know: layout " + layout + ", word " + kind);
    }
    return switch (kind) {
      case GREETING ->
          new Greeting(bytes.getInt(), bytes.getInt(), bytes.getLong(), bytes.getLong());
      case MESSAGE -> new Message(message(bytes));
      case BEAT -> new Beat(bytes.getInt(), bytes.getLong(), bytes.getLong(), bytes.getLong());
      default -> new Refusal(new String(rest(bytes), StandardCharsets.UTF_8));
    };
  }

  private static int shortest(int kind) {
    return switch (kind) {
      case GREETING -> 26;
      case MESSAGE -> 34;
      case BEAT -> 30;
      case REFUSAL -> 2;
      default -> Integer.MAX_VALUE;
    };
  }

  private static LogMessage message(ByteBuffer bytes) {
    return new LogMessage(
        bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong(), rest(bytes));
  }

  private static byte[] rest(ByteBuffer bytes) {
    byte[] rest = new byte[bytes.remaining()];
    bytes.get(rest);
    return rest;
  }
}
