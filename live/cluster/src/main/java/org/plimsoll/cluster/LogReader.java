package org.plimsoll.cluster;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads what sessions said from the files of a node's log, whether or not the node runs. It never
/// reads beyond what it is told stands: what is behind that may still change.
final class LogReader implements AutoCloseable {
  private static final int CHUNK = 1 << 16;
  private static final int HEADER = 32;
  private static final int AT_VERSION = 4;
  private static final int AT_TYPE = 6;
  private static final int AT_STREAM = 16;
  private static final int LOG_STREAM = 100;
  private static final int PADDING = 0;
  private static final int DATA = 1;
  private static final int AT_TEMPLATE = HEADER + 2;
  private static final int AT_SESSION = HEADER + 16;
  private static final int AT_TIME = HEADER + 24;
  private static final int AT_BYTES = HEADER + 32;
  private static final int SESSION_MESSAGE = 1;

  private final Path archive;
  private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(LITTLE_ENDIAN).limit(0);
  private @Nullable FileChannel file;
  private long base;
  private long chunkAt;
  private long position;

  /// Creates one.
  ///
  /// @param position at which a frame begins
  LogReader(Path archive, long position) {
    this.archive = archive;
    this.position = position;
  }

  /// Returns up to where it was read.
  long position() {
    return position;
  }

  /// Returns the next message; empty if there is none that stands.
  ///
  /// @param end up to where the log stands: the end of a frame
  /// @throws NodeRefusal if the log does not have that position
  Optional<LogMessage> next(long end) throws NodeRefusal, IOException {
    while (position < end) {
      long from = position;
      int length = frame(end);
      int at = (int) (from - chunkAt);
      position = from + (length + HEADER - 1L) / HEADER * HEADER;
      if (chunk.getShort(at + AT_TYPE) == DATA && length >= AT_BYTES) {
        need(from, (int) (position - from), end);
        Optional<LogMessage> message = message(from, length);
        if (message.isPresent()) {
          return message;
        }
      }
    }
    return Optional.empty();
  }

  /// Brings the header of the next frame into the chunk, and returns the frame's length.
  private int frame(long end) throws NodeRefusal, IOException {
    if (file == null || position >= base + LogFiles.SEGMENT_BYTES) {
      open();
    }
    need(position, HEADER, end);
    int at = (int) (position - chunkAt);
    int length = chunk.getInt(at);
    short type = chunk.getShort(at + AT_TYPE);
    if (length < HEADER
        || position + length > end
        || chunk.get(at + AT_VERSION) != 0
        || chunk.getInt(at + AT_STREAM) != LOG_STREAM
        || (type != DATA && type != PADDING)) {
      throw new NodeRefusal("the log has no message at position " + position);
    }
    return length;
  }

  private void open() throws NodeRefusal, IOException {
    close();
    Map.Entry<Long, Path> segment = LogFiles.in(archive).floorEntry(position);
    if (segment == null || position >= segment.getKey() + LogFiles.SEGMENT_BYTES) {
      throw new NodeRefusal(
          "the log does not go back to position "
              + position
              + ", but to "
              + LogFiles.begin(archive));
    }
    base = segment.getKey();
    file = FileChannel.open(segment.getValue(), StandardOpenOption.READ);
    chunk.limit(0);
  }

  /// Has so many bytes from a position in the chunk.
  private void need(long from, int length, long end) throws NodeRefusal, IOException {
    FileChannel open = file;
    if (from >= chunkAt && from + length <= chunkAt + chunk.limit()) {
      return;
    }
    chunkAt = from;
    long known = Math.min(end, base + LogFiles.SEGMENT_BYTES) - from;
    chunk.clear().limit((int) Math.min(CHUNK, known));
    while (open != null && chunk.hasRemaining()) {
      if (open.read(chunk, from - base + chunk.position()) < 0) {
        break;
      }
    }
    chunk.flip();
    if (chunk.limit() < length) {
      throw new NodeRefusal("the log ends at position " + (from + chunk.limit()));
    }
  }

  private Optional<LogMessage> message(long from, int length) {
    int at = (int) (from - chunkAt);
    if (chunk.getShort(at + AT_TEMPLATE) != SESSION_MESSAGE) {
      return Optional.empty();
    }
    byte[] bytes = new byte[length - AT_BYTES];
    chunk.get(at + AT_BYTES, bytes);
    return Optional.of(
        new LogMessage(
            from, position, chunk.getLong(at + AT_SESSION), chunk.getLong(at + AT_TIME), bytes));
  }

  @Override
  public void close() throws IOException {
    FileChannel open = file;
    file = null;
    if (open != null) {
      open.close();
    }
  }
}
