package org.plimsoll.cluster;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The files of a node's log, as Aeron's archive names them: by the number of the recording and the
/// position at which each begins.
final class LogFiles {
  /// How long a file is.
  static final int SEGMENT_BYTES = 16 << 20;

  private static final Pattern NAME = Pattern.compile("([0-9]+)-([0-9]+)\\.rec");
  private static final int CHUNK = 4_096;
  private static final int HEADER = 32;
  private static final int AT_STREAM = 16;
  private static final int LOG_STREAM = 100;

  private LogFiles() {}

  /// Returns where the first file of the log begins; 0 if there is none.
  static long begin(Path archive) throws IOException {
    try {
      return in(archive).firstKey();
    } catch (NodeRefusal none) {
      return 0;
    }
  }

  /// Returns up to where the log may reach; 0 if there is none.
  static long end(Path archive) throws IOException {
    try {
      return in(archive).lastKey() + SEGMENT_BYTES;
    } catch (NodeRefusal none) {
      return 0;
    }
  }

  /// Returns the files of the log by the position at which they begin.
  ///
  /// @throws NodeRefusal if there are none
  static NavigableMap<Long, Path> in(Path archive) throws NodeRefusal, IOException {
    NavigableMap<Long, NavigableMap<Long, Path>> recordings = new TreeMap<>();
    List<Path> files;
    try (Stream<Path> all = Files.isDirectory(archive) ? Files.list(archive) : Stream.empty()) {
      files = all.toList();
    }
    for (Path file : files) {
      Matcher name = NAME.matcher(file.getFileName().toString());
      if (name.matches() && isLog(file)) {
        recordings
            .computeIfAbsent(Long.parseLong(name.group(1)), _ -> new TreeMap<>())
            .put(Long.parseLong(name.group(2)), file);
      }
    }
    if (recordings.isEmpty()) {
      throw new NodeRefusal(archive + ": there is no log");
    }
    return recordings.lastEntry().getValue();
  }

  private static boolean isLog(Path file) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER).order(LITTLE_ENDIAN);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return channel.read(header, firstFrame(channel)) == HEADER
          && header.getInt(AT_STREAM) == LOG_STREAM;
    } catch (NoSuchFileException pruned) {
      return false;
    }
  }

  /// Returns where the first frame of a file is: behind zeros, if the recording begins within it; 0
  /// if there is none.
  static long firstFrame(FileChannel file) throws IOException {
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(LITTLE_ENDIAN);
    for (long at = 0; file.read(chunk.clear(), at) > 0; at += CHUNK) {
      for (int i = 0; i + HEADER <= chunk.position(); i += HEADER) {
        if (chunk.getInt(i) != 0) {
          return at + i;
        }
      }
    }
    return 0;
  }
}
