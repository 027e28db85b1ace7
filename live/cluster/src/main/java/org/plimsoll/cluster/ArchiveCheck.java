package org.plimsoll.cluster;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/// Reads a node's log and snapshots as they are on its disk, and holds every frame against the
/// checksum that was written with it. Aeron reads a log only as far as it must, so damage would
/// show at an election or not at all.
///
/// A file is a row of frames: length, version, flags, type, place in the term, checksum, stream,
/// term, eight bytes that nobody uses, then what it carries, each frame at a multiple of 32 bytes.
/// Behind the last one there are zeros.
final class ArchiveCheck {
  private static final Pattern NAME = Pattern.compile("([0-9]+)-([0-9]+)\\.rec");
  private static final int HEADER = 32;
  private static final int AT_VERSION = 4;
  private static final int AT_FLAGS = 5;
  private static final int AT_TYPE = 6;
  private static final int AT_PLACE = 8;
  private static final int AT_CHECKSUM = 12;
  private static final int AT_STREAM = 16;
  private static final int AT_TERM = 20;
  private static final int PADDING = 0;
  private static final int DATA = 1;
  private static final int NO_FLAGS = 0x3F;
  private static final int PAGE = 4_096;
  private static final int CHUNK = 1 << 20;
  private static final ByteBuffer ZEROS = ByteBuffer.allocate(CHUNK).asReadOnlyBuffer();

  private final Path path;
  private final FileChannel file;
  private final long size;
  private final ByteBuffer header = ByteBuffer.allocate(HEADER).order(LITTLE_ENDIAN);
  private ByteBuffer body = ByteBuffer.allocate(CHUNK);
  private int stream;
  private int term;
  private int place;
  private long torn;

  private ArchiveCheck(Path path, FileChannel file) throws IOException {
    this.path = path;
    this.file = file;
    this.size = file.size();
  }

  /// Checks every recording in a directory, if it is there, and cuts off a last frame that was only
  /// written in part: Aeron would not start for it. Nobody was ever told that it was kept.
  ///
  /// @throws NodeRefusal if one is not what was written
  static void mend(Path archive) throws NodeRefusal, IOException {
    if (!Files.isDirectory(archive)) {
      return;
    }
    List<Path> recordings;
    try (Stream<Path> files = Files.list(archive)) {
      recordings = files.filter(file -> file.toString().endsWith(".rec")).sorted().toList();
    }
    for (Path recording : recordings) {
      try (FileChannel file =
          FileChannel.open(recording, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        ArchiveCheck check = new ArchiveCheck(recording, file);
        check.cut(check.end(mayBeginWithin(recording, recordings) ? LogFiles.firstFrame(file) : 0));
      }
    }
  }

  /// Whether a recording may begin in the middle of this file, as one does that a node has taken
  /// from others together with a snapshot.
  private static boolean mayBeginWithin(Path recording, List<Path> all) {
    Matcher name = NAME.matcher(recording.getFileName().toString());
    if (!name.matches() || Long.parseLong(name.group(2)) == 0) {
      return false;
    }
    return all.stream()
        .map(other -> NAME.matcher(other.getFileName().toString()))
        .filter(Matcher::matches)
        .filter(other -> other.group(1).equals(name.group(1)))
        .noneMatch(other -> Long.parseLong(other.group(2)) < Long.parseLong(name.group(2)));
  }

  /// Checks a recording, and returns where its last whole frame ends.
  ///
  /// @throws NodeRefusal if it is not what was written
  static long end(Path recording) throws NodeRefusal, IOException {
    try (FileChannel file = FileChannel.open(recording, StandardOpenOption.READ)) {
      return new ArchiveCheck(recording, file).end(0);
    }
  }

  private long end(long begin) throws NodeRefusal, IOException {
    long at = begin;
    while (at < size) {
      read(header, at, HEADER);
      int length = header.getInt(0);
      if (length == 0) {
        requireZeros(at);
        return at;
      }
      long end = at + aligned(length);
      if (length < HEADER || end > size) {
        throw refusal(at, "a frame of " + length + " bytes cannot be there");
      }
      if (!isInPlace(at == begin, (int) (end - at))) {
        throw refusal(at, "what is there does not follow what stands before it");
      }
      if (header.getShort(AT_TYPE) == DATA && !isWhole(at, end)) {
        if (!isTorn(at, end)) {
          throw refusal(at, "what is there is not what was written: its checksum differs");
        }
        torn = end;
        return at;
      }
      at = end;
    }
    return at;
  }

  private void cut(long at) throws IOException {
    for (long zero = at; zero < torn; zero += HEADER) {
      file.write(ByteBuffer.allocate(HEADER), zero);
    }
  }

  /// Whether a frame's header goes on where the last one's left off.
  private boolean isInPlace(boolean isFirst, int length) {
    boolean isNewTerm = header.getInt(AT_TERM) == term + 1 && header.getInt(AT_PLACE) == 0;
    boolean isSameTerm = header.getInt(AT_TERM) == term && header.getInt(AT_PLACE) == place;
    boolean isNext = header.getInt(AT_STREAM) == stream && (isNewTerm || isSameTerm);
    stream = header.getInt(AT_STREAM);
    term = header.getInt(AT_TERM);
    place = header.getInt(AT_PLACE) + length;
    short type = header.getShort(AT_TYPE);
    return (isFirst || isNext)
        && header.get(AT_VERSION) == 0
        && (header.get(AT_FLAGS) & NO_FLAGS) == 0
        && (type == DATA || type == PADDING);
  }

  private static long aligned(int length) {
    return (length + (HEADER - 1L)) / HEADER * HEADER;
  }

  private boolean isWhole(long at, long end) throws IOException {
    CRC32C checksum = new CRC32C();
    int length = (int) (end - at) - HEADER;
    if (body.capacity() < length) {
      body = ByteBuffer.allocate(length);
    }
    read(body, at + HEADER, length);
    checksum.update(body.array(), 0, length);
    return (int) checksum.getValue() == header.getInt(AT_CHECKSUM);
  }

  /// Whether a frame is the last one and crosses a page, so that the machine may have stopped while
  /// it was written.
  private boolean isTorn(long at, long end) throws IOException {
    if (at / PAGE == (end - 1) / PAGE) {
      return false;
    }
    if (end >= size) {
      return true;
    }
    ByteBuffer next = ByteBuffer.allocate(Integer.BYTES);
    read(next, end, Integer.BYTES);
    return next.getInt(0) == 0;
  }

  private void requireZeros(long from) throws NodeRefusal, IOException {
    body.clear();
    for (long at = from; at < size; at += CHUNK) {
      int length = (int) Math.min(CHUNK, size - at);
      read(body, at, length);
      int other = body.slice(0, length).mismatch(ZEROS.slice(0, length));
      if (other >= 0) {
        throw refusal(from, "frames end there, and more follows at " + (at + other));
      }
    }
  }

  private void read(ByteBuffer into, long at, int length) throws IOException {
    into.clear().limit(length);
    while (into.hasRemaining()) {
      if (file.read(into, at + into.position()) < 0) {
        throw new IOException(path + " ends at " + (at + into.position()));
      }
    }
    into.limit(into.capacity());
  }

  private NodeRefusal refusal(long at, String what) {
    return new NodeRefusal(
        path
            + " at "
            + at
            + ": "
            + what
            + ". Empty the node's directory while a majority of the others runs, and it takes all"
            + " from them");
  }
}
