package org.plimsoll.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import org.plimsoll.journal.Storage;
import org.plimsoll.journal.StorageFile;
import org.plimsoll.venue.Limits;

/// The bounds that a venue was made with, beside its journal: the same commands under other bounds
/// would be another history.
final class LimitsFile {
  private static final String NAME = "venue.limits";
  private static final String PART = NAME + ".part";
  private static final int BYTES_MAX = 4_096;
  private static final String CHECKSUM = "crc32c=";

  private LimitsFile() {}

  static void write(Storage storage, Limits limits) throws IOException {
    if (storage.list().contains(PART)) {
      storage.delete(PART);
    }
    try (StorageFile file = storage.create(PART)) {
      file.write(0, ByteBuffer.wrap(text(limits).getBytes(StandardCharsets.US_ASCII)));
      file.sync();
    }
    storage.rename(PART, NAME);
    storage.syncDirectory();
  }

  static Limits read(Storage storage) throws IOException, HostRefusal {
    if (!storage.list().contains(NAME)) {
      throw new HostRefusal(NAME + ": is missing, and a journal cannot be read without it");
    }
    try (StorageFile file = storage.openToRead(NAME)) {
      ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(file.sizeBytes(), BYTES_MAX));
      file.read(0, bytes);
      return parse(new String(bytes.array(), StandardCharsets.US_ASCII));
    }
  }

  private static String text(Limits limits) {
    String text =
        numbers(limits).entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
            .collect(Collectors.joining());
    return text + checksum(text);
  }

  /// The last line, without which one bit that changes on the disk would make another venue.
  private static String checksum(String text) {
    CRC32C crc = new CRC32C();
    crc.update(text.getBytes(StandardCharsets.US_ASCII));
    return CHECKSUM + HexFormat.of().toHexDigits((int) crc.getValue()) + "\n";
  }

  private static Map<String, Integer> numbers(Limits limits) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    numbers.put("assetsMax", limits.assetsMax());
    numbers.put("accountsMax", limits.accountsMax());
    numbers.put("custodyMax", limits.custodyMax());
    numbers.put("marketsMax", limits.marketsMax());
    numbers.put("clientsMax", limits.clientsMax());
    numbers.put("ordersPerAccountMax", limits.ordersPerAccountMax());
    numbers.put("stepsPerCommandMax", limits.stepsPerCommandMax());
    return numbers;
  }

  private static Limits parse(String text) throws HostRefusal {
    List<String> names = List.copyOf(numbers(Limits.DEFAULT).keySet());
    List<String> lines = text.lines().toList();
    int[] values = new int[names.size()];
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (i >= lines.size() || !lines.get(i).matches(name + "=[0-9]{1,9}")) {
        throw new HostRefusal(NAME + " line " + (i + 1) + ": is not " + name + "=NUMBER");
      }
      values[i] = Integer.parseInt(lines.get(i).substring(name.length() + 1));
    }
    String before = text.substring(0, Math.max(0, text.lastIndexOf(CHECKSUM)));
    if (!text.equals(before + checksum(before))) {
      throw new HostRefusal(NAME + ": is not what was written: its checksum differs");
    }
    try {
      return new Limits(
          values[0], values[1], values[2], values[3], values[4], values[5], values[6]);
    } catch (IllegalArgumentException e) {
      throw new HostRefusal(NAME + ": " + e.getMessage());
    }
  }
}
