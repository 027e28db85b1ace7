package org.plimsoll.results;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A set of text files that are written together. All of them exist in memory before the first byte
/// is written, so that a failure to make one leaves nothing behind.
///
/// @param texts the text of each file by name, in the order of writing
public record ResultFiles(Map<String, String> texts) {
  /// Takes a copy that keeps the order.
  public ResultFiles {
    texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
  }

  /// Returns name, length and hash of every file.
  public List<Manifest.Entry> entries() {
    List<Manifest.Entry> entries = new ArrayList<>();
    texts.forEach((name, text) -> {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      entries.add(new Manifest.Entry(name, bytes.length, sha256(bytes)));
    });
    return entries;
  }

  /// Writes every file into `folder`, which is made if it does not exist. Files of the same names
  /// are replaced, others are left alone.
  ///
  /// @throws IOException if a file cannot be written
  public void writeTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, String> file : texts.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
