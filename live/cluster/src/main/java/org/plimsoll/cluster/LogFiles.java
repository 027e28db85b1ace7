package org.plimsoll.cluster;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
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
  private static final int HEADER = 32;
  private static final int AT_STREAM = 16;
  private static final int LOG_STREAM = 100;

  private LogFiles() {}

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
      return channel.read(header, 0) == HEADER && header.getInt(AT_STREAM) == LOG_STREAM;
    }
  }
}
