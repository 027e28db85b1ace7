package org.plimsoll.server.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/// A text file to which lines are only ever added. A line is on the disk when [#append] returns,
/// and ends with a checksum of itself, since one changed bit could open somebody else's account.
///
/// What stands behind the last line feed was never acknowledged: a crash tore it, and it is cut off
/// by whatever is written next.
final class KeyFile {
  static final String NAME = "keys.txt";

  private static final String FIRST = "plimsoll-keys 1";
  private static final String CHECKSUM = " crc32c=";
  private static final long BYTES_MAX = 64L << 20;
  private static final int LINE_BYTES_MAX = 256;

  private final Path path;
  private long end;

  private KeyFile(Path path, long end) {
    this.path = path;
    this.end = end;
  }

  static KeyFile create(Path directory) throws IOException {
    Path path = directory.resolve(NAME);
    byte[] first = withChecksum(FIRST);
    OwnerFile.create(path, first);
    return new KeyFile(path, first.length);
  }

  /// Reads a file and tells its lines, without their checksums.
  static KeyFile read(Path directory, Reader reader) throws IOException, KeyRefusal {
    Path path = directory.resolve(NAME);
    String text = new String(OwnerFile.read(path, BYTES_MAX), US_ASCII);
    int end = text.lastIndexOf('\n') + 1;
    if (text.length() - end > LINE_BYTES_MAX) {
      throw new KeyRefusal(path + ": ends with what is no line that a crash has torn");
    }
    int line = 0;
    for (String raw : text.substring(0, end).lines().toList()) {
      line++;
      String problem = problemOf(line, raw, reader);
      if (!problem.isEmpty()) {
        throw new KeyRefusal(path + " line " + line + ": " + problem);
      }
    }
    if (line == 0) {
      throw new KeyRefusal(path + " line 1: is not '" + FIRST + "'");
    }
    return new KeyFile(path, end);
  }

  private static String problemOf(int line, String raw, Reader reader) {
    String content = raw.substring(0, Math.max(0, raw.lastIndexOf(CHECKSUM)));
    if (!new String(withChecksum(content), US_ASCII).equals(raw + "\n")) {
      return "is not what was written: its checksum differs";
    }
    if (line == 1) {
      return content.equals(FIRST) ? "" : "is not '" + FIRST + "'";
    }
    return reader.on(content);
  }

  static boolean existsIn(Path directory) {
    return Files.exists(directory.resolve(NAME));
  }

  void append(String content) throws IOException {
    byte[] line = withChecksum(content);
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      channel.truncate(end);
      OwnerFile.write(channel, end, line);
      channel.force(true);
    }
    end += line.length;
  }

  private static byte[] withChecksum(String content) {
    CRC32C crc = new CRC32C();
    crc.update(content.getBytes(US_ASCII));
    String checksum = HexFormat.of().toHexDigits((int) crc.getValue());
    return (content + CHECKSUM + checksum + "\n").getBytes(US_ASCII);
  }

  /// Hears the lines of a file.
  interface Reader {
    /// Returns what is wrong with a line; nothing if all is well.
    String on(String content);
  }
}
